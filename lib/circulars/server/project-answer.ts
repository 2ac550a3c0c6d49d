import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { dateColumn } from "../../platform/db/local-date.ts";
import { recipientAnswer } from "../phone-answer.ts";
import { saveRecipient } from "./board-repository.ts";
import { findDeclarations } from "./evidence-repository.ts";
import { findPhoneAnswers } from "./phone-repository.ts";

/** Writes where a locked recipient stands by all that was declared and said; the rows themselves are never changed. */
export async function projectAnswer(ctx: Context<Actor>, recipient: { id: string; version: number }): Promise<void> {
  const declarations = await findDeclarations(ctx.db, recipient.id);
  const { promisedOn, ...answer } = recipientAnswer(declarations, await findPhoneAnswers(ctx.db, recipient.id));
  await saveRecipient(ctx.db, recipient, { ...answer, promisedOn: promisedOn && dateColumn(promisedOn) });
}
