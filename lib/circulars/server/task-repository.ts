import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { TaskKind } from "../delivery-contract.ts";

export type TaskRow = {
  id: string;
  provinceId: number | null;
  kind: TaskKind;
  deliveryId: string | null;
  circularId: string | null;
  closedAt: Date | null;
};

/** Locks a task for its decision; `not_found` outside the scope. */
export async function lockTask(db: Db, id: string): Promise<TaskRow> {
  await db.tx.$queryRaw`SELECT id FROM human_task WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  const row = await db.tx.humanTask.findFirst({
    where: { id, ...scopeWhere(db.scope) },
    select: { id: true, provinceId: true, kind: true, deliveryId: true, circularId: true, closedAt: true },
  });
  if (!row) throw new AppError("not_found");
  return { ...row, kind: row.kind as TaskKind };
}

export async function closeTask(db: Db, id: string, closed: { at: Date; byId: string | null; resolution: string }): Promise<void> {
  await db.tx.humanTask.updateMany({
    where: { id, closedAt: null, ...scopeWhere(db.scope) },
    data: { closedAt: closed.at, closedById: closed.byId, resolution: closed.resolution },
  });
}
