import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import type { CircularRecord } from "../contract.ts";
import { openCommand, presentAgain } from "./command.ts";
import { saveCircular } from "./repository.ts";

/** Before dispatch only; a signed letter's number stays in the register as signed. */
export async function withdrawCircular(
  ctx: Context<Actor>,
  input: { circularId: string; version: number; reason: string },
): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "withdraw");
  await saveCircular(ctx.db, row, ctx.now, { state: "withdrawn", withdrawnAt: ctx.now });
  await record(ctx, { action: "circular.withdrawn", subjectKind: "circular", subjectId: row.id, payload: { reason: input.reason } });
  return presentAgain(ctx, row.id);
}
