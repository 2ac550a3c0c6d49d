/** What heals by itself: every waiting row carries its next check, and these look at those that are late (R3). */
import type { Actor } from "../../access/policy.ts";
import { recordAll } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { preparationExpiresAt } from "../circular.ts";
import { applyEvidence, stopDelivery } from "../delivery.ts";
import { matchEvidence, submitDelivery } from "../jobs.ts";
import { type ProviderKnowledge, unknownStep } from "../retry-ladder.ts";
import type { Channel } from "./channels/channel.ts";
import { configuredChannels } from "./configured-channels.ts";
import { type DeliveryRow, findDueDeliveries, lockDeliveries, lookAgainAt, saveDeliveries, takeLate } from "./delivery-repository.ts";
import { parseRemEvidence } from "./evidence/rem-evidence.ts";
import { openTasks } from "./human-tasks.ts";
import { receiveEvidence } from "./receive-evidence.ts";
import { findCounted } from "./received-evidence.ts";
import { evidencePatience, finishLeftDispatches, submittedEvent, unknownEvent } from "./record-outcomes.ts";
import { isInForce } from "./replacement-repository.ts";
import { lockCircular } from "./repository.ts";
import { within } from "./submit-deliveries.ts";
import { undoPreparation } from "./void-preparation.ts";

const batch = 500;
const late = 60_000;

/** A claim whose worker died: whether the message left is not known, and never assumed (N5). */
export async function expireClaims(now: Date): Promise<number> {
  return within(null, now, async (ctx) => {
    const due = await findDueDeliveries(ctx.db, ["claimed"], now, batch);
    const ids = due.map(({ id }) => id);
    const isStillOver = ({ state, nextCheckAt }: DeliveryRow) => state === "claimed" && nextCheckAt !== null && nextCheckAt < now;
    const rows = (await lockDeliveries(ctx.db, ids)).filter(isStillOver);
    const told = rows.map((row) => ({ ...row, state: "outcome_unknown" as const, lastReason: "Gönderim yarıda kaldı", nextCheckAt: now }));
    await saveDeliveries(ctx.db, told);
    await recordAll(ctx, told.map(unknownEvent));
    return rows.length;
  });
}

/** Unknown outcomes: wait for evidence, then ask the provider by Message-ID; only "not known" sends again, with the same one. */
export async function settleUnknown(now: Date): Promise<number> {
  const { due, mode } = await within(null, now, async ({ db }) => ({
    due: await findDueDeliveries(db, ["outcome_unknown"], now, batch),
    mode: await installationMode(db),
  }));
  const channels = configuredChannels(mode);
  await sideBySide(due, async (delivery) => {
    const channel = channels[delivery.channel];
    const since = delivery.claimedAt ?? now;
    const canBeAsked = channel?.ask !== undefined;
    const first = unknownStep({ channelCanBeAsked: canBeAsked, since, now, answer: "not_asked" });
    const answer =
      first.kind === "ask" && channel ? await ask(channel, delivery.messageId) : { knowledge: "not_asked" as const, providerId: null };
    await within(delivery.provinceId, now, (ctx) => settleOne(ctx, delivery, { ...answer, canBeAsked, since }));
  });
  return due.length;
}

/** A few at a time: the provider is asked about each. */
async function sideBySide<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: 4 }, lane));
}

type Answer = { knowledge: ProviderKnowledge; providerId: string | null };

async function ask(channel: Channel, messageId: string): Promise<Answer> {
  const answer = await channel.ask?.(messageId);
  if (!answer || "unavailable" in answer) return { knowledge: "no_answer", providerId: null };
  return answer.known ? { knowledge: "known", providerId: answer.providerId } : { knowledge: "not_known", providerId: null };
}

