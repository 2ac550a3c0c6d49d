/** What heals by itself: every waiting row carries its next check, and these look at those that are late (R3). */
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { preparationExpiresAt } from "../circular.ts";
import { applyEvidence } from "../delivery.ts";
import { matchEvidence, submitDelivery } from "../jobs.ts";
import { type ProviderKnowledge, unknownStep } from "../retry-ladder.ts";
import type { Channel } from "./channels/channel.ts";
import { configuredChannels } from "./configured-channels.ts";
import { type DeliveryRow, findDueDeliveries, lockDeliveries, saveDeliveries } from "./delivery-repository.ts";
import { openTasks } from "./human-tasks.ts";
import { receiveEvidence } from "./receive-evidence.ts";
import { lockCircular } from "./repository.ts";
import { within } from "./submit-deliveries.ts";
import { undoPreparation } from "./void-preparation.ts";

const batch = 500;
const late = 20_000;

/** A claim whose worker died: whether the message left is not known, and never assumed (N5). */
export async function expireClaims(now: Date): Promise<number> {
  return within(null, now, async (ctx) => {
    const due = await findDueDeliveries(ctx.db, ["claimed"], now, batch);
    const rows = (
      await lockDeliveries(
        ctx.db,
        due.map(({ id }) => id),
      )
    ).filter(({ state }) => state === "claimed");
    await saveDeliveries(
      ctx.db,
      rows.map((row) => ({ ...row, state: "outcome_unknown" as const, lastReason: "Gönderim yarıda kaldı", nextCheckAt: now })),
    );
    for (const row of rows) await auditUnknown(ctx, row);
    return rows.length;
  });
}

const auditUnknown = (ctx: Context<Actor>, row: DeliveryRow) =>
  record(ctx, {
    action: "delivery.unknown",
    subjectKind: "delivery",
    subjectId: row.id,
    provinceId: row.provinceId,
    payload: { recipientId: row.recipientId, circularId: row.circularId },
  });

/** Unknown outcomes: wait for evidence, then ask the provider by Message-ID; only "not known" sends again, with the same one. */
export async function settleUnknown(now: Date): Promise<number> {
  const { due, mode } = await within(null, now, async ({ db }) => ({
    due: await findDueDeliveries(db, ["outcome_unknown"], now, batch),
    mode: await installationMode(db),
  }));
  const channels = configuredChannels(mode);
  for (const delivery of due) {
    const channel = channels[delivery.channel];
    const since = delivery.claimedAt ?? now;
    const canBeAsked = channel?.ask !== undefined;
    const first = unknownStep({ channelCanBeAsked: canBeAsked, since, now, answer: "not_asked" });
    const answer =
      first.kind === "ask" && channel ? await ask(channel, delivery.messageId) : { knowledge: "not_asked" as const, providerId: null };
    await within(delivery.provinceId, now, (ctx) => settleOne(ctx, delivery, { ...answer, canBeAsked, since }));
  }
  return due.length;
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
    return saveDeliveries(ctx.db, [{ ...told, providerId: answer.providerId, nextCheckAt: ctx.now }]);
  }
  if (step.kind === "resend_same_message_id") {
    await saveDeliveries(ctx.db, [{ ...row, state: "retrying", nextCheckAt: ctx.now }]);
    return enqueue(ctx.db, submitDelivery, [{ deliveryId: row.id, provinceId: row.provinceId }]);
  }
  await saveDeliveries(ctx.db, [{ ...row, nextCheckAt: new Date(ctx.now.getTime() + 24 * 60 * 60_000) }]);
  await openTasks(ctx, [{ kind: "unknown_outcome", delivery: row, detail: "Gönderimin sonucu bilinmiyor; bu kanala sorulamıyor" }]);
}

/** A job that was lost or refused by the queue: the row itself knows that it is late. */
export async function requeueLate(now: Date): Promise<number> {
  return within(null, now, async ({ db }) => {
    const due = await findDueDeliveries(db, ["planned", "retrying"], new Date(now.getTime() - late), batch);
    await enqueue(
      db,
      submitDelivery,
      due.map(({ id, provinceId }) => ({ deliveryId: id, provinceId })),
    );
    await saveDeliveries(
      db,
      due.map((row) => ({ ...row, nextCheckAt: now })),
    );
    return due.length;
  });
}

/** Evidence that never came: the provider keeps it and can be asked. */
export async function fetchMissingEvidence(now: Date): Promise<number> {
  const { due, mode } = await within(null, now, async ({ db }) => ({
    due: await findDueDeliveries(db, ["submitted", "accepted"], now, 100),
    mode: await installationMode(db),
  }));
  const channels = configuredChannels(mode);
  for (const delivery of due) {
    const found = (await channels[delivery.channel]?.fetchEvidence?.(delivery.messageId)) ?? [];
    for (const raw of found) await receiveEvidence(raw, { source: "provider", mediaType: "application/xml", now });
    await within(delivery.provinceId, now, ({ db }) =>
      db.tx.delivery.updateMany({
        where: { id: delivery.id, provinceId: delivery.provinceId, state: { in: ["submitted", "accepted"] } },
        data: { nextCheckAt: new Date(now.getTime() + 60 * 60_000) },
      }),
    );
  }
  return due.length;
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
