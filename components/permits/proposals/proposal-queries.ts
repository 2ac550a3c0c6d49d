"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { type Decision, proposalKinds } from "@/components/permits/proposals/proposal-kinds.ts";
import { listProposals } from "@/lib/access/proposals-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

export const proposalsQuery = () =>
  queryOptions({ queryKey: ["access", "proposals"], queryFn: ({ signal }) => call(listProposals, {}, { signal }) });

/** The dialog shows its own refusals. Whatever was decided, list and records are asked again. */
export function useDecide() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => proposalKinds[decision.proposal.kind].decide(decision),
    meta: { handlesErrors: true },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: proposalsQuery().queryKey });
      await queries.invalidateQueries({ queryKey: permitQueries.root });
      await queries.invalidateQueries({ queryKey: ["cards"] });
      await queries.invalidateQueries({ queryKey: ["access", "users"] });
    },
  });
}
