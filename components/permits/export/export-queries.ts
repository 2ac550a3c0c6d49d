"use client";
import { queryOptions, useMutation } from "@tanstack/react-query";
import { exportPermits, readPermitExport } from "@/lib/permits/export-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

export const exportQueries = {
  record: (exportId: string) =>
    queryOptions({
      queryKey: ["permits", "exports", exportId],
      queryFn: ({ signal }) => call(readPermitExport, { exportId }, { signal }),
      refetchInterval: ({ state }) => (state.data?.state === "done" || state.data?.state === "failed" ? false : 1_000),
    }),
};

export function useExportPermits() {
  return useMutation({
    mutationFn: (input: InputOf<typeof exportPermits>) => call(exportPermits, input),
    meta: { handlesErrors: true },
  });
}
