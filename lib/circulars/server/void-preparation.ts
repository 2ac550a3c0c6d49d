import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import type { CircularRecord } from "../contract.ts";
import { openCommand, presentAgain } from "./command.ts";
import { settleNumber } from "./number-register.ts";
import { type CircularRow, saveCircular } from "./repository.ts";

/** The signatory gives the prepared document back; its number is voided and the letter waits for signature again. */
export async function voidPreparation(
  ctx: Context<Actor>,
  input: { circularId: string; version: number; reason: string },
): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "void_preparation");
  await undoPreparation(ctx, row, input.reason);
  return presentAgain(ctx, row.id);
}

/** Also what the sweep does when fifteen minutes or the day are over. */
export async function undoPreparation(ctx: Context<Actor>, row: CircularRow, reason: string): Promise<void> {
  const documentNumber = row.documentNumber ?? "";
  await settleNumber(ctx.db, documentNumber, "voided", ctx.now, reason);
  await saveCircular(ctx.db, row, ctx.now, {
    state: "awaiting_signature",
    documentNumber: null,
    documentOn: null,
    verificationCode: null,
    documentFileId: null,
    documentDigest: null,
    documentPages: null,
    signedAttributes: null,
    preparedAt: null,
    preparedById: null,
  });
  await record(ctx, {
    action: "circular.preparation_voided",
    subjectKind: "circular",
    subjectId: row.id,
    provinceId: row.provinceId,
    payload: { documentNumber, reason },
  });
}
