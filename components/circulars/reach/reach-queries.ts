"use client";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { listCirculars } from "@/lib/circulars/contract.ts";
import { type ReachFilter, readReach } from "@/lib/circulars/reach-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

export const reachQueries = {
  read: (filter: ReachFilter) =>
    queryOptions({
      queryKey: [...circularQueries.root, "reach", filter],
      queryFn: ({ signal }) => call(readReach, filter, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** The letters that have gone out last, to choose from. */
  sent: () =>
    queryOptions({
      queryKey: [...circularQueries.root, "reach", "sent"],
      queryFn: ({ signal }) => call(listCirculars, { state: "dispatched" }, { signal }),
    }),
};
