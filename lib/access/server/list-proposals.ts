import type { Context } from "../../platform/context.ts";
import { enterAccounts } from "../../platform/db/transaction.ts";
import { type Actor, can } from "../policy.ts";
import { ProposalKind, type ProposalRow, type ProposalState } from "../proposals-contract.ts";
import { listStored, type StoredProposal } from "./proposal-repository.ts";
import { allowedDecisions, permissionsByKind } from "./two-person.ts";

const most = 200;

export async function listProposals(ctx: Context<Actor>): Promise<{ proposals: ProposalRow[] }> {
  const kinds = ProposalKind.options.filter((kind) => can(ctx.actor, permissionsByKind[kind].read));
  const db = can(ctx.actor, permissionsByKind.user_change.read) ? await enterAccounts(ctx.db) : ctx.db;
  const stored = await listStored(db, kinds, most);
  const waiting = (proposal: StoredProposal) => stateOf(proposal, ctx.now) === "proposed";
  const ordered = [...stored.filter(waiting), ...stored.filter((proposal) => !waiting(proposal))];
  return { proposals: ordered.map((proposal) => present(ctx, proposal)) };
}

function present(ctx: Context<Actor>, proposal: StoredProposal): ProposalRow {
  const { id, subjectId, reason, proposedByName, decidedByName, note, version } = proposal;
  return {
    id,
    kind: ProposalKind.parse(proposal.kind),
    subjectId,
    summary: (proposal.payload as { summary: string }).summary,
    reason,
    state: stateOf(proposal, ctx.now),
    proposedByName,
    proposedAt: proposal.proposedAt.toISOString(),
    expiresAt: proposal.expiresAt.toISOString(),
    decidedByName,
    decidedAt: proposal.decidedAt?.toISOString() ?? null,
    note,
    version,
    allowedDecisions: allowedDecisions(ctx, proposal),
  };
}

const stateOf = (proposal: StoredProposal, now: Date): ProposalState =>
  proposal.state === "proposed" && proposal.expiresAt <= now ? "expired" : (proposal.state as ProposalState);
