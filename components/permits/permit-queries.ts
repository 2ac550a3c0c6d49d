"use client";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import type { PermitRequest } from "@/components/permits/permit-filter.ts";
import { countChangedPermits, countPermits, listPermits } from "@/lib/permits/contract.ts";
import { searchPermits } from "@/lib/permits/search-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

const root = ["permits"] as const;

export const permitQueries = {
  root,
  page: (filter: PermitRequest, after: string | null) =>
    queryOptions({
      queryKey: [...root, "page", filter, after],
      queryFn: ({ signal }) => call(listPermits, after === null ? filter : { ...filter, after }, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** Asked beside the page and never awaited by it; sorting does not change it. */
  count: ({ sort: _sort, ...filter }: PermitRequest) =>
    queryOptions({
      queryKey: [...root, "count", filter],
      queryFn: ({ signal }) => call(countPermits, filter, { signal, ...passive }),
      staleTime: 30_000,
    }),
  /** What is new in a filter since a moment. */
  changed: ({ sort: _sort, ...filter }: PermitRequest, changedSince: string) =>
    queryOptions({
      queryKey: [...root, "changed", filter, changedSince],
      queryFn: ({ signal }) => call(countChangedPermits, { ...filter, changedSince }, { signal, ...passive }),
      staleTime: 30_000,
    }),
  /** Typed names and numbers stay in memory only as long as their answer is shown. */
  search: (q: string) =>
    queryOptions({
      queryKey: [...root, "search", q],
      queryFn: ({ signal }) => call(searchPermits, { q }, { signal }),
      placeholderData: keepPreviousData,
      gcTime: 30_000,
    }),
};
