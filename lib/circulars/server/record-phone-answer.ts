import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { isWithinCalendar } from "../../platform/calendar/working-days.ts";
import type { Context } from "../../platform/context.ts";
import { ownBytes } from "../../platform/crypto/digest.ts";
import { dateColumn } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { BoardRow } from "../delivery-contract.ts";
import type { PhoneStatement } from "../phone-answer.ts";
import { roleOf } from "./board-row.ts";
import { insertOwnEvidence } from "./evidence-repository.ts";
import { phoneRecordBytes } from "./phone-record.ts";
import { insertPhoneAnswer } from "./phone-repository.ts";
import { projectAnswer } from "./project-answer.ts";
import { presentRow } from "./recipient-board.ts";
import { openRecipient } from "./recipient-command.ts";

type Input = {
  circularId: string;
  recipientId: string;
  version: number;
  statement: PhoneStatement;
  spokenName: string;
  spokenTitle: string;
  spokenOn: string;
  spokenTime: string;
  answerBy: string | null;
  note: string;
};

/** "Telefonla bildirdi": who said what and when, written down by whom. It is an answer, and never the institution's own click. */
export async function recordPhoneAnswer(ctx: Context<Actor>, input: Input): Promise<BoardRow> {
  const { circular, recipient } = await openRecipient(ctx, input, "record_phone_answer");
  const { statement, spokenName, spokenTitle, note } = input;
  if (statement === "action_reported" && roleOf(recipient) !== "action") {
    throw refusal("statement", "Yazı bu kuruma bilgi için gönderilmiştir; gereği beklenmez.");
  }
  const spokenAt = spokenInstant(input, circular.dispatchedAt, ctx.now);
  const answerBy = promisedDay(input, localDateOf(ctx.now));
  const contentDigest = ownBytes(circular.contentDigest ?? Buffer.alloc(0));
  const { id: recipientId, provinceId } = recipient;
  const evidenceId = await insertOwnEvidence(ctx.db, {
    provinceId,
    recipientId,
    deliveryId: null,
    source: "phone",
    kind: "phone_answer",
    eventAt: spokenAt,
    receivedAt: ctx.now,
    raw: phoneRecordBytes(ctx, { circular, recipient }, { statement, spokenName, spokenTitle, spokenAt, answerBy, note, reversesId: null }),
  });
  const answerId = await insertPhoneAnswer(ctx.db, {
    provinceId,
    recipientId,
    statement,
    spokenName,
    spokenTitle,
    spokenAt,
    answerBy: answerBy && dateColumn(answerBy),
    note,
    contentDigest,
    evidenceId,
    recordedById: ctx.actor.id ?? "",
    recordedName: ctx.actor.name,
    recordedAt: ctx.now,
  });
  await projectAnswer(ctx, recipient);
  const payload = { circularId: circular.id, recipientId, statement, answerId, evidenceId };
  await record(ctx, { action: "recipient.phone_answer_recorded", subjectKind: "recipient", subjectId: recipientId, provinceId, payload });
  return presentRow(ctx, input);
}

/** The minute of the call: not before the letter went out, not ahead of the clock. */
function spokenInstant({ spokenOn, spokenTime }: Input, dispatchedAt: Date | null, now: Date): Date {
  const spokenAt = new Date(`${spokenOn}T${spokenTime}:00+03:00`);
  const field = spokenOn === localDateOf(now) ? "spokenTime" : "spokenOn";
  if (spokenAt > now) throw refusal(field, "Görüşme ileri bir zamanda olamaz.");
  if (dispatchedAt === null || spokenAt >= dispatchedAt) return spokenAt;
  // The form knows minutes; a call in the minute of the dispatch came after it.
  if (dispatchedAt.getTime() - spokenAt.getTime() < 60_000) return dispatchedAt;
  throw refusal(spokenOn === localDateOf(dispatchedAt) ? "spokenTime" : "spokenOn", "Görüşme, yazının dağıtılmasından önce olamaz.");
}

function promisedDay({ statement, answerBy }: Input, today: string): string | null {
  if (statement !== "promised") return null;
  if (answerBy === null) throw refusal("answerBy", "Yanıtın ne güne kadar verileceğini yazın.");
  if (answerBy < today || !isWithinCalendar(answerBy)) throw refusal("answerBy", "Yanıt için verilen gün bugünden önce olamaz.");
  return answerBy;
}

const refusal = (path: string, message: string): AppError => new AppError("bad_input", { invalidParams: [{ path, message }] });
