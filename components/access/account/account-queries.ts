"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  beginSecondFactor,
  changePassword,
  endOtherSessions,
  enrolSecondFactor,
  readAccount,
  renewRecoveryCodes,
} from "@/lib/access/account-contract.ts";
import type { StepUp } from "@/lib/access/proposals-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const key = ["access", "account"] as const;

export const accountQuery = () => queryOptions({ queryKey: key, queryFn: ({ signal }) => call(readAccount, {}, { signal }) });

/** The panels show their own refusals. */
export const useChangePassword = () => useAccountMutation((input: InputOf<typeof changePassword>) => call(changePassword, input));
export const useBeginSecondFactor = () => useAccountMutation((stepUp: StepUp) => call(beginSecondFactor, { stepUp }));
export const useEnrolSecondFactor = () => useAccountMutation((input: InputOf<typeof enrolSecondFactor>) => call(enrolSecondFactor, input));
export const useRenewRecoveryCodes = () => useAccountMutation((stepUp: StepUp) => call(renewRecoveryCodes, { stepUp }));

export function useEndOtherSessions() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => call(endOtherSessions, {}), onSuccess: () => queries.invalidateQueries({ queryKey: key }) });
}

function useAccountMutation<Input, Output>(run: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    meta: { handlesErrors: true },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key });
      await queries.invalidateQueries({ queryKey: ["access", "me"] });
    },
  });
}
