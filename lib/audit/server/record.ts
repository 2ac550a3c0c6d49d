import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { AuditEvent } from "../events.ts";
import { insertEvent } from "./repository.ts";

/** Appends one event in the operation's own transaction: it exists exactly if the change does. */
export async function record(ctx: Context<Actor>, event: AuditEvent & { subjectId: string; provinceId?: number | null }): Promise<void> {
  const { actor } = ctx;
  await insertEvent(ctx.db, {
    at: ctx.now,
    actorId: actor.id,
    actorName: actor.name,
    actorRole: actor.role,
    action: event.action,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    provinceId: event.provinceId === undefined ? actor.provinceId : event.provinceId,
    requestId: ctx.requestId,
    payload: event.payload,
    threadId: "circularId" in event.payload ? event.payload.circularId : null,
  });
}
