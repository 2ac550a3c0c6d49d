"use client";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { distributionListQueries } from "@/components/institutions/institution-queries.ts";
import {
  compareDistributionListVersions,
  listDistributionListVersions,
  readDistributionListVersion,
  restoreDistributionListVersion,
} from "@/lib/institutions/list-version-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const versionsOf = (listId: string) => [...distributionListQueries.record(listId).queryKey, "versions"] as const;

export const listVersionQueries = {
  all: (listId: string) =>
    infiniteQueryOptions({
      queryKey: [...versionsOf(listId), "all"],
      queryFn: ({ pageParam, signal }) =>
        call(listDistributionListVersions, pageParam ? { listId, before: pageParam } : { listId }, { signal }),
      initialPageParam: null as number | null,
      getNextPageParam: (page) => page.nextBefore,
    }),
  record: (listId: string, listVersion: number) =>
    queryOptions({
      queryKey: [...versionsOf(listId), listVersion],
      queryFn: ({ signal }) => call(readDistributionListVersion, { listId, listVersion }, { signal }),
    }),
  comparison: (listId: string, from: number, to: number) =>
    queryOptions({
      queryKey: [...versionsOf(listId), from, to],
      queryFn: ({ signal }) => call(compareDistributionListVersions, { listId, from, to }, { signal }),
    }),
};

/** The dialog says what stands in the way. */
export function useRestoreListVersion() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<typeof restoreDistributionListVersion>) => call(restoreDistributionListVersion, input),
    meta: { handlesErrors: true },
    onSettled: () => queries.invalidateQueries({ queryKey: ["institutions"] }),
  });
}
