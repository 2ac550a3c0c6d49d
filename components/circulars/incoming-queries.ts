"use client";
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import {
  distributeIncomingLetter,
  fileIncomingLetter,
  type IncomingFilter,
  listIncomingLetters,
  readIncomingLetter,
  registerIncomingLetter,
} from "@/lib/circulars/incoming-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const root = [...circularQueries.root, "incoming"] as const;

export const incomingQueries = {
  list: (filter: IncomingFilter) =>
    infiniteQueryOptions({
      queryKey: [...root, "list", filter],
      queryFn: ({ pageParam, signal }) =>
        call(listIncomingLetters, pageParam ? { ...filter, after: pageParam } : filter, { signal, ...passive }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextAfter,
      placeholderData: keepPreviousData,
    }),
  record: (letterId: string) =>
    queryOptions({
      queryKey: [...root, "record", letterId],
      queryFn: ({ signal }) => call(readIncomingLetter, { letterId }, { signal, ...passive }),
    }),
};

/** "Dağıtıma çıkar". Without a version seen on a page the letter is read first, so that the newest one is meant. */
export function useDistributeIncomingLetter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ letterId, version }: { letterId: string; version?: number }) => {
      const seen = version ?? (await call(readIncomingLetter, { letterId })).version;
      return call(distributeIncomingLetter, { letterId, version: seen });
    },
    onSuccess: (circular) => {
      queries.setQueryData(circularQueries.record(circular.id).queryKey, circular);
      return queries.invalidateQueries({ queryKey: circularQueries.root });
    },
    onError: () => queries.invalidateQueries({ queryKey: circularQueries.root }),
  });
}

/** The dialog shows its own refusal. */
export function useFileIncomingLetter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<typeof fileIncomingLetter>) => call(fileIncomingLetter, input),
    meta: { handlesErrors: true },
    onSuccess: (letter) => {
      queries.setQueryData(incomingQueries.record(letter.id).queryKey, letter);
      return queries.invalidateQueries({ queryKey: circularQueries.root });
    },
    onError: () => queries.invalidateQueries({ queryKey: [...root, "record"] }),
  });
}

/** The form shows its own refusals beside the fields. */
export function useRegisterIncomingLetter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<typeof registerIncomingLetter>) => call(registerIncomingLetter, input),
    meta: { handlesErrors: true },
    onSuccess: (letter) => {
      queries.setQueryData(incomingQueries.record(letter.id).queryKey, letter);
      return queries.invalidateQueries({ queryKey: circularQueries.root });
    },
  });
}
