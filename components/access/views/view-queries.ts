"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import { amendView, listViews, removeView, type SavedView, saveView, type ViewScreen, visitView } from "@/lib/access/views-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const root = ["views"] as const;

export const viewQueries = {
  list: (screen: ViewScreen) =>
    queryOptions({
      queryKey: [...root, screen],
      queryFn: ({ signal }) => call(listViews, { screen }, { signal, ...passive }),
    }),
};

function useViewChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: root }) });
}

export const useSaveView = () => useViewChange((view: InputOf<typeof saveView>) => call(saveView, view));

export const useAmendView = () =>
  useViewChange(({ id, version, name, query, visibility }: Pick<SavedView, "id" | "version" | "name" | "query" | "visibility">) =>
    call(amendView, { viewId: id, version, name, query, visibility }),
  );

export const useRemoveView = () => useViewChange((viewId: string) => call(removeView, { viewId }));

export const useVisitView = () => useViewChange((viewId: string) => call(visitView, { viewId }));
