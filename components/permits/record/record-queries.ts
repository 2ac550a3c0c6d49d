"use client";
import { queryOptions, useMutation } from "@tanstack/react-query";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { readPermitFile } from "@/lib/permits/commands-contract.ts";
import { type MaskedField, readPermit, revealPermitField } from "@/lib/permits/contract.ts";
import { call, urlOf } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

/** Each reading is recorded as an opening of the record, so it is never repeated behind the reader's back. */
export const permitRecordQuery = (permitId: string) =>
  queryOptions({
    queryKey: [...permitQueries.root, "record", permitId],
    queryFn: ({ signal }) => call(readPermit, { permitId }, { signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 60_000,
  });

export type RevealInput = InputOf<typeof revealPermitField> & { field: MaskedField };

/** The dialog shows its own refusals. The value never enters the cache: it lives in the panel until it hides. */
export function useRevealField() {
  return useMutation({
    mutationFn: (input: RevealInput) => call(revealPermitField, input),
    meta: { handlesErrors: true },
    gcTime: 0,
  });
}

/** Where the bytes of an evidence file of the permit's history are. */
export const permitFileHref = (permitId: string, fileId: string): string => urlOf(readPermitFile, { permitId, fileId }).url;
