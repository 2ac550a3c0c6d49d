"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PermitRequest } from "@/components/permits/permit-filter.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { annotatePermits, freezePermitSelection } from "@/lib/permits/selection-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

/** Freezes what the filter finds, or the ticked rows among it; the numbers come from the server alone. */
export function useFreezeSelection() {
  return useMutation({
    mutationFn: ({ filter, permitIds }: { filter: PermitRequest; permitIds?: string[] }) =>
      call(freezePermitSelection, { filter, ...(permitIds && { permitIds }) }),
  });
}

/** The dialog tells its own refusals: a changed selection is no fault. */
export function useAnnotatePermits() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<typeof annotatePermits>) => call(annotatePermits, input),
    onSuccess: () => queries.invalidateQueries({ queryKey: permitQueries.root }),
    meta: { handlesErrors: true },
  });
}
