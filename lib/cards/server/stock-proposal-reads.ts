import { type Actor, can } from "../../access/policy.ts";
import { decisionsOn, findProposalById, findWaitingProposals, type StoredProposal } from "../../access/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { Account, NumberedRef, Price, SerialRange, StockAct, StockProposal } from "../ledger-rows.ts";
import { valueOn } from "../ledger-value.ts";
import { countOf } from "../serial-ranges.ts";
import { hindranceOf } from "../stock-act.ts";
import type { listStockProposals as listEndpoint, readStockProposal as readEndpoint } from "../stock-contract.ts";
import { findTariffs } from "./ledger-figures.ts";
import { findSeries } from "./ledger-repository.ts";
import { findCase } from "./stock-case-repository.ts";
import { batchRef } from "./stock-count-repository.ts";

/** What the two people agree on, fixed by its digest. */
export type StockPayload = {
  summary: string;
  act: StockAct;
  series: string;
  ranges: SerialRange[];
  from: Account;
  to: Account;
  batchId: string | null;
  caseId: string | null;
  method: string | null;
  documentNo: string | null;
  documentId: string | null;
  proposerRole: string;
};

export const payloadOf = (proposal: StoredProposal): StockPayload => proposal.payload as StockPayload;

/** The rule beyond the permission, for this reader as the second person. */
export const hindranceFor = (actor: Actor, { act, proposerRole }: StockPayload): string | null =>
  hindranceOf(act, { proposerRole, role: actor.role, movesStock: can(actor, "ledger:move") });

export async function findStockProposal(db: Db, id: string): Promise<StoredProposal> {
  const proposal = await findProposalById(db, id);
  if (proposal?.kind !== "stock_movement") throw new AppError("not_found");
  return proposal;
}

export async function readStockProposal(ctx: Context<Actor>, { proposalId }: ParsedInputOf<typeof readEndpoint>): Promise<StockProposal> {
  return await present(ctx, await findStockProposal(ctx.db, proposalId), await findTariffs(ctx.db));
}

export async function listStockProposals(
  ctx: Context<Actor>,
  input: ParsedInputOf<typeof listEndpoint>,
): Promise<{ proposals: StockProposal[] }> {
  return { proposals: await waitingProposals(ctx, { series: input.series, batchId: input.batch, caseId: input.case }) };
}

type Wanted = { series?: string | undefined; batchId?: string | undefined; caseId?: string | undefined };

/** Oldest first; all of them are few, since each holds somebody up. */
export async function waitingProposals(ctx: Context<Actor>, { series, batchId, caseId }: Wanted): Promise<StockProposal[]> {
  const tariffs = await findTariffs(ctx.db);
  const waiting = (await findWaitingProposals(ctx.db, "stock_movement", ctx.now)).filter((proposal) => {
    const payload = payloadOf(proposal);
    return (!series || payload.series === series) && (!batchId || payload.batchId === batchId) && (!caseId || payload.caseId === caseId);
  });
  const presented: StockProposal[] = [];
  for (const proposal of waiting) presented.push(await present(ctx, proposal, tariffs));
  return presented;
}

async function present(ctx: Context<Actor>, proposal: StoredProposal, tariffs: readonly Price[]): Promise<StockProposal> {
  const payload = payloadOf(proposal);
  const { act, series, ranges, from, to, method, documentNo, documentId, summary } = payload;
  const { id, reason, proposedByName, decidedByName, note, version } = proposal;
  const quantity = countOf(ranges);
  const hindrance = hindranceFor(ctx.actor, payload);
  const decisions = decisionsOn(ctx, proposal);
  const isLate = proposal.state === "proposed" && proposal.expiresAt <= ctx.now;
  return {
    ...{
      id,
      act,
      series,
      ranges,
      quantity,
      from,
      to,
      method,
      documentNo,
      documentId,
      summary,
      reason,
      proposedByName,
      decidedByName,
      note,
      version,
    },
    digits: (await findSeries(ctx.db, series))?.digits ?? 7,
    value: valueOn(tariffs, localDateOf(ctx.now), quantity),
    batch: refOf(await batchRef(ctx.db, payload.batchId)),
    case: payload.caseId === null ? null : refOf(await findCase(ctx.db, payload.caseId)),
    proposedAt: proposal.proposedAt.toISOString(),
    expiresAt: proposal.expiresAt.toISOString(),
    state: isLate ? "expired" : (proposal.state as StockProposal["state"]),
    decidedAt: proposal.decidedAt?.toISOString() ?? null,
    allowedDecisions: hindrance ? decisions.filter((decision) => decision !== "approve") : decisions,
    hindrance: decisions.includes("approve") ? hindrance : null,
  };
}

const refOf = (row: NumberedRef | null): NumberedRef | null => (row ? { id: row.id, number: row.number } : null);
