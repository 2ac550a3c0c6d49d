import { openBulk } from "../db/bulk.ts";
import { type Db, type RowScope, withScope } from "../db/transaction.ts";
import { AppError } from "../errors.ts";
import type { Sealer } from "../files/sealed-file.ts";
import { log } from "../log.ts";
import { cellsOf, mappingEntries, sheetFaults } from "./cell-faults.ts";
import type { CellFault, Cells } from "./column.ts";
import type { ImportContext, Judged, ReadRow, RowReader } from "./importer.ts";
import type { ImportKit } from "./kit.ts";
import { readSheet } from "./read-sheet.ts";
import type { ImportMapping } from "./run-contract.ts";
import { clearRows, countRows, getRun, lockRun, type RunRow, type StagedRow, saveRun, stagingOf } from "./run-repository.ts";
import type { SheetRow } from "./sheet.ts";
import { openFile, type StoredShape } from "./stored-file.ts";

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
    return { run, sealer, bytes: await openFile(ctx.db, sealer, run.id), reader: await kit.importer.open(ctx) };
  });
  if (!begun) return;
  const rows = await stageFile(kit, job, begun);
  await inRun(job, kit, now(), async (ctx, run) => {
    const counts = await countRows(ctx.db, run.id);
    await saveRun(ctx.db, run.id, ctx.now, { state: "checked", counts, rowsDone: rows, rowsTotal: rows, failure: null });
  });
}

type Begun = { run: RunRow; sealer: Sealer; bytes: Uint8Array; reader: RowReader };

/** The next piece is read while the last is written; how many rows there were. */
async function stageFile(kit: ImportKit, job: RunJob, { run, sealer, bytes, reader }: Begun): Promise<number> {
  const scope = scopeOf(job);
  const bulk = await openBulk(scope);
  try {
    const trial = new Trial(kit, run, reader, sealer);
    let writing = Promise.resolve();
    let done = 0;
    for await (const batch of batchesOf(bytes, (run.shape as StoredShape).headerRow)) {
      const tried = batch.map((row) => trial.tryRow(row));
      const rows = await withScope(scope, (db) => trial.judged(db, tried));
      await writing;
      done += batch.length;
      writing = bulk.run(stagingOf({ scope, runId: run.id, provinceId: run.provinceId, rows, done }));
      // Awaited before the next piece is written; until then nobody must take it for forgotten.
      writing.catch(() => undefined);
    }
    await writing;
    return done;
  } finally {
    await bulk.close();
  }
}

/** Rows below the heading, empty ones left out, in pieces fit for one statement. */
export async function* batchesOf(bytes: Uint8Array, headerRow: number): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = [];
  for await (const rows of (await readSheet(bytes)).batches) {
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

type Tried = { row: SheetRow; cells: Cells } & ({ read: ReadRow } | { faults: CellFault[]; outcome: "invalid" | "duplicate"; key: string });

/** One dry run's memory: the keys it has met. */
class Trial {
  private readonly kit: ImportKit;
  private readonly reader: RowReader;
  private readonly sealer: Sealer;
  private readonly mapping: ImportMapping;
  private readonly entries: (readonly [string, number])[];
  private readonly seen = new Map<string, number>();
  private readonly personal: Set<string>;

  constructor(kit: ImportKit, run: RunRow, reader: RowReader, sealer: Sealer) {
    this.kit = kit;
    this.reader = reader;
    this.sealer = sealer;
    this.mapping = run.mapping as ImportMapping;
    this.entries = mappingEntries(this.mapping);
    this.personal = new Set(kit.importer.columns.filter(({ personal }) => personal).map(({ key }) => key));
  }

  tryRow(row: SheetRow): Tried {
    const cells = cellsOf(row, this.entries);
    const bent = sheetFaults(row, cells, this.kit.importer.columns, this.mapping);
    const parsed = this.reader.parseRow(cells);
    if (bent.length > 0 || parsed.faults) {
      // The sheet's own fault explains what the record's rule would only repeat.
      const known = new Set(bent.map(({ column }) => column));
      const faults = [...bent, ...(parsed.faults ?? []).filter(({ column }) => !known.has(column))];
      return { row, cells, faults, outcome: "invalid", key: parsed.faults ? parsed.key : parsed.read.key };
    }
    const { read } = parsed;
    const first = this.seen.get(read.key);
    if (first === undefined) {
      this.seen.set(read.key, row.number);
      return { row, cells, read };
    }
    const keyColumn = this.kit.importer.columns[0]?.key ?? "";
    return {
      row,
      cells,
      key: read.key,
      outcome: "duplicate",
      faults: [{ column: keyColumn, message: `Aynı numara ${first}. satırda da var.` }],
    };
  }

  async judged(db: Db, tried: Tried[]): Promise<StagedRow[]> {
    const reads = tried.flatMap((one) => ("read" in one ? [{ rowNumber: one.row.number, read: one.read }] : []));
    const verdicts = (await this.reader.judge(db, reads)).values();
    return tried.map((one) => {
      if (!("read" in one)) return this.faulty(one, one.outcome, one.key, one.faults);
      const verdict = verdicts.next().value as Judged;
      if (verdict.outcome === "invalid") return this.faulty(one, "invalid", one.read.key, verdict.faults);
      return {
        row_number: one.row.number,
        outcome: verdict.outcome,
        key: one.read.key,
        cells: {},
        values: verdict.outcome === "same" ? {} : verdict.values,
        errors: { summary: one.read.summary, changes: verdict.changes },
      };
    });
  }

  private faulty({ row, cells }: Tried, outcome: "invalid" | "duplicate", key: string, faults: CellFault[]): StagedRow {
    const told = faults.map((fault) => {
      const value = cells[fault.column] ?? "";
      if (value === "" || !this.personal.has(fault.column)) return { ...fault, value };
      return { ...fault, sealed: Buffer.from(this.sealer.seal(value)).toString("base64"), keyId: this.sealer.keyId };
    });
    return { row_number: row.number, outcome, key, cells: {}, values: {}, errors: { faults: told } };
  }
}
