"use client";
import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import type { StatisticsRequest } from "@/components/statistics/statistics-filter.ts";
import { call } from "@/lib/platform/http/call.ts";
import { measureOf, type Source } from "@/lib/statistics/measures.ts";
import { listCountedCards, listCountedCirculars, listCountedPermits } from "@/lib/statistics/records-contract.ts";

const operations = {
  permit: listCountedPermits,
  application: listCountedPermits,
  card: listCountedCards,
  circular: listCountedCirculars,
  recipient: listCountedCirculars,
} as const satisfies Record<Source, object>;

export const recordQueries = {
  list: (request: Omit<StatisticsRequest, "compare">) =>
    infiniteQueryOptions({
      queryKey: ["statistics", "records", request],
      queryFn: ({ signal, pageParam }) =>
        call(
          operations[measureOf(request.measure ?? "permits_issued").source],
          { ...request, ...(pageParam && { after: pageParam }) },
          { signal },
        ),
      initialPageParam: "",
      getNextPageParam: (last) => last.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
};
