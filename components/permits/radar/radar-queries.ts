"use client";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { type RadarBreakdown, readExpiryRadar } from "@/lib/permits/radar-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

export const radarQuery = (by: RadarBreakdown) =>
  queryOptions({
    queryKey: [...permitQueries.root, "radar", by],
    queryFn: ({ signal }) => call(readExpiryRadar, { by }, { signal, ...passive }),
    placeholderData: keepPreviousData,
  });
