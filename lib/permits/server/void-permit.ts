import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { voidPermit as endpoint } from "../commands-contract.ts";
import type { PermitRecord } from "../contract.ts";
import { openCommand, recordDeed, tell } from "./command.ts";
import { checkEvidence } from "./evidence-file.ts";
import { presentAgain } from "./read-permit.ts";
import { findSuccessor, update } from "./repository.ts";

/** Registered in error. A permit that another one follows is no such error any more. */
export async function voidPermit(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<PermitRecord> {
  const row = await openCommand(ctx, input, "void");
  if (await findSuccessor(ctx.db, row.id))
    throw new AppError("state_forbids", { message: "Bu izni izleyen bir izin var; önce onu ele alın." });
  const { reason, evidenceFileId: fileId } = input;
  await checkEvidence(ctx, fileId, row.provinceId);
  const columns = { status: "void" as const, endedOn: null };
  await update(ctx.db, row, { columns }, ctx.now);
  await tell(ctx, { ...row, version: row.version + 1 }, { kind: "voided", change: columns, reason, fileId });
  await recordDeed(ctx, "permit.voided", row);
  return await presentAgain(ctx, row.id);
}
