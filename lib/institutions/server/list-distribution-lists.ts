import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { DistributionListRow } from "../contract.ts";
import { listAll } from "./list-repository.ts";

export async function listDistributionLists(ctx: Context<Actor>): Promise<{ lists: DistributionListRow[] }> {
  const lists = await listAll(ctx.db);
  return { lists: lists.map((list) => ({ ...list, updatedAt: list.updatedAt.toISOString() })) };
}
