import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { InstitutionFilter, InstitutionRow } from "../contract.ts";
import { directoryMatcher } from "../directory-search.ts";
import { findRows, listKeys } from "./repository.ts";

/** A screen shows no more; the total stays exact, so that the reader knows to narrow the search. */
const mostRows = 2_000;

export async function listInstitutions(
  ctx: Context<Actor>,
  filter: InstitutionFilter,
): Promise<{ institutions: InstitutionRow[]; total: number }> {
  const keys = await listKeys(ctx.db, filter);
  const found = keys.filter(directoryMatcher(filter.q ?? ""));
  const ids = found.slice(0, mostRows).map((key) => key.id);
  return { institutions: await findRows(ctx.db, ids), total: found.length };
}
