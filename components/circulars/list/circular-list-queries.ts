"use client";
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { type CircularFilter, countCirculars, draftCircular, listCirculars } from "@/lib/circulars/contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const { root } = circularQueries;

export const circularListQueries = {
  list: (filter: CircularFilter) =>
    infiniteQueryOptions({
      queryKey: [...root, "list", filter],
      queryFn: ({ pageParam, signal }) => call(listCirculars, pageParam ? { ...filter, after: pageParam } : filter, { signal, ...passive }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextAfter,
      placeholderData: keepPreviousData,
    }),
  /** Asked beside the page and never awaited by it. */
  counts: (filter: InputOf<typeof countCirculars>) =>
    queryOptions({
      queryKey: [...root, "counts", filter],
      queryFn: ({ signal }) => call(countCirculars, filter, { signal, ...passive }),
      placeholderData: keepPreviousData,
    }),
};

export function useDraftCircular() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<typeof draftCircular>) => call(draftCircular, input),
    onSuccess: (circular) => {
      queries.setQueryData(circularQueries.record(circular.id).queryKey, circular);
      return queries.invalidateQueries({ queryKey: root });
    },
  });
}
