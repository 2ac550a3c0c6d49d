"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  abandonPermitImport,
  checkPermitImport,
  commitPermitImport,
  listPermitImportRows,
  listPermitImports,
  readPermitImport,
  uploadPermitImport,
} from "@/lib/permits/import-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";
import type { ImportOutcome, ImportRunRecord, ImportState } from "@/lib/platform/import/run-contract.ts";

const root = ["permits", "imports"] as const;
const working: readonly ImportState[] = ["checking", "committing"];

export const isWorking = (state: ImportState): boolean => working.includes(state);

export const importQueries = {
  list: () =>
    queryOptions({
      queryKey: [...root, "list"],
      queryFn: ({ signal }) => call(listPermitImports, {}, { signal }),
      refetchInterval: ({ state }) => (state.data?.runs.some((run) => isWorking(run.state)) ? 2_000 : false),
    }),
  record: (importId: string) =>
    queryOptions({
      queryKey: [...root, "record", importId],
      queryFn: ({ signal }) => call(readPermitImport, { importId }, { signal }),
      refetchInterval: ({ state }) => (state.data && isWorking(state.data.state) ? 1_000 : false),
    }),
  rows: (importId: string, outcome: ImportOutcome, after: number, version: number) =>
    queryOptions({
      queryKey: [...root, "rows", importId, outcome, after, version],
      queryFn: ({ signal }) => call(listPermitImportRows, { importId, outcome, ...(after > 0 && { after: String(after) }) }, { signal }),
    }),
};

function useKept() {
  const queries = useQueryClient();
  return (run: ImportRunRecord) => {
    queries.setQueryData(importQueries.record(run.id).queryKey, run);
    return queries.invalidateQueries({ queryKey: [...root, "list"] });
  };
}

type Upload = { file: File; source: string };

export function useUploadImport() {
  const keep = useKept();
  return useMutation({
    mutationFn: async ({ file, source }: Upload) =>
      call(uploadPermitImport, { source, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }),
    meta: { handlesErrors: true },
    onSuccess: keep,
  });
}

export function useCheckImport() {
  const keep = useKept();
  return useMutation({
    mutationFn: (input: InputOf<typeof checkPermitImport>) => call(checkPermitImport, input),
    meta: { handlesErrors: true },
    onSuccess: keep,
  });
}

export function useCommitImport() {
  const keep = useKept();
  return useMutation({
    mutationFn: (input: InputOf<typeof commitPermitImport>) => call(commitPermitImport, input),
    meta: { handlesErrors: true },
    onSuccess: keep,
  });
}

export function useAbandonImport() {
  const keep = useKept();
  return useMutation({ mutationFn: (input: InputOf<typeof abandonPermitImport>) => call(abandonPermitImport, input), onSuccess: keep });
}
