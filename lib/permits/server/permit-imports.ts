import { systemActor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { openBulk } from "../../platform/db/bulk.ts";
import { withScope } from "../../platform/db/transaction.ts";
import { fileSealer } from "../../platform/files/file-sealer.ts";
import type { StagedFault, StagedPieces } from "../../platform/import/importer.ts";
import type { ImportKit } from "../../platform/import/kit.ts";
import { importColumns } from "../import-columns.ts";
import { checkImport, commitImport } from "../jobs.ts";
import { type Claim, findTaken } from "./import-repository.ts";
import { takeRows } from "./import-taking.ts";
import { type TakenRow, takenRow } from "./import-values.ts";
import { openPermitRows } from "./permit-importer.ts";
import { openMinistryTask } from "./repository.ts";

/** The import of permits and application mirrors, as the engine runs it. */
export const permitImport: ImportKit = {
  importer: {
    target: "permits",
    columns: importColumns,
    keyColumn: "number",
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

/** Looked for where the uploader cannot look; they learn the row, never the record (domain.md, General rules). */
async function refusedRows(pieces: StagedPieces): Promise<StagedFault[]> {
  const scope = { kind: "country" } as const;
  const bulk = await openBulk(scope);
  try {
    const refused: StagedFault[] = [];
    for await (const rows of pieces) {
      const [found = []] = await bulk.run([findTaken(scope, rows.map(takenRow).map(claimOf))]);
      refused.push(...(found as StagedFault[]));
    }
    return refused;
  } finally {
    await bulk.close();
  }
}

function claimOf({ rowNumber, staged }: TakenRow): Claim {
  const { permit, application, provinceId } = staged.row;
  const applicationNumber = application?.number ?? null;
  const claim = { rowNumber, id: staged.id, provinceId, personKey: staged.personKey || null, applicationNumber };
  if (!permit) return { ...claim, number: null, kind: null, taxNumber: null, validFrom: null, validTo: null };
  const { number, kind, employerTaxNumber: taxNumber, validFrom, validTo } = permit;
  return { ...claim, number, kind, taxNumber, validFrom, validTo };
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
