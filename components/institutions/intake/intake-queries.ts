"use client";
import { useMutation } from "@tanstack/react-query";
import { matchDistribution } from "@/lib/institutions/intake-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

/** The dialog shows its own refusals beside the text, which stays. */
export function useMatchDistribution() {
  return useMutation({
    mutationFn: (input: InputOf<typeof matchDistribution>) => call(matchDistribution, input),
    meta: { handlesErrors: true },
  });
}
