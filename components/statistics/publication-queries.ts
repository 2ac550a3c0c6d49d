"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";
import { exportCut, exportYearbook, freezeFigure, listFigures, readFigure, readYearbook } from "@/lib/statistics/publication-contract.ts";

const root = ["statistics"] as const;

export const publicationQueries = {
  yearbook: () => queryOptions({ queryKey: [...root, "yearbook"], queryFn: ({ signal }) => call(readYearbook, {}, { signal }) }),
  figures: () => queryOptions({ queryKey: [...root, "figures"], queryFn: ({ signal }) => call(listFigures, {}, { signal }) }),
  figure: (figureId: string) =>
    queryOptions({ queryKey: [...root, "figures", figureId], queryFn: ({ signal }) => call(readFigure, { figureId }, { signal }) }),
};

export function useFreezeFigure() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<typeof freezeFigure>) => call(freezeFigure, input),
    onSuccess: () => queries.invalidateQueries({ queryKey: publicationQueries.figures().queryKey }),
    meta: { handlesErrors: true },
  });
}

export const useExportCut = () => useMutation({ mutationFn: (input: InputOf<typeof exportCut>) => call(exportCut, input) });
export const useExportYearbook = () => useMutation({ mutationFn: (input: InputOf<typeof exportYearbook>) => call(exportYearbook, input) });
