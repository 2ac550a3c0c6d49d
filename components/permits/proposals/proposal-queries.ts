"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { listProposals, type ProposalDecision, type ProposalRow, type StepUp } from "@/lib/access/proposals-contract.ts";
import { decidePermitTransfer, withdrawPermitTransfer } from "@/lib/permits/commands-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

export const proposalsQuery = () =>
  queryOptions({ queryKey: ["access", "proposals"], queryFn: ({ signal }) => call(listProposals, {}, { signal }) });

export type Decision = { proposal: ProposalRow; decision: ProposalDecision; note: string; stepUp: StepUp };

/** The dialog shows its own refusals. Whatever was decided, list and record are asked again. */
export function useDecideTransfer() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ proposal: { id: proposalId, version }, decision, note, stepUp }: Decision) =>
      decision === "withdraw"
        ? call(withdrawPermitTransfer, { proposalId, version, stepUp })
        : call(decidePermitTransfer, { proposalId, version, decision, note, stepUp }),
    meta: { handlesErrors: true },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: proposalsQuery().queryKey });
      await queries.invalidateQueries({ queryKey: permitQueries.root });
    },
  });
}
