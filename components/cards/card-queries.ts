"use client";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import { countCards, listCards, readCard } from "@/lib/cards/card-contract.ts";
import { listCardExceptions, summariseCardExceptions } from "@/lib/cards/exceptions-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { Endpoint, InputOf } from "@/lib/platform/http/endpoint.ts";

const root = ["cards"] as const;

export type CardRequest = InputOf<typeof countCards>;
export type ExceptionRequest = InputOf<typeof listCardExceptions>;

export const cardQueries = {
  root,
  page: (filter: CardRequest, after: string | null) =>
    queryOptions({
      queryKey: [...root, "page", filter, after],
      queryFn: ({ signal }) => call(listCards, after === null ? filter : { ...filter, after }, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** Asked beside the page and never awaited by it; sorting does not change it. */
  count: ({ sort: _sort, ...filter }: CardRequest) =>
    queryOptions({
      queryKey: [...root, "count", filter],
      queryFn: ({ signal }) => call(countCards, filter, { signal, ...passive }),
      staleTime: 30_000,
    }),
  ofPermit: (permit: string) =>
    queryOptions({ queryKey: [...root, "permit", permit], queryFn: ({ signal }) => call(listCards, { permit }, { signal }) }),
  /** Each reading is recorded as an opening of the record, so it is never repeated behind the reader's back. */
  record: (cardId: string) =>
    queryOptions({
      queryKey: [...root, "record", cardId],
      queryFn: ({ signal }) => call(readCard, { cardId }, { signal }),
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 60_000,
    }),
  exceptions: (filter: ExceptionRequest) =>
    queryOptions({
      queryKey: [...root, "exceptions", filter],
      queryFn: ({ signal }) => call(listCardExceptions, filter, { signal }),
      placeholderData: keepPreviousData,
    }),
  summary: () =>
    queryOptions({
      queryKey: [...root, "exceptions", "summary"],
      queryFn: ({ signal }) => call(summariseCardExceptions, {}, { signal, ...passive }),
      refetchInterval: 120_000,
    }),
};

/** A command about cards; whatever shows cards is read again. The form shows its own refusals. */
export function useCardDeed<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<E>) => call(endpoint, input),
    meta: { handlesErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: root }),
  });
}
