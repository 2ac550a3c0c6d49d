import { randomUUID } from "node:crypto";
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex } from "../../platform/crypto/digest.ts";
import { applyEvidence } from "../delivery.ts";
import type { BoardRow } from "../delivery-contract.ts";
import { type BoardCircular, type BoardRecipient, saveRecipient } from "./board-repository.ts";
import { deliveriesOf } from "./board-row.ts";
import { insertDeliveries, lockDeliveries, saveDeliveries } from "./delivery-repository.ts";
import { insertOwnEvidence } from "./evidence-repository.ts";
import { handRecordBytes } from "./hand-record.ts";
import { closeTasks } from "./human-tasks.ts";
import { presentRow } from "./recipient-board.ts";
import { openRecipient } from "./recipient-command.ts";
import { finishDispatches } from "./record-outcomes.ts";
import { recordedInstant } from "./recorded-day.ts";
import { channelsOf } from "./stored-content.ts";

type Input = {
  circularId: string;
  recipientId: string;
  version: number;
  channel: "hand" | "post";
  deliveredOn: string;
  receivedBy: string;
  note: string;
};

/** By hand or post: the record with who took it is the evidence that moves the delivery on (N6). */
export async function recordHandDelivery(ctx: Context<Actor>, input: Input): Promise<BoardRow> {
  const { circular, recipient } = await openRecipient(ctx, input, "record_hand_delivery");
  const deliveredOn = { path: "deliveredOn", name: "Teslim", day: input.deliveredOn };
  const deliveredAt = recordedInstant(deliveredOn, circular.dispatchedAt, ctx.now);
  const deliveryId = openAttempt(recipient, input.channel) ?? (await startAttempt(ctx, recipient, input.channel));
  const evidenceId = await insertOwnEvidence(ctx.db, {
    provinceId: recipient.provinceId,
    recipientId: recipient.id,
    deliveryId,
    source: "hand_record",
    kind: "hand_delivery",
    eventAt: deliveredAt,
    receivedAt: ctx.now,
    raw: recordBytes(ctx, circular, recipient, input),
  });
  const locked = await lockDeliveries(ctx.db, [deliveryId]);
  await saveDeliveries(
    ctx.db,
    locked.map((row) => ({ ...applyEvidence(row, { proves: "delivered", at: deliveredAt }), nextCheckAt: null })),
  );
  await saveRecipient(ctx.db, recipient, {});
  await closeTasks(ctx, recipient.id, "Elden ya da postayla teslim kaydedildi");
  await finishDispatches(ctx, [circular.id]);
  const payload = { recipientId: recipient.id, circularId: circular.id, channel: input.channel, evidenceId };
  await record(ctx, {
    action: "delivery.recorded",
    subjectKind: "delivery",
    subjectId: deliveryId,
    provinceId: recipient.provinceId,
    payload,
  });
  return presentRow(ctx, input);
}

function openAttempt(recipient: BoardRecipient, channel: string): string | null {
  return deliveriesOf(recipient, "letter").find((delivery) => delivery.channel === channel && delivery.state === "planned")?.id ?? null;
}

async function startAttempt(ctx: Context<Actor>, recipient: BoardRecipient, channel: "hand" | "post"): Promise<string> {
  const id = randomUUID();
  const channels = channelsOf(recipient);
  const known = channels.findIndex(({ kind }) => kind === channel);
  const earlier = deliveriesOf(recipient, "letter").filter((delivery) => delivery.channel === channel);
  const { circularId, provinceId } = recipient;
  const target = {
    channel,
    channelIndex: known === -1 ? channels.length : known,
    address: channels[known]?.address ?? "",
    attempt: Math.max(0, ...earlier.map(({ attempt }) => attempt)) + 1,
  };
  const row = {
    id,
    circularId,
    recipientId: recipient.id,
    provinceId,
    purpose: "letter",
    ...target,
    state: "planned",
    nextCheckAt: null,
  } as const;
  await insertDeliveries(ctx.db, [row]);
  return id;
}

function recordBytes(ctx: Context<Actor>, circular: BoardCircular, recipient: BoardRecipient, input: Input): Buffer {
  const { channel, deliveredOn, receivedBy, note } = input;
  return handRecordBytes({
    kind: "hand_delivery",
    circularId: circular.id,
    recipientId: recipient.id,
    recipientName: recipient.name,
    documentDigest: circular.documentDigest ? hex(circular.documentDigest) : "",
    channel,
    deliveredOn,
    receivedBy,
    note,
    recordedById: ctx.actor.id,
    recordedAt: ctx.now.toISOString(),
  });
}
