"use client";
import type { QueryKey, UseQueryResult } from "@tanstack/react-query";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { SlowNote } from "@/components/ui/slow-note.tsx";

type CountedProps<Answer> = {
  query: UseQueryResult<Answer>;
  queryKey: QueryKey;
  filter: StatisticsFilterState;
  children: (answer: Answer) => string;
};

/** What was counted and how long it took; while it is counted slowly, that and the way out: one step back. */
export function Counted<Answer>({ query, queryKey, filter: { steps }, children }: CountedProps<Answer>) {
  const isOwn = query.data !== undefined && !query.isPlaceholderData;
  return (
    <>
      <span aria-live="polite">{isOwn && query.data !== undefined ? children(query.data) : null}</span>
      <SlowNote query={query} queryKey={queryKey} doing="Seçim kayıtlarda sayılıyor" onBack={steps.canUndo ? steps.undo : null} />
    </>
  );
}
