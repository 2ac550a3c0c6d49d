"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ImportTarget, importRoot } from "@/components/shell/imports/import-target.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";
import type { ImportEndpoints } from "@/lib/platform/import/import-endpoints.ts";
import type { ImportOutcome, ImportRunRecord, ImportState } from "@/lib/platform/import/run-contract.ts";

const working: readonly ImportState[] = ["checking", "committing"];

export const isWorking = (state: ImportState): boolean => working.includes(state);

export const importQueries = {
  list: (target: ImportTarget) =>
    queryOptions({
      queryKey: [...importRoot(target), "list"],
      queryFn: ({ signal }) => call(target.endpoints.list, {}, { signal }),
      refetchInterval: ({ state }) => (state.data?.runs.some((run) => isWorking(run.state)) ? 2_000 : false),
    }),
  record: (target: ImportTarget, importId: string) =>
    queryOptions({
      queryKey: [...importRoot(target), "record", importId],
      queryFn: ({ signal }) => call(target.endpoints.read, { importId }, { signal }),
      refetchInterval: ({ state }) => (state.data && isWorking(state.data.state) ? 1_000 : false),
    }),
  rows: (target: ImportTarget, { importId, outcome, after, version }: RowsAsked) =>
    queryOptions({
      queryKey: [...importRoot(target), "rows", importId, outcome, after, version],
      queryFn: ({ signal }) => call(target.endpoints.rows, { importId, outcome, ...(after > 0 && { after: String(after) }) }, { signal }),
    }),
};

type RowsAsked = { importId: string; outcome: ImportOutcome; after: number; version: number };

function useKept(target: ImportTarget) {
  const queries = useQueryClient();
  return (run: ImportRunRecord) => {
    queries.setQueryData(importQueries.record(target, run.id).queryKey, run);
    return queries.invalidateQueries({ queryKey: [...importRoot(target), "list"] });
  };
}

type Upload = { file: File; source: string };

export function useUploadImport(target: ImportTarget) {
  const keep = useKept(target);
  return useMutation({
    mutationFn: async ({ file, source }: Upload) =>
      call(target.endpoints.upload, { source, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }),
    meta: { handlesErrors: true },
    onSuccess: keep,
  });
}

export function useCheckImport(target: ImportTarget) {
  const keep = useKept(target);
  return useMutation({
    mutationFn: (input: InputOf<ImportEndpoints["check"]>) => call(target.endpoints.check, input),
    meta: { handlesErrors: true },
    onSuccess: keep,
  });
}

export function useCommitImport(target: ImportTarget) {
  const keep = useKept(target);
  return useMutation({
    mutationFn: (input: InputOf<ImportEndpoints["commit"]>) => call(target.endpoints.commit, input),
    meta: { handlesErrors: true },
    onSuccess: keep,
  });
}

export function useAbandonImport(target: ImportTarget) {
  const keep = useKept(target);
  return useMutation({
    mutationFn: (input: InputOf<ImportEndpoints["abandon"]>) => call(target.endpoints.abandon, input),
    onSuccess: keep,
  });
}
