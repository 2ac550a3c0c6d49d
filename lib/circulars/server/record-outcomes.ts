import { randomUUID } from "node:crypto";
import type { Actor } from "../../access/policy.ts";
import { type Recorded, record, recordAll } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { applyEvidence, applyOutcome, isDeliveryFailure, stopDelivery, type TryOutcome } from "../delivery.ts";
import { submitDelivery } from "../jobs.ts";
import { type NextStep, nextChannel, nextStep } from "../retry-ladder.ts";
import { beginAttempts } from "./begin-attempts.ts";
import type { ChannelKind, DeliveryOutcome } from "./channels/channel.ts";
import { countAttempts, type DeliveryRow, lockDeliveries, saveDeliveries } from "./delivery-repository.ts";
import { closeTasks, openTasks } from "./human-tasks.ts";
import { isInForce } from "./replacement-repository.ts";
import { channelsOf } from "./stored-content.ts";

export type Tried = { delivery: DeliveryRow; outcome: DeliveryOutcome };

/** How long a submitted message may stay without evidence before the provider is asked for it again. */
export const evidencePatience = 60 * 60_000;

/** Writes what came of a batch of tries, with what follows for each: nothing, the ladder, the next channel, a person. */
export async function recordOutcomes(ctx: Context<Actor>, tried: Tried[]): Promise<void> {
  const ids = tried.map(({ delivery }) => delivery.id);
  const rows = new Map((await lockDeliveries(ctx.db, ids)).map((row) => [row.id, row]));
  const saved: DeliveryRow[] = [];
  const events: Recorded[] = [];
  for (const { delivery, outcome } of tried) {
    const before = rows.get(delivery.id);
    if (!before) continue;
    const told = applyOutcome(before, asTryOutcome(outcome, delivery.tryCount, ctx.now));
    const row = { ...told, providerId: providerIdOf(outcome) ?? told.providerId };
    if (row.submittedAt && !before.submittedAt) events.push(submittedEvent(row));
    // Evidence may have overtaken the answer, or another try: then nothing follows a second time.
    saved.push(row.state === before.state ? row : await follow(ctx, before, row, outcome));
  }
  await recordAll(ctx, events);
  await saveDeliveries(ctx.db, saved);
  await finishDispatches(ctx, [...new Set(saved.map(({ circularId }) => circularId))]);
}

function asTryOutcome(outcome: DeliveryOutcome, tryCount: number, now: Date): TryOutcome {
  if (outcome.kind === "submitted" || outcome.kind === "delivered") return { kind: "submitted", tryCount, at: outcome.at };
  if (outcome.kind === "deferred") return { kind: "deferred", tryCount, reason: outcome.reason };
  if (outcome.kind === "refused") return { kind: "refused", tryCount, at: now, failure: outcome.reason, reason: outcome.detail };
  return { kind: "unknown", tryCount, reason: outcome.detail };
}

const providerIdOf = (outcome: DeliveryOutcome): string | null => (outcome.kind === "submitted" ? outcome.providerId : null);

export const submittedEvent = ({ id, provinceId, recipientId, circularId, tryCount }: DeliveryRow): Recorded => ({
  action: "delivery.submitted",
  subjectKind: "delivery",
  subjectId: id,
  provinceId,
  payload: { recipientId, circularId, tryCount },
});

export const unknownEvent = ({ id, provinceId, recipientId, circularId }: DeliveryRow): Recorded => ({
  action: "delivery.unknown",
  subjectKind: "delivery",
  subjectId: id,
  provinceId,
  payload: { recipientId, circularId },
});

async function follow(ctx: Context<Actor>, before: DeliveryRow, row: DeliveryRow, outcome: DeliveryOutcome): Promise<DeliveryRow> {
  // A try that was taken for lost has answered after all.
  if (before.state === "outcome_unknown") await closeTasks(ctx, row.recipientId, "Gönderimin sonucu öğrenildi");
  if (row.state === "retrying") return retry(ctx, row, outcome.kind === "deferred" ? outcome.until : null);
  if (row.state === "outcome_unknown") {
    await recordAll(ctx, [unknownEvent(row)]);
    return { ...row, nextCheckAt: ctx.now };
  }
  if (isDeliveryFailure(row.state)) return giveUp(ctx, row, await channelCount(ctx, row));
  return { ...row, nextCheckAt: new Date(ctx.now.getTime() + evidencePatience) };
}

