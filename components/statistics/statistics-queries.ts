"use client";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { StatisticsRequest } from "@/components/statistics/statistics-filter.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";
import { readCut, readStatistics, reconcileStatistics } from "@/lib/statistics/contract.ts";

const root = ["statistics"] as const;
export type CutRequest = Omit<InputOf<typeof readCut>, "seen">;

/** The newest moment of data this browser was shown: an answer must not be older (`seen` of the contract). */
let newest: string | undefined;

async function withSeen<Answer extends { asOf: { at: string } }>(ask: (seen: { seen?: string }) => Promise<Answer>): Promise<Answer> {
  const answer = await ask(newest === undefined ? {} : { seen: newest });
  if (newest === undefined || Date.parse(answer.asOf.at) > Date.parse(newest)) newest = answer.asOf.at;
  return answer;
}

export const statisticsQueries = {
  explore: (request: StatisticsRequest) =>
    queryOptions({
      queryKey: [...root, "explore", request],
      queryFn: ({ signal }) => withSeen((seen) => call(readStatistics, { ...request, ...seen }, { signal })),
      placeholderData: keepPreviousData,
    }),
  cut: (request: CutRequest) =>
    queryOptions({
      queryKey: [...root, "cut", request],
      queryFn: ({ signal }) => withSeen((seen) => call(readCut, { ...request, ...seen }, { signal })),
      placeholderData: keepPreviousData,
    }),
  reconciliation: () =>
    queryOptions({
      queryKey: [...root, "reconciliation"],
      queryFn: ({ signal }) => call(reconcileStatistics, {}, { signal }),
      staleTime: 5 * 60_000,
    }),
};
