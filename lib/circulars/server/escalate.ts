import { randomUUID } from "node:crypto";
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { bySuperior, escalationTask } from "../escalation.ts";
import { beginAttempts, type NewAttempt } from "./begin-attempts.ts";
import type { BoardCircular, BoardRecipient } from "./board-repository.ts";
import { deliveriesOf } from "./board-row.ts";
import { findSuperiors, insertEscalations, type NewEscalation } from "./escalation-repository.ts";
import { openTasks } from "./human-tasks.ts";

type Silent = { asked: BoardRecipient[]; position: number };

/**
 * Each superior is told once of everybody below it who is silent; the office decides what else is done, and of whom nobody
 * was told. Returns of how many a superior is told.
 */
export async function escalate(ctx: Context<Actor>, circular: BoardCircular, { asked, position }: Silent): Promise<number> {
  if (asked.length === 0) return 0;
  const { id: circularId, provinceId } = circular;
  const superiors = await findSuperiors(
    ctx.db,
    asked.map(({ id }) => id),
  );
  const { told, untold } = bySuperior(asked, superiors);
  const escalations = told.map((group) => ({ ...group, deliveryId: randomUUID() }));
  await beginAttempts(ctx, escalations.flatMap(messageOf));
  await insertEscalations(ctx.db, { circularId, provinceId, position }, escalations);
  await openTasks(ctx, [{ kind: "no_answer", circular: { id: circularId, provinceId }, detail: escalationTask(told, untold) }]);
  await record(ctx, {
    action: "circular.escalated",
    subjectKind: "circular",
    subjectId: circularId,
    provinceId,
    payload: {
      recipientIds: told.flatMap(({ silent }) => silent.map(({ id }) => id)),
      silent: asked.length,
      superiors: escalations.map(superiorOf),
    },
  });
  return asked.length - untold.length;
}

/** A delivery stands with one recipient: here with the first that it names. */
function messageOf({ deliveryId, superior: { way }, silent }: NewEscalation & { silent: BoardRecipient[] }): NewAttempt[] {
  const [first] = silent;
  if (!first) return [];
  const { id: recipientId, circularId, provinceId } = first;
  const earlier = deliveriesOf(first, "escalation").filter(({ channel }) => channel === way.channel);
  return [{ id: deliveryId, circularId, recipientId, provinceId, purpose: "escalation", ...way, attempt: earlier.length + 1 }];
}

const superiorOf = ({ deliveryId, superior, silent }: NewEscalation) => ({
  ...{ deliveryId, institutionId: superior.id, name: superior.name, count: silent.length },
});
