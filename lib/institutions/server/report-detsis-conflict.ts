import { type Actor, systemActor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { withScope } from "../../platform/db/transaction.ts";
import type { ImportKit } from "../../platform/import/kit.ts";
import { openMinistryTask, type StoredInstitution } from "./repository.ts";

const kind = "detsis_conflict";

/**
 * Gives the ministry the task to clear up a DETSİS number that two provinces claim (domain.md, General rules). In a
 * transaction of its own: the refused change takes its own back, and the province must not see the other's record.
 */
export async function reportDetsisConflict(ctx: Context<Actor>, institution: StoredInstitution, detsisNumber: string): Promise<void> {
  const detail = `DETSİS ${detsisNumber}, “${institution.name}” (il ${institution.provinceId}) için istendi; numara başka bir ilin kaydında.`;
  await openTask(ctx, detail);
}

/** The same after a file that the number stopped: one task for all its rows. */
export async function reportImportedConflict({ importId, actor, rows, now }: Parameters<ImportKit["refused"]>[0]): Promise<void> {
  const detail = `${actor.name} (il ${actor.provinceId ?? "–"}) bir kurum dosyası aktardı; ${rows} satırın DETSİS numarası başka bir ilin kaydında. Aktarım ${importId}.`;
  await openTask({ now, requestId: "worker" }, detail);
}

async function openTask(ctx: Pick<Context<Actor>, "now" | "requestId">, detail: string): Promise<void> {
  await withScope({ kind: "country" }, async (db) => {
    const taskId = await openMinistryTask(db, { kind, detail, createdAt: ctx.now });
    if (!taskId) return;
    const payload = { kind, recipientId: null, circularId: null };
    const system = { ...ctx, db, actor: systemActor(null) };
    await record(system, { action: "task.opened", subjectKind: "task", subjectId: taskId, provinceId: null, payload });
  });
}
