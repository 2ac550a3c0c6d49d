import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { ownBytes } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import type { BoardRow } from "../delivery-contract.ts";
import { standingAnswers } from "../phone-answer.ts";
import { insertOwnEvidence } from "./evidence-repository.ts";
import { phoneRecordBytes } from "./phone-record.ts";
import { findPhoneAnswers, insertPhoneAnswer } from "./phone-repository.ts";
import { projectAnswer } from "./project-answer.ts";
import { presentRow } from "./recipient-board.ts";
import { openRecipient } from "./recipient-command.ts";

type Input = { circularId: string; recipientId: string; version: number; answerId: string; reason: string };

/** A wrong record stays and is cited; the recipient stands again as if it had not been written. Errors: `conflict` the second time. */
export async function reversePhoneAnswer(ctx: Context<Actor>, input: Input): Promise<BoardRow> {
  const { circular, recipient } = await openRecipient(ctx, input, "reverse_phone_answer");
  const answers = await findPhoneAnswers(ctx.db, recipient.id);
  if (!answers.some(({ id }) => id === input.answerId)) throw new AppError("not_found");
  if (!standingAnswers(answers).some(({ id }) => id === input.answerId)) {
    throw new AppError("conflict", { message: "Bu telefon kaydı daha önce düzeltilmiş; yeni hâlini görün." });
  }
  const { id: recipientId, provinceId } = recipient;
  const said = { statement: "reversal", spokenName: "", spokenTitle: "", spokenAt: null, answerBy: null } as const;
  const cited = { ...said, note: input.reason, reversesId: input.answerId };
  const evidenceId = await insertOwnEvidence(ctx.db, {
    provinceId,
    recipientId,
    deliveryId: null,
    source: "phone",
    kind: "phone_answer_reversal",
    eventAt: ctx.now,
    receivedAt: ctx.now,
    raw: phoneRecordBytes(ctx, { circular, recipient }, cited),
  });
  await insertPhoneAnswer(ctx.db, {
    ...cited,
    provinceId,
    recipientId,
    contentDigest: ownBytes(circular.contentDigest ?? Buffer.alloc(0)),
    evidenceId,
    recordedById: ctx.actor.id ?? "",
    recordedName: ctx.actor.name,
    recordedAt: ctx.now,
  });
  await projectAnswer(ctx, recipient);
  const payload = { circularId: circular.id, recipientId, answerId: input.answerId, reason: input.reason, evidenceId };
  await record(ctx, { action: "recipient.phone_answer_reversed", subjectKind: "recipient", subjectId: recipientId, provinceId, payload });
  return presentRow(ctx, input);
}
