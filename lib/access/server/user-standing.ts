import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Actor } from "../policy.ts";
import { stateOfUser, type UserAction, userActions } from "../user.ts";
import { findWaiting } from "./proposal-repository.ts";
import type { StoredUser } from "./user-repository.ts";

/** Errors: `state_forbids` with the reason. The same table tells the screen which buttons to show. */
export async function assertAllowed(ctx: Context<Actor>, user: StoredUser, action: UserAction): Promise<void> {
  const waiting = await findWaiting(ctx.db, "user_change", user.id, ctx.now);
  const standing = { state: stateOfUser(user), isOwn: user.id === ctx.actor.id, hasWaitingProposal: waiting !== null };
  if (userActions(standing).includes(action)) return;
  throw new AppError("state_forbids", { message: refusalOf(standing) });
}

function refusalOf({ isOwn, hasWaitingProposal }: { isOwn: boolean; hasWaitingProposal: boolean }): string {
  if (isOwn) return "Kendi hesabınızı buradan değiştiremezsiniz; bir başka sistem yöneticisi önerir, üçüncü bir kişi onaylar.";
  if (hasWaitingProposal) return "Bu hesap için onay bekleyen bir öneri var; önce o karara bağlanmalı.";
  return "Hesap bu durumdayken bu işlem yapılamaz.";
}
