import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { OutputOf, ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { revealPermitField as endpoint } from "../contract.ts";
import { identityCipher, openIdentity, plainField } from "./identity.ts";
import { findById } from "./repository.ts";

const shownMs = 5 * 60_000;

export async function revealPermitField(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<OutputOf<typeof endpoint>> {
  const row = await findById(ctx.db, input.permitId);
  if (!row) throw new AppError("not_found");
  const { field, purpose, note } = input;
  const value = plainField(openIdentity(await identityCipher(ctx.db), row.identity), field);
  const payload = { field, purpose, note };
  await record(ctx, { action: "permit.revealed", subjectKind: "permit", subjectId: row.id, provinceId: row.provinceId, payload });
  return { value, hideAt: new Date(ctx.now.getTime() + shownMs).toISOString() };
}
