"use client";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import {
  type BoardRow,
  readCoverList,
  readKepFiles,
  readRecipient,
  readRecipientBoard,
  recordHandDelivery,
  recordSubmission,
  remindRecipients,
  resolveTask,
  uploadEvidence,
  waiveRecipient,
} from "@/lib/circulars/delivery-contract.ts";
import { tryNextChannel } from "@/lib/circulars/next-channel-contract.ts";
import { recordPhoneAnswer, reversePhoneAnswer } from "@/lib/circulars/phone-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf, OutputOf } from "@/lib/platform/http/endpoint.ts";

const root = ["circulars"] as const;
const TWO_SECONDS = 2_000;
const TEN_SECONDS = 10_000;
const ONE_MINUTE = 60_000;

export type RecipientBoard = OutputOf<typeof readRecipientBoard>;
export type RecipientRecord = OutputOf<typeof readRecipient>;

export const recipientQueries = {
  board: (circularId: string) =>
    queryOptions({
      queryKey: [...root, "board", circularId],
      queryFn: ({ signal }) => call(readRecipientBoard, { circularId }, { signal, ...passive }),
      refetchInterval: ({ state }) => (state.data ? paceOf(state.data) : false),
    }),
  /** Read anew when the board shows that something about the recipient moved. */
  record: (circularId: string, row: BoardRow) =>
    queryOptions({
      queryKey: [...root, "board", circularId, row.id, movedBy(row)],
      queryFn: ({ signal }) => call(readRecipient, { circularId, recipientId: row.id }, { signal, ...passive }),
      // What was read before may stay only if it was of this recipient.
      placeholderData: (before, query) => (query?.queryKey[3] === row.id ? before : undefined),
    }),
  coverList: (circularId: string) =>
    queryOptions({
      queryKey: [...root, "cover-list", circularId],
      queryFn: ({ signal }) => call(readCoverList, { circularId }, { signal }),
      placeholderData: keepPreviousData,
    }),
};

const moving = new Set<BoardRow["state"]>(["planned", "claimed", "retrying", "outcome_unknown", "submitted", "accepted"]);

/** As often as there is something to see. */
function paceOf({ circular, rows }: RecipientBoard): number {
  if (circular.state === "completed") return ONE_MINUTE;
  if (circular.state === "dispatching" || rows.some((row) => moving.has(row.state) && row.task === null)) return TWO_SECONDS;
  return TEN_SECONDS;
}

const movedBy = ({ version, state, tryCount, attempt, submittedAt, deliveredAt, readAt, remindedAt, task }: BoardRow): string =>
  [version, state, tryCount, attempt, submittedAt, deliveredAt, readAt, remindedAt, task?.id].join(" ");

/** Every deed on the board: shows its own refusals, and the board is read again whatever came of it. */
function useBoardDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: deed,
    meta: { handlesErrors: true },
    onSettled: () => queries.invalidateQueries({ queryKey: root }),
  });
}

export const useRemindRecipients = () => useBoardDeed((input: InputOf<typeof remindRecipients>) => call(remindRecipients, input));

export const useWaiveRecipient = () => useBoardDeed((input: InputOf<typeof waiveRecipient>) => call(waiveRecipient, input));

export const useRecordHandDelivery = () => useBoardDeed((input: InputOf<typeof recordHandDelivery>) => call(recordHandDelivery, input));

export const useRecordPhoneAnswer = () => useBoardDeed((input: InputOf<typeof recordPhoneAnswer>) => call(recordPhoneAnswer, input));

export const useReversePhoneAnswer = () => useBoardDeed((input: InputOf<typeof reversePhoneAnswer>) => call(reversePhoneAnswer, input));

export const useRecordSubmission = () => useBoardDeed((input: InputOf<typeof recordSubmission>) => call(recordSubmission, input));

export const useTryNextChannel = () => useBoardDeed((input: InputOf<typeof tryNextChannel>) => call(tryNextChannel, input));

export const useResolveTask = () => useBoardDeed((input: InputOf<typeof resolveTask>) => call(resolveTask, input));

export const useUploadEvidence = () =>
  useBoardDeed(async ({ circularId, file }: { circularId: string; file: File }) =>
    call(uploadEvidence, { circularId, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }),
  );

/** Fetched, not navigated to: a refusal is then a sentence on the board, not a page of its own. */
export function useDownloadKepFiles() {
  return useMutation({
    mutationFn: (circularId: string) => call(readKepFiles, { circularId }),
    onSuccess({ name, mediaType, bytes }) {
      const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
      const link = Object.assign(document.createElement("a"), { href: url, download: name });
      link.click();
      URL.revokeObjectURL(url);
    },
  });
}
