import { randomUUID } from "node:crypto";
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { CircularRecord } from "../contract.ts";
import { earlierSendInWords } from "../duplicate-send.ts";
import { beginAttempts, type NewAttempt } from "./begin-attempts.ts";
import { openCommand, presentAgain } from "./command.ts";
import { findEarlierSends } from "./earlier-sends.ts";
import { startPlan } from "./plan-reminders.ts";
import { linkHash, linkToken } from "./recipient-link.ts";
import { type CircularRow, saveCircular } from "./repository.ts";
import { channelsOf } from "./stored-content.ts";
import { takePlace } from "./take-place.ts";

/**
 * "24 kuruma gönder": circular → dispatching, one delivery a recipient on its first channel, jobs and event, all in one
 * transaction. From here on nothing can be lost between commit and queue. What it replaces ends in the same moment.
 */
export async function dispatchCircular(
  ctx: Context<Actor>,
  input: { circularId: string; version: number; recipientCount: number; duplicateReason?: string | undefined },
): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "dispatch");
  if (row.recipients.length !== input.recipientCount) {
    throw new AppError("conflict", {
      message: `Muhatap sayısı değişti: düğmede ${input.recipientCount}, yazıda ${row.recipients.length}.`,
    });
  }
  const duplicate = await duplicateOf(ctx, row, input.duplicateReason);
  await saveCircular(ctx.db, row, ctx.now, { state: "dispatching", dispatchedAt: ctx.now });
  await takePlace(ctx, row);
  await startPlan(ctx, row.id);
  await writeLinks(ctx, row);
  await beginAttempts(
    ctx,
    row.recipients.map((recipient) => firstAttempt(row, recipient)),
  );
  await record(ctx, {
    action: "circular.dispatched",
    subjectKind: "circular",
    subjectId: row.id,
    payload: { recipients: row.recipients.length, ...duplicate, ...(row.replacesId && { replacesId: row.replacesId }) },
  });
  return presentAgain(ctx, row.id);
}

/** What the trail keeps of a letter that goes out a second time (A15); without a reason it does not. */
async function duplicateOf(ctx: Context<Actor>, row: CircularRow, reason: string | undefined) {
  const earlier = await findEarlierSends(ctx.db, row, ctx.now);
  const [latest] = earlier;
  if (!latest) return {};
  if (!reason) {
    const message = `Yeniden gönderme gerekçesini yazın. ${earlierSendInWords(latest)}`;
    throw new AppError("duplicate", { message, invalidParams: [{ path: "duplicateReason", message }] });
  }
  return { duplicateOf: earlier.map(({ circularId }) => circularId), reason };
}

function firstAttempt(row: CircularRow, recipient: CircularRow["recipients"][number]): NewAttempt {
  const [channel] = channelsOf(recipient);
  if (!channel) throw new AppError("not_ready", { message: `${recipient.name}: kanalı yok.` });
  return {
    id: randomUUID(),
    circularId: row.id,
    recipientId: recipient.id,
    provinceId: row.provinceId,
    purpose: "letter",
    channel: channel.kind,
    channelIndex: 0,
    address: channel.address,
    attempt: 1,
  };
}

/** The link's hash is what a public request is found by; the link itself is never stored. */
async function writeLinks(ctx: Context<Actor>, row: CircularRow): Promise<void> {
  const links = row.recipients.map(({ id }) => ({ id, hash: linkHash(linkToken({ id, linkVersion: 1 })).toString("hex") }));
  await ctx.db.tx.$executeRaw`
    UPDATE circular_recipient r SET link_hash = decode(n.hash, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS n(id uuid, hash text)
    WHERE r.id = n.id AND r.province_id = ${row.provinceId}`;
}
