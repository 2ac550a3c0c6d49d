import type { z } from "zod";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Me } from "../contract.ts";
import { type Actor, permissionsOf } from "../policy.ts";
import { installationMode } from "./installation.ts";
import { findSession, type OpenSession } from "./sessions.ts";

export async function readMe(ctx: Context<Actor>): Promise<z.input<typeof Me>> {
  return await describeMe(await ownSession(ctx));
}

/** The signed-in user as the browser sees them. */
export async function describeMe(session: OpenSession): Promise<Me> {
  const { actor, title, unitName, secondFactor, preferences } = session;
  const mode = await installationMode();
  return {
    id: actor.id ?? "",
    name: actor.name,
    title,
    role: actor.role as Me["role"],
    provinceId: actor.provinceId,
    unitId: actor.unitId ?? "",
    unitName,
    permissions: permissionsOf(actor.role),
    secondFactor,
    mode,
    preferences,
    mailboxUrl: mode === "demo" && env.KEP_STATUS_URL ? `${env.KEP_STATUS_URL.replace("127.0.0.1", "localhost")}/mailbox` : null,
    idleEndsAt: session.idleEndsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
  };
}

/** The session the request came with; `unauthenticated` where it has just ended. */
export async function ownSession(ctx: Context<Actor>): Promise<OpenSession> {
  const session = ctx.sessionId ? await findSession(ctx.sessionId, ctx.now, { passive: true }) : null;
  if (!session) throw new AppError("unauthenticated");
  return session;
}
