import type { Context } from "../../platform/context.ts";
import type { Actor } from "../policy.ts";
import { idleEndOf } from "../session.ts";
import { ownSession } from "./read-me.ts";
import { moveSeenAt } from "./repository.ts";
import { forgetSession } from "./sessions.ts";

export async function extendSession(ctx: Context<Actor>): Promise<{ idleEndsAt: string; endsAt: string }> {
  const { sessionId, endsAt } = await ownSession(ctx);
  await moveSeenAt(ctx.db, sessionId, ctx.now);
  forgetSession(sessionId);
  const idleEndsAt = idleEndOf({ seenAt: ctx.now, expiresAt: endsAt });
  return { idleEndsAt: idleEndsAt.toISOString(), endsAt: endsAt.toISOString() };
}
