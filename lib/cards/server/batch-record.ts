import { type Actor, can } from "../../access/policy.ts";
import { findWaitingProposal } from "../../access/server/queries.ts";
import { permitNumbers } from "../../permits/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { hex } from "../../platform/crypto/digest.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { type BatchGround, batchActions, firstOf, holdsSerial, spareOf } from "../batch.ts";
import type { BatchAction, BatchLine, BatchRecord, BatchRow, LineState } from "../production-contract.ts";
import { countOf } from "../serial-ranges.ts";
import { findBatch, floorOf, linesOf, lockBatch, type StoredBatch, type StoredLine } from "./batch-repository.ts";
import { allHoldings } from "./ledger-repository.ts";
import { answersOf } from "./partner-repository.ts";
import { findCards } from "./repository.ts";

type Range = { first: number; last: number };
type Waiting = Awaited<ReturnType<typeof findWaitingProposal>>;

/** A batch with all that decides what may be done with it. */
export type BatchCase = { batch: StoredBatch; lines: StoredLine[]; floor: Range[]; waiting: Waiting; answers: Answers };
type Answers = Awaited<ReturnType<typeof answersOf>>;

const groundOf = ({ batch, lines, floor, waiting, answers }: BatchCase): BatchGround => ({
  state: batch.state,
  lines,
  floor,
  hasWaitingProposal: waiting !== null,
  hasAnswers: answers.length > 0,
});

/** An allotment moves stock, and so needs the custodian; the rest needs whoever manages production. */
const mayDo = (actor: Actor, action: BatchAction): boolean =>
  can(actor, action === "allot" || action === "give_back" ? "ledger:move" : "production:manage");

const actionsFor = (actor: Actor, one: BatchCase): BatchAction[] => batchActions(groundOf(one)).filter((action) => mayDo(actor, action));

async function caseOf(ctx: Context<Actor>, batch: StoredBatch): Promise<BatchCase> {
  const lines = await linesOf(ctx.db, batch.id);
  const floor = await floorOf(ctx.db, batch);
  const waiting = await findWaitingProposal(ctx.db, "stock_movement", batch.id, ctx.now);
  return { batch, lines, floor, waiting, answers: await answersOf(ctx.db, batch.id) };
}

/** Loads and locks the batch for a command, and refuses a stale version or a wrong state. */
export async function openBatch(
  ctx: Context<Actor>,
  { batchId, version }: { batchId: string; version?: number },
  action: BatchAction,
): Promise<BatchCase> {
  const batch = await lockBatch(ctx.db, batchId);
  if (!batch) throw new AppError("not_found");
  if (version !== undefined && batch.version !== version) throw new AppError("stale_version", { currentVersion: batch.version });
  const one = await caseOf(ctx, batch);
  if (!mayDo(ctx.actor, action)) throw new AppError("forbidden");
  if (!actionsFor(ctx.actor, one).includes(action)) throw new AppError("state_forbids", { currentVersion: batch.version });
  return one;
}

export async function readBatch(ctx: Context<Actor>, { batchId }: { batchId: string }): Promise<BatchRecord> {
  const batch = await findBatch(ctx.db, batchId);
  if (!batch) throw new AppError("not_found");
  return await presentBatch(ctx, batch);
}

async function presentBatch(ctx: Context<Actor>, batch: StoredBatch): Promise<BatchRecord> {
  const one = await caseOf(ctx, batch);
  const { lines, floor, waiting, answers } = one;
  const allowedActions = actionsFor(ctx.actor, one);
  const counts = { ...noLines };
  for (const { state } of lines) counts[state] += 1;
  return {
    ...rowOf(batch, counts, countOf(floor)),
    digits: batch.inSeries.digits,
    blockedReason: batch.inSeries.blockedReason,
    version: batch.version,
    allottedAt: batch.allottedAt?.toISOString() ?? null,
    fileDigest: batch.fileDigest && hex(batch.fileDigest),
    rows: await lineRows(ctx.db, lines),
    floor,
    spare: spareOf(one),
    suggested: allowedActions.includes("allot") ? await suggestionFor(ctx.db, one) : [],
    answers: answers.map(({ receivedAt, sha256, summary, source, ...answer }) => ({
      ...answer,
      source: source === "endpoint" ? "endpoint" : "file",
      receivedAt: receivedAt.toISOString(),
      sha256: hex(sha256),
      lines: (summary as { lines?: number }).lines ?? 0,
    })),
    waiting: waiting && {
      proposalId: waiting.id,
      summary: String((waiting.payload as { summary?: unknown }).summary ?? ""),
      proposedByName: waiting.proposedByName,
    },
    allowedActions,
  };
}

const noLines: Record<LineState, number> = {
  waiting: 0,
  received: 0,
  validated: 0,
  printed: 0,
  error: 0,
  qc_pass: 0,
  qc_fail: 0,
  removed: 0,
};

/** The row of a list, from its counts. */
export function rowOf(batch: StoredBatch, counts: Partial<Record<LineState, number>>, floorCount: number): BatchRow {
  const { id, number, series, state, size, createdByName, isDemo } = batch;
  return {
    id,
    number,
    series,
    state,
    size,
    lines: { ...noLines, ...counts },
    floorCount,
    createdAt: batch.createdAt.toISOString(),
    createdByName,
    sentAt: batch.sentAt?.toISOString() ?? null,
    completedAt: batch.completedAt?.toISOString() ?? null,
    isDemo,
  };
}

async function suggestionFor(db: Db, { batch, lines, floor }: BatchCase): Promise<Range[]> {
  const needed = lines.filter(({ state }) => holdsSerial(state)).length - countOf(floor);
  return firstOf(await allHoldings(db, batch.series, "nvi_vault"), needed);
}

async function lineRows(db: Db, lines: readonly StoredLine[]): Promise<BatchLine[]> {
  const cards = new Map(
    (
      await findCards(
        db,
        lines.map(({ cardId }) => cardId),
      )
    ).map((card) => [card.id, card]),
  );
  const numbers = await permitNumbers(
    db,
    [...cards.values()].map(({ permitId }) => permitId),
  );
  return lines.flatMap(({ updatedAt, ...line }) => {
    const card = cards.get(line.cardId);
    if (!card) return [];
    const { number: cardNumber, kind, provinceId, work, permitId, validity } = card;
    const shown = { cardNumber, permitNumber: numbers.get(permitId) ?? "", kind, provinceId, work };
    return [{ ...line, ...shown, isInvalidated: validity === "invalidated", updatedAt: updatedAt.toISOString() }];
  });
}
