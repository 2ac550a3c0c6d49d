// Camı kır: the way back in when no second person is left. Run at the console by whoever runs the installation; it is
// written to the trail with the operator's name and reason (quality.md, Security 3).
import { randomUUID } from "node:crypto";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { withScope } from "../../platform/db/transaction.ts";
import { type Actor, systemActor } from "../policy.ts";
import type { SetUpLink } from "../users-contract.ts";
import { disable } from "./disable-user.ts";
import { resetAccount } from "./execute-user-change.ts";
import { listStoredUsers, lockUser } from "./user-repository.ts";

export type BreakGlass = { act: "reset" | "disable"; username: string; operator: string; reason: string };

/** The link of a reset account, null for a closed one; "unknown" where nobody has that name. */
export async function breakGlass({ act, username, operator, reason }: BreakGlass, now: Date): Promise<SetUpLink | null | "unknown"> {
  return await withScope({ kind: "accounts" }, async (db) => {
    const actor: Actor = { ...systemActor(null), name: `Konsol: ${operator}` };
    const ctx: Context<Actor> = { actor, db, now, requestId: randomUUID() };
    const found = (await listStoredUsers(db)).find((user) => user.username === username);
    const user = found && (await lockUser(db, found.id));
    if (!user) return "unknown";
    const payload = { act, operator, reason };
    await record(ctx, { action: "user.glass_broken", subjectKind: "user", subjectId: user.id, provinceId: user.provinceId, payload });
    if (act === "reset") return await resetAccount(ctx, user, reason);
    await disable(ctx, user, reason);
    return null;
  });
}
