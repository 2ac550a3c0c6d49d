import { systemActor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { withScope } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ImportContext, StagedFault } from "../../platform/import/importer.ts";
import type { ImportKit } from "../../platform/import/kit.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { importColumns } from "../import-columns.ts";
import { checkImport, commitImport } from "../jobs.ts";
import { fileSealer } from "./file-sealer.ts";
import { findTaken } from "./import-repository.ts";
import * as rows from "./import-taking-repository.ts";
import { openPermitRows } from "./permit-importer.ts";
import { openMinistryTask } from "./repository.ts";

/** The import of permits and application mirrors, as the engine runs it. */
export const permitImport: ImportKit = {
  importer: {
    target: "permits",
    columns: importColumns,
    open: openPermitRows,
    commit: takeRows,
    findRefused: refusedRows,
  },
  openSealer: (db) => fileSealer(db, "import"),
  checkJob: checkImport,
  commitJob: commitImport,
  committed: async (ctx, { importId, sha256, counts, reason }) => {
    const user = { ...ctx, actor: { ...systemActor(ctx.actor.provinceId), id: ctx.actor.id, name: ctx.actor.name } };
    const payload = { sha256, created: counts.new ?? 0, changed: counts.changed ?? 0, reason };
    await record(user, { action: "permit.imported", subjectKind: "import", subjectId: importId, payload });
  },
  refused: reportTaken,
};

const orphans = "Önceki izni aktarılmayan satırlar var; hiçbir satır aktarılmadı. Denetimi yeniden başlatın.";

async function takeRows({ db, now, actor }: ImportContext, { id, reason }: { id: string; reason: string }): Promise<number> {
  const taking = { runId: id, now, today: localDateOf(now), actorId: actor.id, actorName: actor.name, reason };
  await rows.insertEmployers(db, id);
  await rows.upsertApplications(db, id);
  await rows.layOut(db, id);
  const inserted = await rows.insertPermits(db, taking);
  if ((await rows.countOrphans(db)) > 0) throw new AppError("conflict", { message: orphans });
  await rows.insertIdentities(db);
  await rows.insertCreations(db, taking);
  const updated = await rows.updatePermits(db, taking);
  await rows.insertAmendments(db, taking);
  await rows.insertTokens(db);
  return inserted + updated + (await rows.countApplicationRows(db));
}

/** Looked for where the uploader cannot look; they learn the row, never the record (domain.md, General rules). */
function refusedRows(_ctx: ImportContext, runId: string): Promise<StagedFault[]> {
  return withScope({ kind: "country" }, (db) => findTaken(db, runId));
}

async function reportTaken(run: Parameters<ImportKit["refused"]>[0]): Promise<void> {
  await withScope({ kind: "country" }, async (db) => {
    const detail = `${run.actor.name} (il ${run.actor.provinceId ?? "–"}) bir dosya aktardı; ${run.rows} satırın numarası ya da kişisi başka bir ilin kaydında. Aktarım ${run.importId}.`;
    const taskId = await openMinistryTask(db, detail, run.now);
    if (!taskId) return;
    const system = { actor: systemActor(null), db, now: run.now, requestId: "worker" };
    const payload = { kind: "permit_conflict", recipientId: null, circularId: null };
    await record(system, { action: "task.opened", subjectKind: "task", subjectId: taskId, provinceId: null, payload });
  });
}
