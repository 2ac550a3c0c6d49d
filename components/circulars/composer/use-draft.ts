"use client";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import type { EditedContent } from "@/components/circulars/composer/draft-content.ts";
import { createDraftStore, type DraftStore } from "@/components/circulars/composer/draft-store.ts";
import { amendCircular, type CircularRecord, readCircular } from "@/lib/circulars/contract.ts";
import { call } from "@/lib/platform/http/call.ts";

export const DraftContext = createContext<DraftStore | null>(null);

/** The store lives as long as the composer; leaving it saves what is left. */
export function useNewDraft(record: CircularRecord): DraftStore {
  const queries = useQueryClient();
  const [store] = useState(() =>
    createDraftStore({
      record,
      gateway: {
        save: (input) => call(amendCircular, input),
        read: (circularId) => call(readCircular, { circularId }),
        now: () => new Date(),
      },
    }),
  );
  // Whoever comes back to this page must find what was saved last.
  useEffect(
    () =>
      store.subscribe(() => {
        const next = store.getState().record;
        if (next.state === "draft") queries.setQueryData(circularQueries.record(next.id).queryKey, next);
      }),
    [store, queries],
  );
  useEffect(() => {
    const retry = () => void store.flush();
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("online", retry);
      retry();
    };
  }, [store]);
  return store;
}

export function useDraft() {
  const store = useContext(DraftContext);
  if (!store) throw new Error("useDraft outside the composer");
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getState);
  const write = (part: Partial<EditedContent>) => store.change((content) => ({ ...content, ...part }));
  const problems = state.status.step === "held" ? [...state.invalid, ...state.status.fields] : state.invalid;
  const errorAt = (path: string) => problems.find((param) => param.path === `content.${path}`)?.message;
  return { ...state, store, write, errorAt };
}
