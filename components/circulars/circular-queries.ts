"use client";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import { listColleagues } from "@/lib/access/contract.ts";
import {
  type CircularRecord,
  type DraftContent,
  previewCircular,
  readAttachment,
  readCircular,
  readTimeline,
} from "@/lib/circulars/contract.ts";
import { cancelCircular, supersedeCircular } from "@/lib/circulars/replacement-contract.ts";
import {
  dispatchCircular,
  initialCircular,
  listEarlierSends,
  listRecipientAddresses,
  prepareCircular,
  readDocument,
  readSignature,
  returnCircular,
  signCircular,
  voidPreparation,
  withdrawCircular,
} from "@/lib/circulars/signing-contract.ts";
import { call, urlOf } from "@/lib/platform/http/call.ts";
import type { Endpoint, InputOf } from "@/lib/platform/http/endpoint.ts";

const root = ["circulars"] as const;
const FIVE_SECONDS = 5_000;
const MINUTE = 60_000;

/** While others may act, the page asks again by itself; a draft belongs to whoever types in it. */
const changesByOthers: readonly CircularRecord["state"][] = ["in_initials", "awaiting_signature", "prepared", "signed", "dispatching"];

const movesByItself: readonly CircularRecord["state"][] = ["dispatching", "dispatched"];

export const circularQueries = {
  root,
  record: (circularId: string) =>
    queryOptions({
      queryKey: [...root, "record", circularId],
      queryFn: ({ signal }) => call(readCircular, { circularId }, { signal, ...passive }),
      refetchInterval: ({ state }) => (state.data && changesByOthers.includes(state.data.state) ? FIVE_SECONDS : false),
      // What is being typed must not be replaced under the hand; saving finds out about a newer version.
      refetchOnWindowFocus: ({ state }) => state.data?.state !== "draft",
      refetchOnMount: "always",
    }),
  /** Deliveries move without a new version of the circular. */
  timeline: ({ id: circularId, version, state }: Pick<CircularRecord, "id" | "version" | "state">) =>
    queryOptions({
      queryKey: [...root, "timeline", circularId, version],
      queryFn: ({ signal }) => call(readTimeline, { circularId }, { signal, ...passive }),
      refetchInterval: movesByItself.includes(state) ? FIVE_SECONDS : false,
      placeholderData: keepPreviousData,
    }),
  /** `attached` only tells previews with different attachments apart. */
  preview: (circularId: string, content: DraftContent | null, attached: string) =>
    queryOptions({
      queryKey: [...root, "preview", circularId, attached, content],
      queryFn: ({ signal }) => call(previewCircular, { circularId, content }, { signal }),
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: MINUTE,
    }),
  earlierSends: (circularId: string) =>
    queryOptions({
      queryKey: [...root, "earlier-sends", circularId],
      queryFn: ({ signal }) => call(listEarlierSends, { circularId }, { signal }),
    }),
  addresses: (circularId: string) =>
    queryOptions({
      queryKey: [...root, "addresses", circularId],
      queryFn: ({ signal }) => call(listRecipientAddresses, { circularId }, { signal }),
    }),
  colleagues: () =>
    queryOptions({
      queryKey: [...root, "colleagues"],
      queryFn: ({ signal }) => call(listColleagues, {}, { signal }),
      staleTime: MINUTE,
    }),
};

/** Where the bytes of a circular's files are. */
export const circularFiles = {
  document: (circularId: string, digest: string) => `${urlOf(readDocument, { circularId }).url}?digest=${digest.slice(0, 12)}`,
  signature: (circularId: string) => urlOf(readSignature, { circularId }).url,
  attachment: (circularId: string, attachmentId: string) => urlOf(readAttachment, { circularId, attachmentId }).url,
};

type CommandEndpoint = Endpoint & { output: typeof readCircular.output };

/** A command of the circular: shows its own refusal, keeps the answered record, asks everything else again. */
function useCircularCommand<E extends CommandEndpoint>(endpoint: E) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ idempotencyKey, ...input }: InputOf<E> & { idempotencyKey?: string }) =>
      call(endpoint, input as InputOf<E>, idempotencyKey ? { idempotencyKey } : {}) as Promise<CircularRecord>,
    meta: { handlesErrors: true },
    onSuccess: (record) => {
      queries.setQueryData(circularQueries.record(record.id).queryKey, record);
      return queries.invalidateQueries({ queryKey: root, predicate: ({ queryKey }) => queryKey[1] !== "preview" });
    },
    onError: () => queries.invalidateQueries({ queryKey: [...root, "record"] }),
  });
}

export const useInitialCircular = () => useCircularCommand(initialCircular);
export const useReturnCircular = () => useCircularCommand(returnCircular);
export const usePrepareCircular = () => useCircularCommand(prepareCircular);
export const useVoidPreparation = () => useCircularCommand(voidPreparation);
export const useSignCircular = () => useCircularCommand(signCircular);
export const useDispatchCircular = () => useCircularCommand(dispatchCircular);
export const useWithdrawCircular = () => useCircularCommand(withdrawCircular);
export const useSupersedeCircular = () => useCircularCommand(supersedeCircular);
export const useCancelCircular = () => useCircularCommand(cancelCircular);
