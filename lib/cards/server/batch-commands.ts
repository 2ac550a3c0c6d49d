// A batch from the queue to its end; what NVİ and the quality check do in between: partner-answers.ts, quality-check.ts.
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { assignSerials, holdsSerial } from "../batch.ts";
import { kindsOfSeries } from "../production.ts";
import type {
  BatchRecord,
  cancelBatch as cancelEndpoint,
  completeBatch as completeEndpoint,
  gatherBatch as gatherEndpoint,
  removeBatchLine as removeEndpoint,
} from "../production-contract.ts";
import { openBatch, readBatch } from "./batch-record.ts";
import {
  floorOf,
  insertBatch,
  linesOf,
  lockBatch,
  releaseStale,
  type StoredBatch,
  type StoredLine,
  updateBatch,
  updateLines,
} from "./batch-repository.ts";
import { changeCards } from "./card-events.ts";
import { lockSeries } from "./ledger-repository.ts";
import { nextOf, takeOldest } from "./production-repository.ts";
import { findCards, lockCards, type StoredCard } from "./repository.ts";

const endedReason = "İzin kaydı sona erdi; kart üretilmeyecek.";

/** A card whose permit ended while it waited is not made. Answers with those that still are. */
export async function closeEnded(ctx: Context<Actor>, cards: readonly StoredCard[]): Promise<StoredCard[]> {
  const ended = cards.filter(({ validity }) => validity === "invalidated");
  await changeCards(
    ctx,
    ended.map((card) => ({ card, axis: "work", kind: "closed", columns: { work: "closed" }, reason: endedReason })),
  );
  return cards.filter(({ validity }) => validity !== "invalidated");
}

/** Errors: `conflict` for an unknown or blocked series, or where nothing waits. */
export async function gatherBatch(ctx: Context<Actor>, input: ParsedInputOf<typeof gatherEndpoint>): Promise<BatchRecord> {
  const { db, now, actor } = ctx;
  const series = await lockSeries(db, input.series);
  const kinds = kindsOfSeries(input.series);
  if (!series || kinds.length === 0) throw new AppError("conflict", { message: `${input.series} serisi tanımlı değil.` });
  if (series.blockedReason !== null) {
    throw new AppError("conflict", { message: `${input.series} serisinden parti toplanamaz: ${series.blockedReason}` });
  }
  const ids = await takeOldest(db, { kinds, work: "queued", count: input.count });
  const cards = await closeEnded(ctx, await inOrder(ctx, ids));
  if (cards.length === 0) throw new AppError("conflict", { message: "Bu seri için sırada bekleyen kart yok." });
  const number = await nextOf(db, "batch", localDateOf(now).slice(0, 4));
  const batch = { number, series: series.code, size: cards.length, createdAt: now, createdByName: actor.name, isDemo: series.isDemo };
  const batchId = await insertBatch(
    db,
    batch,
    cards.map(({ id }) => id),
  );
  await changeCards(
    ctx,
    cards.map((card) => ({ card, axis: "work", kind: "batched", columns: { work: "in_batch", batchId } })),
  );
  const payload = { number, series: series.code, cards: cards.length };
  await record(ctx, { action: "batch.gathered", subjectKind: "batch", subjectId: batchId, provinceId: null, payload });
  return await readBatch(ctx, { batchId });
}

async function inOrder(ctx: Context<Actor>, ids: readonly string[]): Promise<StoredCard[]> {
  const cards = new Map((await findCards(ctx.db, ids)).map((card) => [card.id, card]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/**
 * Gives the batch's lines the serials that two persons moved to its floor. Called in the transaction of that movement, and again by
 * the seal, so that a line never stands on a serial that has gone back.
 */
export async function takeAllotment(ctx: Context<Actor>, batchId: string): Promise<void> {
  const batch = await lockBatch(ctx.db, batchId);
  if (!batch || (batch.state !== "gathered" && batch.state !== "allotted")) return;
  const assigned = await assign(ctx, batch);
  const open = (await linesOf(ctx.db, batchId)).filter(({ state }) => holdsSerial(state)).length;
  if (assigned < open) return;
  await updateBatch(ctx.db, batch, { state: "allotted", allottedAt: ctx.now });
  const payload = { serials: assigned };
  await record(ctx, { action: "batch.allotted", subjectKind: "batch", subjectId: batchId, provinceId: null, payload });
}

/** Answers how many open lines have a serial of the floor now. */
export async function assign(ctx: Context<Actor>, batch: StoredBatch): Promise<number> {
  await releaseStale(ctx.db, batch);
  const lines = await linesOf(ctx.db, batch.id);
  const assigned = assignSerials(lines, await floorOf(ctx.db, batch));
  await updateLines(
    ctx.db,
    batch.id,
    assigned.map(({ line, serial }) => ({ line, serial, state: "waiting" })),
    ctx.now,
  );
  return assigned.length;
}

export async function removeBatchLine(ctx: Context<Actor>, input: ParsedInputOf<typeof removeEndpoint>): Promise<BatchRecord> {
  const { batch, lines } = await openBatch(ctx, input, "remove_line");
  const line = lines.find((one) => one.line === input.line && holdsSerial(one.state));
  if (!line) throw new AppError("bad_input", { invalidParams: [{ path: "line", message: "Partide böyle bir satır yok." }] });
  await takeOut(ctx, batch, [line], input.reason);
  await updateBatch(ctx.db, batch, {});
  const payload = { line: line.line, reason: input.reason };
  await record(ctx, { action: "batch.line_removed", subjectKind: "batch", subjectId: batch.id, provinceId: null, payload });
  return await readBatch(ctx, input);
}

async function takeOut(ctx: Context<Actor>, batch: StoredBatch, lines: readonly StoredLine[], reason: string): Promise<void> {
  await updateLines(
    ctx.db,
    batch.id,
    lines.map(({ line }) => ({ line, state: "removed", serial: null })),
    ctx.now,
  );
  const cards = await lockCards(
    ctx.db,
    lines.map(({ cardId }) => cardId),
  );
  const waiting = await closeEnded(ctx, cards);
  await changeCards(
    ctx,
    waiting.map((card) => ({ card, axis: "work", kind: "unbatched", columns: { work: "queued", batchId: null }, reason })),
  );
}

export async function completeBatch(ctx: Context<Actor>, input: ParsedInputOf<typeof completeEndpoint>): Promise<BatchRecord> {
  const { batch, lines } = await openBatch(ctx, input, "complete");
  await updateBatch(ctx.db, batch, { state: "completed", completedAt: ctx.now });
  const countIn = (state: StoredLine["state"]) => lines.filter((line) => line.state === state).length;
  const payload = { passed: countIn("qc_pass"), failed: countIn("qc_fail"), errors: countIn("error") };
  await record(ctx, { action: "batch.completed", subjectKind: "batch", subjectId: batch.id, provinceId: null, payload });
  return await readBatch(ctx, input);
}

export async function cancelBatch(ctx: Context<Actor>, input: ParsedInputOf<typeof cancelEndpoint>): Promise<BatchRecord> {
  const { batch, lines } = await openBatch(ctx, input, "cancel");
  await takeOut(
    ctx,
    batch,
    lines.filter(({ state }) => holdsSerial(state)),
    input.reason,
  );
  await updateBatch(ctx.db, batch, { state: "cancelled", completedAt: ctx.now });
  const payload = { reason: input.reason };
  await record(ctx, { action: "batch.cancelled", subjectKind: "batch", subjectId: batch.id, provinceId: null, payload });
  return await readBatch(ctx, input);
}