async function retry(ctx: Context<Actor>, row: DeliveryRow, notBefore: Date | null): Promise<DeliveryRow> {
  if (!(await isInForce(ctx.db, row.circularId))) return stopDelivery(row, row.lastReason ?? "");
  const { tryCount, channelIndex } = row;
  const channels = await channelCount(ctx, row);
  const step = nextStep({ tryCount, channelCount: channels, channelIndex, now: ctx.now, random: Math.random, notBefore });
  if (step.kind !== "retry") return giveUp(ctx, applyEvidence(row, { proves: "expired", at: ctx.now, reason: row.lastReason }), channels);
  await enqueue(ctx.db, submitDelivery, [{ deliveryId: row.id, provinceId: row.provinceId }], { startAfter: step.at });
  return { ...row, nextCheckAt: step.at };
}

/** This channel has failed for good; the recipient's next one begins, or a person is asked. */
export async function giveUp(ctx: Context<Actor>, row: DeliveryRow, channels: number): Promise<DeliveryRow> {
  const { recipientId, circularId, state } = row;
  const payload = { recipientId, circularId, state, reason: row.lastReason ?? "" };
  await record(ctx, { action: "delivery.failed", subjectKind: "delivery", subjectId: row.id, provinceId: row.provinceId, payload });
  // A reminder that does not arrive needs nobody's decision: the board still shows the silent recipient. Nor does a letter
  // that was replaced while it was under way.
  const isAwaited = row.purpose === "letter" && (await isInForce(ctx.db, circularId));
  if (isAwaited) await beginNext(ctx, row, nextChannel({ channelCount: channels, channelIndex: row.channelIndex }));
  return { ...row, nextCheckAt: null };
}

async function beginNext(ctx: Context<Actor>, row: DeliveryRow, step: NextStep): Promise<void> {
  const detail = row.lastReason ? `Kanal sonuç vermedi: ${row.lastReason}` : "Kanal sonuç vermedi";
  if (step.kind !== "next_channel") return openTasks(ctx, [{ kind: "channels_exhausted", delivery: row, detail }]);
  await startChannel(ctx, row, step.index);
}

/** Opens an attempt on one of the recipient's channels, as they were when the circular was submitted. */
export async function startChannel(ctx: Context<Actor>, from: DeliveryRow, index: number, address?: string): Promise<void> {
  const channel = (await recipientChannels(ctx, from.recipientId))[index];
  if (!channel) return;
  const attempt = (await countAttempts(ctx.db, from.recipientId, "letter", channel.kind)) + 1;
  const { circularId, recipientId, provinceId } = from;
  const target = { channel: channel.kind, channelIndex: index, address: address ?? channel.address, attempt };
  await beginAttempts(ctx, [{ id: randomUUID(), circularId, recipientId, provinceId, purpose: "letter", ...target }]);
}

export const channelCount = async (ctx: Context<Actor>, row: DeliveryRow): Promise<number> =>
  (await recipientChannels(ctx, row.recipientId)).length;

async function recipientChannels(ctx: Context<Actor>, recipientId: string): Promise<{ kind: ChannelKind; address: string }[]> {
  const recipient = await ctx.db.tx.circularRecipient.findFirst({
    where: { id: recipientId, ...scopeWhere(ctx.db.scope) },
    select: { channels: true },
  });
  return recipient ? channelsOf(recipient) : [];
}

/** A circular is dispatched when the machine has tried all that is its own; what a person does has no next check. */
export async function finishDispatches(ctx: Context<Actor>, circularIds: string[]): Promise<void> {
  if (circularIds.length === 0) return;
  await ctx.db.tx.$executeRaw`
    UPDATE circular c SET state = 'dispatched', version = version + 1, updated_at = ${ctx.now}
    WHERE c.id = ANY(${circularIds}::uuid[]) AND ${scopeSql(ctx.db.scope, "c.province_id")} AND c.state = 'dispatching' AND NOT EXISTS (
      SELECT 1 FROM delivery d WHERE d.circular_id = c.id AND d.purpose = 'letter' AND (d.state = 'claimed' OR (d.state = 'planned' AND d.next_check_at IS NOT NULL)))`;
}

/** Two batches that end at the same moment see each other's rows still claimed and neither finishes: this one does. */
export async function finishLeftDispatches(ctx: Context<Actor>): Promise<void> {
  const left = await ctx.db.tx.circular.findMany({
    where: { state: "dispatching", ...scopeWhere(ctx.db.scope) },
    select: { id: true },
  });
  await finishDispatches(
    ctx,
    left.map(({ id }) => id),
  );
}
