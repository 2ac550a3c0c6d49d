import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { AuditEvent } from "../events.ts";
import { insertEvent, insertEvents, type NewEvent } from "./repository.ts";

export type Recorded = AuditEvent & { subjectId: string; provinceId?: number | null };

/** Appends one event in the operation's own transaction: it exists exactly if the change does. */
export async function record(ctx: Context<Actor>, event: Recorded): Promise<void> {
  await insertEvent(ctx.db, newEvent(ctx, event));
}

/** The same for a batch, in the order given. */
export async function recordAll(ctx: Context<Actor>, events: readonly Recorded[]): Promise<void> {
  if (events.length === 0) return;
  await insertEvents(
    ctx.db,
    events.map((event) => newEvent(ctx, event)),
  );
}

function newEvent({ actor, now, requestId }: Context<Actor>, event: Recorded): NewEvent {
  return {
    at: now,
    actorId: actor.id,
    actorName: actor.name,
    actorRole: actor.role,
    action: event.action,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    provinceId: event.provinceId === undefined ? actor.provinceId : event.provinceId,
    requestId,
    payload: event.payload,
    threadId: "circularId" in event.payload ? event.payload.circularId : null,
  };
}
