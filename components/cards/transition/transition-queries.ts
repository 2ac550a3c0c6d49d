"use client";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { listDesignAnomalies, readReplacementPlan, readTransition } from "@/lib/cards/transition-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

type Request = InputOf<typeof readTransition>;

const root = ["cards", "transition"] as const;

export const transitionQueries = {
  root,
  figures: (request: Request) =>
    queryOptions({
      queryKey: [...root, "figures", request],
      queryFn: ({ signal }) => call(readTransition, request, { signal }),
      placeholderData: keepPreviousData,
      // The first count and the first forecast come from the worker a little after the start.
      refetchInterval: ({ state: { data } }) => (data?.cutOver && data.forecast === null ? 5_000 : false),
    }),
  plan: (request: Request) =>
    queryOptions({
      queryKey: [...root, "plan", request],
      queryFn: ({ signal }) => call(readReplacementPlan, request, { signal }),
      placeholderData: keepPreviousData,
    }),
  anomalies: (request: Request) =>
    queryOptions({
      queryKey: [...root, "anomalies", request],
      queryFn: ({ signal }) => call(listDesignAnomalies, request, { signal }),
      placeholderData: keepPreviousData,
    }),
};
