"use client";
import { queryOptions } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import { cardQueries } from "@/components/cards/card-queries.ts";
import { listPackableCards, readManifest } from "@/lib/cards/manifest-contract.ts";
import { readBatch, readProductionBoard } from "@/lib/cards/production-contract.ts";
import { type ManualRequestReason, previewCardRequests, readCardRequest } from "@/lib/cards/request-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

const root = [...cardQueries.root, "production"] as const;

export const productionQueries = {
  board: () =>
    queryOptions({
      queryKey: [...root, "board"],
      queryFn: ({ signal }) => call(readProductionBoard, {}, { signal, ...passive }),
      refetchInterval: 60_000,
    }),
  batch: (batchId: string) =>
    queryOptions({ queryKey: [...root, "batch", batchId], queryFn: ({ signal }) => call(readBatch, { batchId }, { signal }) }),
  packable: () => queryOptions({ queryKey: [...root, "packable"], queryFn: ({ signal }) => call(listPackableCards, {}, { signal }) }),
  manifest: (manifestId: string) =>
    queryOptions({ queryKey: [...root, "manifest", manifestId], queryFn: ({ signal }) => call(readManifest, { manifestId }, { signal }) }),
  /** What a request for a whole selection would make. */
  bulk: (selectionId: string, requestReason: ManualRequestReason) =>
    queryOptions({
      queryKey: [...root, "bulk", selectionId, requestReason],
      queryFn: ({ signal }) => call(previewCardRequests, { selectionId, requestReason }, { signal }),
    }),
  request: (permitId: string) =>
    queryOptions({ queryKey: [...root, "request", permitId], queryFn: ({ signal }) => call(readCardRequest, { permitId }, { signal }) }),
};
