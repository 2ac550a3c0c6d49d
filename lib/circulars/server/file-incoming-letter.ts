import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { IncomingLetterRecord } from "../incoming-contract.ts";
import { presentLetter } from "./incoming-letters.ts";
import { getLetter, lockLetter, saveLetter } from "./incoming-repository.ts";

/** Puts a received letter away without distribution, with the reason in the register. */
export async function fileIncomingLetter(
  ctx: Context<Actor>,
  input: { letterId: string; version: number; note: string },
): Promise<IncomingLetterRecord> {
  const letter = await lockLetter(ctx.db, input.letterId, input.version);
  if (letter.circulars.length > 0 || letter.filedAt) throw new AppError("state_forbids");
  await saveLetter(ctx.db, letter, { filedAt: ctx.now, fileNote: input.note });
  await record(ctx, {
    action: "incoming_letter.filed",
    subjectKind: "incoming_letter",
    subjectId: letter.id,
    payload: { note: input.note },
  });
  return presentLetter(ctx, await getLetter(ctx.db, letter.id));
}
