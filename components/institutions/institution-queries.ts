"use client";
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { confirmAddress } from "@/lib/institutions/address-contract.ts";
import {
  amendDistributionList,
  amendInstitution,
  countInstitutions,
  type InstitutionFilter,
  listDistributionLists,
  listInstitutions,
  readDistributionList,
  readInstitution,
} from "@/lib/institutions/contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const root = ["institutions"] as const;

export const institutionQueries = {
  list: (filter: InstitutionFilter) =>
    infiniteQueryOptions({
      queryKey: [...root, "list", filter],
      queryFn: ({ pageParam, signal }) => call(listInstitutions, pageParam ? { ...filter, after: pageParam } : filter, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextAfter,
      placeholderData: keepPreviousData,
    }),
  /** Asked beside the page and never awaited by it. */
  count: (filter: InstitutionFilter) =>
    queryOptions({
      queryKey: [...root, "count", filter],
      queryFn: ({ signal }) => call(countInstitutions, filter, { signal }),
      placeholderData: keepPreviousData,
    }),
  record: (institutionId: string) =>
    queryOptions({
      queryKey: [...root, "record", institutionId],
      queryFn: ({ signal }) => call(readInstitution, { institutionId }, { signal }),
    }),
};

export const distributionListQueries = {
  all: () => queryOptions({ queryKey: [...root, "lists"], queryFn: ({ signal }) => call(listDistributionLists, {}, { signal }) }),
  record: (listId: string) =>
    queryOptions({ queryKey: [...root, "lists", listId], queryFn: ({ signal }) => call(readDistributionList, { listId }, { signal }) }),
};

/** The form shows its own refusals beside the fields. */
export function useAmendInstitution() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<typeof amendInstitution>) => call(amendInstitution, input),
    meta: { handlesErrors: true },
    onSuccess: (record) => {
      queries.setQueryData(institutionQueries.record(record.id).queryKey, record);
      return queries.invalidateQueries({ queryKey: root });
    },
  });
}

/** The dialog says what stands in the way. */
export function useConfirmAddress() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<typeof confirmAddress>) => call(confirmAddress, input),
    meta: { handlesErrors: true },
    onSuccess: (record) => {
      queries.setQueryData(institutionQueries.record(record.id).queryKey, record);
      return queries.invalidateQueries({ queryKey: root });
    },
  });
}

/** The form shows its own refusals beside the rows. */
export function useAmendDistributionList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<typeof amendDistributionList>) => call(amendDistributionList, input),
    meta: { handlesErrors: true },
    onSuccess: (record) => {
      queries.setQueryData(distributionListQueries.record(record.id).queryKey, record);
      return queries.invalidateQueries({ queryKey: root });
    },
  });
}
