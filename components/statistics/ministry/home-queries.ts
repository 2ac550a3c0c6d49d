"use client";
import { queryOptions } from "@tanstack/react-query";
import { call } from "@/lib/platform/http/call.ts";
import { readMinistryHome } from "@/lib/statistics/home-contract.ts";

const MINUTE = 60_000;

export const homeQueries = {
  read: () =>
    queryOptions({
      queryKey: ["statistics", "home"],
      queryFn: ({ signal }) => call(readMinistryHome, {}, { signal }),
      refetchInterval: 2 * MINUTE,
    }),
};
