import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { applyEvidence } from "../delivery.ts";
import type { BoardRow, recordSubmission as endpoint } from "../delivery-contract.ts";
import { saveRecipient } from "./board-repository.ts";
import { deliveryByFile } from "./board-row.ts";
import { lockDeliveries, saveDeliveries } from "./delivery-repository.ts";
import { insertOwnEvidence } from "./evidence-repository.ts";
import { handRecordBytes } from "./hand-record.ts";
import { presentRow } from "./recipient-board.ts";
import { openRecipient } from "./recipient-command.ts";
import { evidencePatience } from "./record-outcomes.ts";
import { recordedInstant } from "./recorded-day.ts";

/**
 * KEP by file: the officer sent the message in the provider's own screen and writes down its number there. The record is
 * evidence of the submission only; what the provider says about it later is matched by that number too.
 */
export async function recordSubmission(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<BoardRow> {
  const { circular, recipient } = await openRecipient(ctx, input, "record_submission");
  const { submittedOn, providerId } = input;
  const at = recordedInstant({ path: "submittedOn", name: "Gönderim", day: submittedOn }, circular.dispatchedAt, ctx.now);
  const { id: recipientId, provinceId, name: recipientName } = recipient;
  const [row] = await lockDeliveries(ctx.db, [deliveryByFile(recipient)?.id ?? recipientId]);
  // The provider's evidence may have been faster than the officer.
  if (row?.state !== "planned") throw new AppError("state_forbids", { currentVersion: recipient.version });
  const raw = handRecordBytes({
    kind: "kep_submission",
    circularId: circular.id,
    recipientId,
    recipientName,
    documentDigest: circular.documentDigest ? hex(circular.documentDigest) : "",
    address: row.address,
    messageId: row.messageId,
    providerId,
    submittedOn,
    recordedById: ctx.actor.id,
    recordedAt: ctx.now.toISOString(),
  });
  const own = { provinceId, recipientId, deliveryId: row.id, source: "hand_record", kind: "kep_submission" } as const;
  const evidenceId = await insertOwnEvidence(ctx.db, { ...own, eventAt: at, receivedAt: ctx.now, raw });
  const nextCheckAt = new Date(ctx.now.getTime() + evidencePatience);
  await saveDeliveries(ctx.db, [{ ...applyEvidence(row, { proves: "submitted", at }), providerId, nextCheckAt }]);
  await saveRecipient(ctx.db, recipient, {});
  const payload = { recipientId, circularId: circular.id, channel: row.channel, evidenceId };
  await record(ctx, { action: "delivery.recorded", subjectKind: "delivery", subjectId: row.id, provinceId, payload });
  return presentRow(ctx, input);
}
