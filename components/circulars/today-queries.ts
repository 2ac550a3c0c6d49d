import { queryOptions } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import { readToday } from "@/lib/circulars/incoming-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

const TWO_MINUTES = 120_000;

export const todayQueries = {
  read: () =>
    queryOptions({
      queryKey: ["circulars", "today"],
      queryFn: ({ signal }) => call(readToday, {}, { signal, ...passive }),
      refetchInterval: TWO_MINUTES,
    }),
};
