"use client";
import { type QueryKey, type UseQueryResult, useQueryClient } from "@tanstack/react-query";

export type SlowNoteProps = {
  query: UseQueryResult<unknown>;
  queryKey: QueryKey;
  /** What is being done: "Kayıtlar sayılıyor". */
  doing: string;
  /** The way back to what is shown meanwhile, where there is one. */
  onBack: (() => void) | null;
};

/** Of an answer that takes longer than a second: what it does and how to call it off; afterwards, that it was called off. */
export function SlowNote({ query, queryKey, doing, onBack }: SlowNoteProps) {
  const queries = useQueryClient();
  const isAnswered = query.data !== undefined && !query.isPlaceholderData;
  if (isAnswered || query.error) return null;
  if (query.fetchStatus === "idle") {
    return (
      <p role="status">
        Durduruldu{query.isPlaceholderData ? "; görünen rakamlar önceki seçimindir" : ""}.{" "}
        <button type="button" data-chrome="" className="link max-lg:min-h-9" onClick={() => void query.refetch()}>
          Yeniden say
        </button>
      </p>
    );
  }
  const callOff = () => (query.isPlaceholderData && onBack ? onBack() : void queries.cancelQueries({ queryKey, exact: true }));
  return (
    <p role="status" className="slow">
      {doing}.{" "}
      <button type="button" data-chrome="" className="link max-lg:min-h-9" onClick={callOff}>
        Vazgeç
      </button>
    </p>
  );
}
