import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Preferences } from "../contract.ts";
import type { Actor } from "../policy.ts";
import { storePreferences } from "./repository.ts";
import { forgetSession } from "./sessions.ts";

export async function savePreferences(ctx: Context<Actor>, input: Preferences): Promise<Preferences> {
  if (!ctx.actor.id) throw new AppError("unauthenticated");
  await storePreferences(ctx.db, ctx.actor.id, input);
  if (ctx.sessionId) forgetSession(ctx.sessionId);
  return input;
}
