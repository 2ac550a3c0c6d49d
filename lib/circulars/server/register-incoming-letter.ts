import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { findInstitutions } from "../../institutions/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { dateColumn } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { registerIncomingLetter as endpoint, IncomingLetterRecord } from "../incoming-contract.ts";
import { presentLetter } from "./incoming-letters.ts";
import { getLetter, insertLetter } from "./incoming-repository.ts";

/** Enters a received letter into the province's register. */
export async function registerIncomingLetter(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<IncomingLetterRecord> {
  const { actor, db, now } = ctx;
  if (!actor.unitId || actor.provinceId === null) throw new AppError("forbidden");
  const [sender] = await findInstitutions(db, [input.institutionId]);
  if (!sender) throw refusal("institutionId", "Gönderen kurum bulunamadı.");
  if (input.receivedOn > localDateOf(now)) throw refusal("receivedOn", "Geliş tarihi bugünden sonra olamaz.");
  if (input.letterOn > input.receivedOn) throw refusal("letterOn", "Yazının tarihi geliş tarihinden sonra olamaz.");
  const { letterOn, receivedOn, ...rest } = input;
  const id = await insertLetter(db, {
    ...rest,
    provinceId: actor.provinceId,
    unitId: actor.unitId,
    letterOn: dateColumn(letterOn),
    receivedOn: dateColumn(receivedOn),
    receivedAt: now,
    receivedBy: actor.name,
  });
  await record(ctx, {
    action: "incoming_letter.registered",
    subjectKind: "incoming_letter",
    subjectId: id,
    payload: { letterNumber: input.letterNumber, letterOn },
  });
  return presentLetter(ctx, await getLetter(db, id));
}

const refusal = (path: string, message: string) => new AppError("bad_input", { invalidParams: [{ path, message }] });
