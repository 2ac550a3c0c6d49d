import { type Actor, can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { InstitutionRecord } from "../contract.ts";
import { findAddresses } from "./address-repository.ts";
import { findById, listsOf, type StoredInstitution } from "./repository.ts";

export async function readInstitution(ctx: Context<Actor>, input: { institutionId: string }): Promise<InstitutionRecord> {
  const stored = await findById(ctx.db, input.institutionId);
  if (!stored) throw new AppError("not_found");
  return await presentInstitution(ctx, stored);
}

/** The record as its page shows it, with what this actor may do. */
export async function presentInstitution(ctx: Context<Actor>, stored: StoredInstitution): Promise<InstitutionRecord> {
  return {
    ...stored,
    updatedAt: stored.updatedAt.toISOString(),
    addresses: await findAddresses(ctx.db, stored.id, ctx.now),
    lists: await listsOf(ctx.db, stored.id),
    allowedActions: can(ctx.actor, "institution:amend") ? ["amend"] : [],
  };
}
