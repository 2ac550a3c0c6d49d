"use client";
import { queryOptions, useMutation } from "@tanstack/react-query";
import { completeSetUp, openSetUp } from "@/lib/access/set-up-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

/** What the link shows does not change while it is open; a refusal is final. */
export const setUpQuery = (token: string) =>
  queryOptions({
    queryKey: ["access", "set-up", token],
    queryFn: ({ signal }) => call(openSetUp, { token }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** The form shows its own refusals. */
export function useCompleteSetUp() {
  return useMutation({
    mutationFn: (input: InputOf<typeof completeSetUp>) => call(completeSetUp, input),
    meta: { handlesErrors: true },
  });
}
