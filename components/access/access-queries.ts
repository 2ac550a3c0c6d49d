import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { extendSession, type Me, type Preferences, readMe, savePreferences } from "@/lib/access/contract.ts";
import { call } from "@/lib/platform/http/call.ts";

/** A page that refreshes itself says so: it must not keep the session awake. */
export const passive = { headers: { "x-passive": "1" } } as const;

const root = ["access"] as const;

export const sessionQueries = {
  root,
  me: () => queryOptions({ queryKey: [...root, "me"], queryFn: ({ signal }) => call(readMe, {}, { signal, ...passive }) }),
};

export function useExtendSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(extendSession, {}),
    onSuccess: (times) => queries.setQueryData<Me>(sessionQueries.me().queryKey, (me) => me && { ...me, ...times }),
  });
}

export function useSavePreferences() {
  return useMutation({ mutationFn: (preferences: Preferences) => call(savePreferences, preferences) });
}