async function settleOne(ctx: Context<Actor>, delivery: DeliveryRow, answer: Answer & { canBeAsked: boolean; since: Date }): Promise<void> {
  const [row] = await lockDeliveries(ctx.db, [delivery.id]);
  // Evidence or another worker may have been faster while the provider was asked.
  if (row?.state !== "outcome_unknown" || row.tryCount !== delivery.tryCount) return;
  const step = unknownStep({ channelCanBeAsked: answer.canBeAsked, since: answer.since, now: ctx.now, answer: answer.knowledge });
  if (step.kind === "wait") return saveDeliveries(ctx.db, [{ ...row, nextCheckAt: step.until }]);
  if (step.kind === "submitted") {
    const told = applyEvidence(row, { proves: "submitted", at: ctx.now });
    await recordAll(ctx, [submittedEvent(told)]);
    return saveDeliveries(ctx.db, [{ ...told, providerId: answer.providerId, nextCheckAt: ctx.now }]);
  }
  const isStillSent = await isInForce(ctx.db, row.circularId);
  // The provider does not know it, so it never left; and now it never will.
  if (step.kind === "resend_same_message_id" && !isStillSent) return saveDeliveries(ctx.db, [stopDelivery(row, row.lastReason ?? "")]);
  if (step.kind === "resend_same_message_id") {
    await saveDeliveries(ctx.db, [{ ...row, state: "retrying", nextCheckAt: ctx.now }]);
    return enqueue(ctx.db, submitDelivery, [{ deliveryId: row.id, provinceId: row.provinceId }]);
  }
  await saveDeliveries(ctx.db, [{ ...row, nextCheckAt: new Date(ctx.now.getTime() + 24 * 60 * 60_000) }]);
  if (isStillSent)
    await openTasks(ctx, [{ kind: "unknown_outcome", delivery: row, detail: "Gönderimin sonucu bilinmiyor; bu kanala sorulamıyor" }]);
}

/** A job that was lost or refused by the queue: the row itself knows that it is late. */
export async function requeueLate(now: Date): Promise<number> {
  return within(null, now, async ({ db }) => {
    const due = await takeLate(db, { before: new Date(now.getTime() - late), now, take: batch });
    await enqueue(
      db,
      submitDelivery,
      due.map(({ id, provinceId }) => ({ deliveryId: id, provinceId })),
    );
    return due.length;
  });
}

/** Dispatches whose last two batches ended in the same moment. */
export async function finishDispatched(now: Date): Promise<void> {
  await within(null, now, finishLeftDispatches);
}

/** Evidence that never came: the provider keeps it and can be asked. What has counted already is not stored again. */
export async function fetchMissingEvidence(now: Date): Promise<number> {
  const { due, mode } = await within(null, now, async ({ db }) => ({
    due: await findDueDeliveries(db, ["submitted", "accepted"], now, batch),
    mode: await installationMode(db),
  }));
  const channels = configuredChannels(mode);
  await sideBySide(due, async (delivery) => {
    const found = (await channels[delivery.channel]?.fetchEvidence?.(delivery.messageId)) ?? [];
    for (const raw of await notCounted(found, now)) await receiveEvidence(raw, { source: "provider", mediaType: "application/xml", now });
    await within(delivery.provinceId, now, ({ db }) => lookAgainAt(db, delivery, new Date(now.getTime() + evidencePatience)));
  });
  return due.length;
}

async function notCounted(documents: Buffer[], now: Date): Promise<Buffer[]> {
  const read = documents.map((raw) => ({ raw, parsed: parseRemEvidence(raw) }));
  const identifiers = read.flatMap(({ parsed }) => (parsed.ok ? parsed.evidence.identifier : []));
  const counted = await within(null, now, ({ db }) => findCounted(db, identifiers));
  return read.filter(({ parsed }) => !parsed.ok || !counted.has(parsed.evidence.identifier)).map(({ raw }) => raw);
}

/** Raw evidence whose job was lost. */
export async function requeueEvidence(now: Date): Promise<number> {
  return within(null, now, async ({ db }) => {
    const due = await db.tx.evidence.findMany({
      where: { status: "received", nextCheckAt: { lt: now } },
      select: { id: true },
      take: batch,
    });
    const ids = due.map(({ id }) => id);
    await enqueue(
      db,
      matchEvidence,
      ids.map((evidenceId) => ({ evidenceId })),
    );
    await db.tx.evidence.updateMany({ where: { id: { in: ids } }, data: { nextCheckAt: new Date(now.getTime() + 60_000) } });
    return ids.length;
  });
}

/** Fifteen minutes or the day are over: the number is voided and the letter waits for signature again (N3). */
export async function expirePreparations(now: Date): Promise<number> {
  const prepared = await within(null, now, ({ db }) =>
    db.tx.circular.findMany({ where: { state: "prepared" }, select: { id: true, provinceId: true, preparedAt: true } }),
  );
  const over = prepared.filter(({ preparedAt }) => preparedAt && preparationExpiresAt(preparedAt) <= now);
  for (const { id, provinceId } of over) {
    await within(provinceId, now, async (ctx) => {
      const row = await lockCircular(ctx.db, id);
      const isOver = row.state === "prepared" && row.preparedAt && preparationExpiresAt(row.preparedAt) <= now;
      if (isOver) await undoPreparation(ctx, row, "Süresi geçti");
    });
  }
  return over.length;
}
