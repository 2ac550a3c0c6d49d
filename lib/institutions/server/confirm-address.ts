import { type Actor, assertCan } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { confirmAddress as endpoint } from "../address-contract.ts";
import type { InstitutionRecord } from "../contract.ts";
import { saveConfirmation } from "./address-repository.ts";
import { presentInstitution } from "./read-institution.ts";
import { lockById } from "./repository.ts";

/** Who asked the institution, when and how; the trail keeps every confirmation, the record the last. */
export async function confirmAddress(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<InstitutionRecord> {
  const { institutionId, kind, address, way, note } = input;
  const stored = await lockById(ctx.db, institutionId);
  if (!stored) throw new AppError("not_found");
  assertCan(ctx.actor, "institution:amend", stored);
  if (!stored.channels.some((channel) => channel.kind === kind && channel.address === address)) {
    throw new AppError("conflict", { message: "Bu adres kurumun kaydında artık yok. Sayfayı yenileyip şimdiki adresi teyit edin." });
  }
  const { provinceId } = stored;
  const by = { at: ctx.now, byId: ctx.actor.id, byName: ctx.actor.name };
  await saveConfirmation(ctx.db, { institutionId, provinceId, kind, address, way, note, ...by });
  await record(ctx, {
    action: "institution.address_confirmed",
    subjectKind: "institution",
    subjectId: institutionId,
    provinceId,
    payload: { kind, address, way },
  });
  return await presentInstitution(ctx, stored);
}
