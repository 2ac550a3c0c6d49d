import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { type CircularCommand, isAllowed } from "../circular.ts";
import type { CircularRecord } from "../contract.ts";
import { allowedActions, viewOf } from "./actions.ts";
import { present } from "./present.ts";
import { type CircularRow, getCircular, lockCircular } from "./repository.ts";

/** Loads and locks the circular for a command, and refuses a stale version, a wrong state, a wrong person. */
export async function openCommand(
  ctx: Context<Actor>,
  input: { circularId: string; version: number },
  command: CircularCommand,
): Promise<CircularRow> {
  const row = await lockCircular(ctx.db, input.circularId);
  if (row.version !== input.version) throw new AppError("stale_version", { currentVersion: row.version });
  if (!isAllowed(viewOf(row), command)) throw new AppError("state_forbids", { currentVersion: row.version });
  if (ctx.actor.kind === "user" && !allowedActions(ctx.actor, row).includes(command)) throw new AppError("forbidden");
  return row;
}

export async function presentAgain(ctx: Context<Actor>, circularId: string): Promise<CircularRecord> {
  return present(ctx, await getCircular(ctx.db, circularId));
}
