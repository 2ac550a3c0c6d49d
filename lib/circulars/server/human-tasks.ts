import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { TaskKind } from "../delivery-contract.ts";

export type NewTask = {
  kind: TaskKind;
  detail: string;
  delivery?: { id: string; recipientId: string; circularId: string; provinceId: number };
  /** What the question is about where it is about no single recipient. */
  circular?: { id: string; provinceId: number };
  evidenceId?: string;
};

/** Asks a person to decide; the same question about the same recipient is asked once while it is open. */
export async function openTasks(ctx: Context<Actor>, tasks: NewTask[]): Promise<void> {
  for (const { kind, detail, delivery, circular, evidenceId } of tasks) {
    const provinceId = delivery?.provinceId ?? circular?.provinceId ?? null;
    const circularId = delivery?.circularId ?? circular?.id ?? null;
    const rows = await ctx.db.tx.$queryRaw<{ id: string }[]>`
      INSERT INTO human_task (province_id, kind, circular_id, recipient_id, delivery_id, evidence_id, detail, created_at)
      VALUES (${provinceId}::smallint, ${kind}, ${circularId}::uuid, ${delivery?.recipientId ?? null}::uuid,
              ${delivery?.id ?? null}::uuid, ${evidenceId ?? null}::uuid, ${detail}, ${ctx.now})
      ON CONFLICT DO NOTHING RETURNING id`;
    const id = rows[0]?.id;
    if (!id) continue;
    const payload = { kind, recipientId: delivery?.recipientId ?? null, circularId };
    await record(ctx, { action: "task.opened", subjectKind: "task", subjectId: id, provinceId, payload });
  }
}

/** Closes what evidence or a record has answered. */
export const closeTasks = (ctx: Context<Actor>, recipientId: string, resolution: string): Promise<void> =>
  closeAnsweredTasks(ctx, [recipientId], resolution);

export async function closeAnsweredTasks(ctx: Context<Actor>, recipientIds: string[], resolution: string): Promise<void> {
  if (recipientIds.length === 0) return;
  await ctx.db.tx.$executeRaw`
    UPDATE human_task SET closed_at = ${ctx.now}, resolution = ${resolution}, closed_by_id = ${ctx.actor.id}::uuid
    WHERE recipient_id = ANY(${recipientIds}::uuid[]) AND closed_at IS NULL AND ${scopeSql(ctx.db.scope, "province_id")}`;
}
