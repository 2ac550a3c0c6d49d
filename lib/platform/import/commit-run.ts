import { hex } from "../crypto/digest.ts";
import type { Db } from "../db/transaction.ts";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { inRun, isAway, type RunJob } from "./dry-run.ts";
import type { StagedFault } from "./importer.ts";
import type { ImportKit } from "./kit.ts";
import { openPieces } from "./pieces.ts";
import { blameRows, countRows, lockRun, saveRun } from "./run-repository.ts";

/** Takes the staged rows over in one transaction. Refused, it changes nothing and names the rows to blame. */
export async function commitRun(kit: ImportKit, job: RunJob, now: () => Date): Promise<void> {
  try {
    await takeOver(kit, job, now);
  } catch (error) {
    if (isAway(error)) throw error;
    log().warn({ importId: job.importId, error: error instanceof Error ? error.message : String(error) }, "import not taken over");
    const faults = await kit.importer.findRefused(await inRun(job, kit, now(), (ctx) => piecesOf(kit, ctx.db, job)));
    await giveBack(kit, job, now(), error, faults);
  }
}

async function takeOver(kit: ImportKit, job: RunJob, now: () => Date): Promise<void> {
  await inRun(job, kit, now(), async (ctx) => {
    const run = await lockRun(ctx.db, kit.importer.target, job.importId);
    if (run.state !== "committing") return;
    const counts = await countRows(ctx.db, run.id);
    const reason = run.reason ?? "";
    const sha256 = hex(run.sha256);
    const touched = await kit.importer.commit(ctx, { reason, pieces: await piecesOf(kit, ctx.db, job) });
    if (touched !== counts.new + counts.changed) throw new AppError("conflict", { message: changedMeanwhile });
    await kit.committed(ctx, { importId: run.id, sha256, counts, reason });
    await saveRun(ctx.db, run.id, ctx.now, { state: "committed", failure: null, finishedAt: now() });
  });
}

const piecesOf = async (kit: ImportKit, db: Db, { importId }: RunJob) =>
  openPieces(await kit.openSealer(db), { scope: db.scope, runId: importId });

const changedMeanwhile = "Kayıtlar denetimden sonra değişti; hiçbir satır aktarılmadı. Denetimi yeniden başlatın.";

async function giveBack(kit: ImportKit, job: RunJob, now: Date, error: unknown, faults: StagedFault[]): Promise<void> {
  const told = error instanceof AppError && error.code === "conflict" ? error.message : null;
  const blamed = `${faults.length} satır başka kayıtlarla çelişti; hiçbir satır aktarılmadı. Hatalı satırlara bakın.`;
  const failure = faults.length > 0 ? blamed : (told ?? "Aktarım tamamlanamadı; hiçbir satır aktarılmadı. Denetimi yeniden başlatın.");
  const actor = await inRun(job, kit, now, async (ctx) => {
    await blameRows(ctx.db, job.importId, faults);
    await saveRun(ctx.db, job.importId, now, {
      state: faults.length > 0 ? "checked" : "failed",
      counts: await countRows(ctx.db, job.importId),
      failure,
    });
    return ctx.actor;
  });
  if (faults.length > 0) await kit.refused({ importId: job.importId, actor, rows: faults.length, now });
}
