import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { enterAccounts } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { Actor } from "../policy.ts";
import type { endUserSessions as endpoint } from "../users-contract.ts";
import { presentUser } from "./read-user.ts";
import { forgetSession } from "./sessions.ts";
import { confirmIdentity } from "./step-up.ts";
import { findUser, revokeSessionsOf, type StoredUser } from "./user-repository.ts";
import { assertAllowed } from "./user-standing.ts";

export async function endUserSessions(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>) {
  const inside = { ...ctx, db: await enterAccounts(ctx.db) };
  const user = await findUser(inside.db, input.userId);
  if (!user) throw new AppError("not_found");
  await assertAllowed(inside, user, "end_sessions");
  await confirmIdentity(inside, input.stepUp);
  await endSessionsOf(inside, user, input.reason);
  return await presentUser(inside, user.id);
}

/** At once here, within a second in every other process. */
export async function endSessionsOf(ctx: Context<Actor>, { id, provinceId }: Pick<StoredUser, "id" | "provinceId">, reason: string) {
  const ended = await revokeSessionsOf(ctx.db, id, ctx.now);
  for (const sessionId of ended) forgetSession(sessionId);
  if (ended.length === 0) return;
  const payload = { sessions: ended.length, reason };
  await record(ctx, { action: "user.sessions_ended", subjectKind: "user", subjectId: id, provinceId, payload });
}
