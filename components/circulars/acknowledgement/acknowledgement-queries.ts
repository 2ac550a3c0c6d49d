"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  acknowledgeCircular,
  type LinkedLetter,
  readLinkedAttachment,
  readLinkedDocument,
  readLinkedLetter,
  reportAction,
} from "@/lib/circulars/public-contract.ts";
import { call, urlOf } from "@/lib/platform/http/call.ts";

const root = ["circulars", "acknowledgement"] as const;

/** The secret stands in a cookie that scripts cannot read; the server puts it in. */
const byCookie = { token: "" };

export type Declaration = { contentDigest: string; name: string; title: string; note: string };

export const acknowledgementQueries = {
  letter: () =>
    queryOptions({
      queryKey: [...root, "letter"],
      queryFn: ({ signal }) => call(readLinkedLetter, byCookie, { signal }),
      retry: false,
    }),
};

export const linkedDocumentUrl = (): string => urlOf(readLinkedDocument, byCookie).url;
export const linkedAttachmentUrl = (attachmentId: string): string => urlOf(readLinkedAttachment, { ...byCookie, attachmentId }).url;

function useDeclare(declare: (declaration: Declaration) => Promise<LinkedLetter>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: declare,
    meta: { handlesErrors: true },
    onSuccess: (letter) => queries.setQueryData(acknowledgementQueries.letter().queryKey, letter),
  });
}

export const useAcknowledgeCircular = () =>
  useDeclare(({ contentDigest, name, title }) => call(acknowledgeCircular, { ...byCookie, contentDigest, name, title }));

export const useReportAction = () => useDeclare((declaration) => call(reportAction, { ...byCookie, ...declaration }));
