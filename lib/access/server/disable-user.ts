import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { enterAccounts } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { type Actor, accountKeeper } from "../policy.ts";
import { leastKeepers } from "../user.ts";
import type { disableUser as endpoint } from "../users-contract.ts";
import { endSessionsOf } from "./end-user-sessions.ts";
import { presentUser } from "./read-user.ts";
import { endLinks } from "./set-up-repository.ts";
import { confirmIdentity } from "./step-up.ts";
import { countKeepersBesides, lockUser, type StoredUser, updateUser } from "./user-repository.ts";
import { assertAllowed } from "./user-standing.ts";

/** One person's act: whoever is feared to be somebody else must be out before a second person is found. */
export async function disableUser(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>) {
  const inside = { ...ctx, db: await enterAccounts(ctx.db) };
  const user = await lockUser(inside.db, input.userId);
  if (!user) throw new AppError("not_found");
  if (user.version !== input.version) throw new AppError("stale_version", { currentVersion: user.version });
  await assertAllowed(inside, user, "disable");
  await refuseLastKeepers(inside, user);
  await confirmIdentity(inside, input.stepUp);
  await disable(inside, user, input.reason);
  return await presentUser(inside, user.id);
}

export async function disable(ctx: Context<Actor>, user: StoredUser, reason: string): Promise<void> {
  await updateUser(ctx.db, user, { disabledAt: ctx.now });
  await endLinks(ctx.db, user.id, ctx.now);
  await endSessionsOf(ctx, user, reason);
  await record(ctx, {
    action: "user.disabled",
    subjectKind: "user",
    subjectId: user.id,
    provinceId: user.provinceId,
    payload: { role: user.role, reason },
  });
}

/** Errors: `state_forbids` where too few people would be left who can decide about an account. */
export async function refuseLastKeepers(ctx: Context<Actor>, user: StoredUser): Promise<void> {
  if (user.role !== accountKeeper || (await countKeepersBesides(ctx.db, user.id)) >= leastKeepers) return;
  throw new AppError("state_forbids", {
    message: `En az ${leastKeepers} etkin sistem yöneticisi kalmalı. Önce bir başkasını yetkilendirin; acil durumda konsoldan kapatılır (docs/operations.md).`,
  });
}
