import type { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { enterAccounts } from "../../platform/db/transaction.ts";
import { compareTr, foldTr } from "../../platform/locale/tr.ts";
import type { Actor } from "../policy.ts";
import { stateOfUser } from "../user.ts";
import type { UserFilter, listUsers as usersContract } from "../users-contract.ts";
import { rowOf } from "./read-user.ts";
import { findPresence, listStoredUsers, type StoredUser } from "./user-repository.ts";

const most = 100;

/** A few thousand accounts at most: they are read whole and searched as Turkish is folded. */
export async function listUsers(ctx: Context<Actor>, filter: UserFilter): Promise<z.input<(typeof usersContract)["output"]>> {
  const db = await enterAccounts(ctx.db);
  const found = (await listStoredUsers(db)).filter((user) => fits(user, filter)).toSorted((a, b) => compareTr(a.name, b.name));
  const shown = found.slice(0, most);
  const presences = await findPresence(
    db,
    shown.map(({ id }) => id),
    ctx.now,
  );
  const byUser = new Map(presences.map((presence) => [presence.userId, presence]));
  return { users: shown.map((user) => rowOf(user, byUser.get(user.id))), total: found.length };
}

function fits(user: StoredUser, { q, role, province, state }: UserFilter): boolean {
  if (role && user.role !== role) return false;
  if (province !== undefined && (user.provinceId ?? 0) !== province) return false;
  if (state && stateOfUser(user) !== state) return false;
  const text = foldTr(`${user.name} ${user.username} ${user.title}`);
  return (
    !q ||
    foldTr(q)
      .split(" ")
      .every((word) => text.includes(word))
  );
}
