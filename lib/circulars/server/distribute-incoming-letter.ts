import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { defaultList } from "../../institutions/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import { formatDate } from "../../platform/locale/tr.ts";
import { proposeClosing } from "../closing.ts";
import type { CircularRecord } from "../contract.ts";
import { presentAgain } from "./command.ts";
import { recipientOf, startDraft } from "./draft-circular.ts";
import { lockLetter, saveLetter } from "./incoming-repository.ts";
import { bodyOf } from "./stored-content.ts";

/**
 * "Dağıtıma çıkar": the received letter becomes the reference (Yönetmelik m.15), its text the text, the province's list
 * the distribution. A letter is distributed once; a withdrawn draft frees it.
 */
export async function distributeIncomingLetter(ctx: Context<Actor>, input: { letterId: string; version: number }): Promise<CircularRecord> {
  const letter = await lockLetter(ctx.db, input.letterId, input.version);
  if (letter.circulars.length > 0 || letter.filedAt) throw new AppError("state_forbids");
  const list = await defaultList(ctx.db, letter.provinceId);
  const reference = `${letter.institution.genitive} ${formatDate(localDate(letter.letterOn))} tarihli ve ${letter.letterNumber} sayılı yazısı.`;
  const id = await startDraft(ctx, {
    incomingLetterId: letter.id,
    subject: letter.subject,
    references: [reference],
    body: bodyOf(letter),
    closing: proposeClosing(list?.members ?? [])?.text ?? "",
    list,
    recipients: list?.members.map(recipientOf) ?? [],
  });
  await saveLetter(ctx.db, letter, {});
  await record(ctx, {
    action: "incoming_letter.distributed",
    subjectKind: "incoming_letter",
    subjectId: letter.id,
    payload: { circularId: id },
  });
  return presentAgain(ctx, id);
}
