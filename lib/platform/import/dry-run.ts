import { openBulk } from "../db/bulk.ts";
import { type RowScope, withScope } from "../db/transaction.ts";
import { AppError } from "../errors.ts";
import type { Sealer } from "../files/sealed-file.ts";
import { log } from "../log.ts";
import { cellReader } from "./cell-faults.ts";
import type { FileCells, ImportContext, RowReader } from "./importer.ts";
import type { ImportKit } from "./kit.ts";
import { stagingOfPiece } from "./pieces.ts";
import { readSheet } from "./read-sheet.ts";
import type { ImportMapping } from "./run-contract.ts";
import { clearRows, countRows, getRun, lockRun, type RunRow, saveRun, stagingOf } from "./run-repository.ts";
import type { Sheet, SheetRow } from "./sheet.ts";
import { openFile, type StoredShape } from "./stored-file.ts";
import { type LookedUp, Trial } from "./trial.ts";

/** Small enough that most of what a piece leaves behind is gone before it counts as old: memory stays flat. */
const batchSize = 1_000;

export type RunJob = { importId: string; provinceId: number | null };

const scopeOf = ({ provinceId }: RunJob): RowScope => (provinceId === null ? { kind: "country" } : { kind: "province", provinceId });

/** A run belongs to its uploader, also when the worker goes on with it. */
export function inRun<T>(job: RunJob, kit: ImportKit, now: Date, work: (ctx: ImportContext, run: RunRow) => Promise<T>): Promise<T> {
  return withScope(
    scopeOf(job),
    async (db) => {
      const run = await getRun(db, kit.importer.target, job.importId);
      return work({ db, now, requestId: "worker", actor: { id: run.actorId, name: run.actorName, provinceId: run.provinceId } }, run);
    },
    { timeoutMs: 600_000 },
  );
}

/** Tries every row out and changes no record. Begins anew if a worker died over it; a file that cannot be read fails the run. */
export async function checkRun(kit: ImportKit, job: RunJob, now: () => Date): Promise<void> {
  try {
    await tryRows(kit, job, now);
  } catch (error) {
    if (isAway(error)) throw error;
    const isTold = error instanceof AppError;
    if (!isTold) log().error({ importId: job.importId, error: error instanceof Error ? error.stack : String(error) }, "dry run failed");
    const failure = isTold ? error.message : "Beklenmeyen bir hata oluştu; hiçbir kayıt değişmedi. Denetimi yeniden başlatın.";
    await inRun(job, kit, now(), (ctx) => saveRun(ctx.db, job.importId, now(), { state: "failed", failure, finishedAt: now() }));
  }
}

/** A database that is away says nothing about the file: the queue tries again, and a run whose tries are over is told so. */
export const isAway = (error: unknown): boolean => error instanceof AppError && error.code === "unavailable";

async function tryRows(kit: ImportKit, job: RunJob, now: () => Date): Promise<void> {
  const begun = await inRun(job, kit, now(), async (ctx) => {
    const run = await lockRun(ctx.db, kit.importer.target, job.importId);
    if (run.state !== "checking") return null;
    await clearRows(ctx.db, run.id);
    const sealer = await kit.openSealer(ctx.db);
    const bytes = await openFile(ctx.db, sealer, run.id);
    const sheet = await readSheet(bytes);
    const { headerRow } = run.shape as StoredShape;
    await saveRun(ctx.db, run.id, ctx.now, { rowsDone: 0, rowsTotal: sheet.rows && Math.max(0, sheet.rows - headerRow) });
    return { run, sealer, sheet, reader: await kit.importer.open(ctx, () => cellsOf(kit, run, bytes)) };
  });
  if (!begun) return;
  const rows = await stageFile(kit, job, begun);
  await inRun(job, kit, now(), async (ctx, run) => {
    const counts = await countRows(ctx.db, run.id);
    await saveRun(ctx.db, run.id, ctx.now, { state: "checked", counts, rowsDone: rows, rowsTotal: rows, failure: null });
  });
}

async function* cellsOf({ importer }: ImportKit, run: RunRow, bytes: Uint8Array): ReturnType<FileCells> & AsyncGenerator {
  const readCells = cellReader(importer.columns, run.mapping as ImportMapping);
  for await (const batch of batchesOf(await readSheet(bytes), (run.shape as StoredShape).headerRow))
    yield batch.map((row) => ({ rowNumber: row.number, ...readCells(row) }));
}

type Begun = { run: RunRow; sealer: Sealer; sheet: Sheet; reader: RowReader };

/**
 * Three pieces are on their way at any moment: one is looked up in the records while the next is read, and the last is
 * written by a connection of its own. How many rows there were.
 */
async function stageFile(kit: ImportKit, job: RunJob, { run, sealer, sheet, reader }: Begun): Promise<number> {
  const scope = scopeOf(job);
  const [records, stage] = await Promise.all([openBulk(scope), openBulk(scope)]);
  try {
    const trial = new Trial(kit, run, reader, sealer);
    const staging = { scope, runId: run.id, provinceId: run.provinceId };
    let writing: Promise<unknown> = Promise.resolve();
    let done = 0;
    const write = async (judged: LookedUp): Promise<void> => {
      const { rows, values } = trial.judged(await judged);
      await writing;
      done += rows.length;
      const piece = values.length > 0 ? [stagingOfPiece(sealer, staging, values)] : [];
      writing = unheard(stage.run([...stagingOf({ ...staging, rows, done }), ...piece]));
    };
    let last: LookedUp | null = null;
    for await (const batch of batchesOf(sheet, (run.shape as StoredShape).headerRow)) {
      const next = unheard(
        trial.lookUp(
          records,
          batch.map((row) => trial.tryRow(row)),
        ),
      );
      if (last) await write(last);
      last = next;
    }
    if (last) await write(last);
    await writing;
    return done;
  } finally {
    await Promise.all([records.close(), stage.close()]);
  }
}

/** Awaited only after other work; until then nobody must take its failure for forgotten. */
function unheard<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** Rows below the heading, empty ones left out, in pieces fit for one statement. */
export async function* batchesOf(sheet: Sheet, headerRow: number): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = [];
  for await (const rows of sheet.batches) {
    for (const row of rows) {
      if (row.number <= headerRow || row.cells.every((cell) => cell.trim() === "")) continue;
      batch.push(row);
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
