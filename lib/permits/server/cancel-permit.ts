import type { Actor } from "../../access/policy.ts";
import { addDays } from "../../platform/calendar/local-day.ts";
import type { Context } from "../../platform/context.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { cancelPermit as endpoint } from "../commands-contract.ts";
import type { PermitRecord } from "../contract.ts";
import { openCommand, recordDeed, tell } from "./command.ts";
import { refuse } from "./entry-checks.ts";
import { checkEvidence } from "./evidence-file.ts";
import { presentAgain } from "./read-permit.ts";
import { update } from "./repository.ts";

/** A cancellation takes effect within the permit's own days and not in the future: until then the record says "in force". */
export async function cancelPermit(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<PermitRecord> {
  const row = await openCommand(ctx, input, "cancel");
  const { endedOn, ground, reason, evidenceFileId: fileId } = input;
  const isOutside = endedOn < row.validFrom || (row.validTo !== null && endedOn > row.validTo);
  const isLater = endedOn > addDays(localDateOf(ctx.now), 1) && endedOn !== row.validFrom;
  refuse([
    ...(isOutside ? [{ path: "endedOn", message: "İptal günü iznin geçerlilik tarihleri içinde olmalı." }] : []),
    ...(isLater ? [{ path: "endedOn", message: "İptal en geç yarından başlayarak hüküm doğurur." }] : []),
  ]);
  await checkEvidence(ctx, fileId, row.provinceId);
  const columns = { status: "cancelled" as const, endedOn };
  await update(ctx.db, row, { columns }, ctx.now);
  await tell(ctx, { ...row, version: row.version + 1 }, { kind: "cancelled", change: { ...columns, ground }, reason, fileId });
  await recordDeed(ctx, "permit.cancelled", row, ground);
  return await presentAgain(ctx, row.id);
}
