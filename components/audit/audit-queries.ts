import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { type AuditFilter, listAuditEvents } from "@/lib/audit/contract.ts";
import { call } from "@/lib/platform/http/call.ts";

const root = ["audit"] as const;

export const auditQueries = {
  list: (filter: Omit<AuditFilter, "before">) =>
    infiniteQueryOptions({
      queryKey: [...root, "list", filter],
      queryFn: ({ signal, pageParam }) => call(listAuditEvents, { ...filter, ...(pageParam && { before: pageParam }) }, { signal }),
      initialPageParam: "",
      getNextPageParam: (last) => last.nextBefore ?? undefined,
      placeholderData: keepPreviousData,
    }),
};
