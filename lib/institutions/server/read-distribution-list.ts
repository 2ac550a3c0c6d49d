import { type Actor, can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { DistributionListRecord } from "../contract.ts";
import { findListById, listMembersOf, type StoredList } from "./list-repository.ts";
import { findRows } from "./repository.ts";

export async function readDistributionList(ctx: Context<Actor>, input: { listId: string }): Promise<DistributionListRecord> {
  const stored = await findListById(ctx.db, input.listId);
  if (!stored) throw new AppError("not_found");
  return await presentDistributionList(ctx, stored);
}

/** The list as its page shows it, with what this actor may do. */
export async function presentDistributionList(ctx: Context<Actor>, stored: StoredList): Promise<DistributionListRecord> {
  const roles = new Map((await listMembersOf(ctx.db, stored.id)).map((member) => [member.institutionId, member.role]));
  const institutions = await findRows(ctx.db, [...roles.keys()]);
  return {
    ...stored,
    updatedAt: stored.updatedAt.toISOString(),
    memberCount: institutions.length,
    members: institutions.map((institution) => ({ institution, role: roles.get(institution.id) ?? "action" })),
    allowedActions: can(ctx.actor, "distribution_list:amend") ? ["amend"] : [],
  };
}
