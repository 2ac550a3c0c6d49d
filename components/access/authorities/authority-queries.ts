"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { endSigningAuthority, giveSigningAuthority, listSigningAuthorities } from "@/lib/access/authorities-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const root = ["access", "authorities"] as const;

export const authorityQueries = {
  all: () => queryOptions({ queryKey: root, queryFn: ({ signal }) => call(listSigningAuthorities, {}, { signal }) }),
};

/** Who may sign shows in every letter that is being written, too. */
function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    meta: { handlesErrors: true },
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: root }), queries.invalidateQueries({ queryKey: ["circulars"] })]),
  });
}

export const useGiveAuthority = () => useChange((input: InputOf<typeof giveSigningAuthority>) => call(giveSigningAuthority, input));

export const useEndAuthority = () => useChange((authorityId: string) => call(endSigningAuthority, { authorityId }));
