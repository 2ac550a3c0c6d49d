import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  extendSession,
  listDemoAccounts,
  type Me,
  type Preferences,
  readMe,
  savePreferences,
  verifySecondFactor,
} from "@/lib/access/contract.ts";
import { call } from "@/lib/platform/http/call.ts";

/** A page that refreshes itself says so: it must not keep the session awake. */
export const passive = { headers: { "x-passive": "1" } } as const;

const root = ["access"] as const;

export const sessionQueries = {
  root,
  me: () => queryOptions({ queryKey: [...root, "me"], queryFn: ({ signal }) => call(readMe, {}, { signal, ...passive }) }),
};

/** Asked anew each time it is shown: the codes in it run out. */
export const demoAccountsQuery = () =>
  queryOptions({
    queryKey: [...root, "demo-accounts"],
    queryFn: ({ signal }) => call(listDemoAccounts, {}, { signal }),
    staleTime: 0,
  });

/** The form shows its own refusals beside the field. */
export function useVerifySecondFactor() {
  return useMutation({ mutationFn: (code: string) => call(verifySecondFactor, { code }), meta: { handlesErrors: true } });
}

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
