"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { viewQueries } from "@/components/access/views/view-queries.ts";
import { ViewTabs } from "@/components/access/views/view-tabs.tsx";
import { type PermitFilterState, requestOf } from "@/components/permits/permit-filter.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";

/** More views than this are listed without their counts: each count is a question of its own. */
const COUNTED = 8;

/** Saved views of the list, each with its exact count. */
export function PermitViews({ filter }: { filter: PermitFilterState }) {
  const { data } = useQuery(viewQueries.list("permits"));
  const views = data?.views ?? [];
  const counts = useQueries({
    queries: views.map(({ query }, index) => {
      const request = requestOf(query);
      return { ...permitQueries.count(request ?? {}), enabled: request !== null && index < COUNTED };
    }),
  });
  return (
    <ViewTabs
      screen="permits"
      path="/permits"
      all="Tümü"
      query={filter.query}
      countOf={(view) => counts[views.indexOf(view)]?.data?.total}
    />
  );
}
