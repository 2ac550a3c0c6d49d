// Runs and their staged rows. Every statement repeats the scope that the policies prove.
import { type Sql, sql } from "../db/sql.ts";
import type { Db, RowScope } from "../db/transaction.ts";
import { scopeSql, scopeWhere } from "../db/transaction.ts";
import { AppError } from "../errors.ts";
import type { ImportOutcome, ImportState } from "./run-contract.ts";

const columns = {
  id: true,
  provinceId: true,
  actorId: true,
  actorName: true,
  target: true,
  source: true,
  fileName: true,
  sha256: true,
  state: true,
  shape: true,
  mapping: true,
  rowsDone: true,
  rowsTotal: true,
  counts: true,
  failure: true,
  reason: true,
  createdAt: true,
  finishedAt: true,
  version: true,
} as const;

export async function findRun(db: Db, target: string, id: string) {
  return db.tx.importRun.findFirst({ where: { id, target, ...scopeWhere(db.scope) }, select: columns });
}

export type RunRow = NonNullable<Awaited<ReturnType<typeof findRun>>>;

export async function getRun(db: Db, target: string, id: string): Promise<RunRow> {
  const run = await findRun(db, target, id);
  if (!run) throw new AppError("not_found");
  return run;
}

/** Locked first, so that two clicks follow one another. */
export async function lockRun(db: Db, target: string, id: string): Promise<RunRow> {
  // Not the row itself: while one takes the rows over, another connection writes down how far it is.
  await db.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))::text`;
  return getRun(db, target, id);
}

export async function listRuns(db: Db, target: string): Promise<RunRow[]> {
  return db.tx.importRun.findMany({
    where: { target, ...scopeWhere(db.scope) },
    select: columns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
  });
}

export async function storedBytes(db: Db, id: string): Promise<Uint8Array | null> {
  const row = await db.tx.importRun.findFirst({ where: { id, ...scopeWhere(db.scope) }, select: { bytes: true } });
  return row?.bytes ?? null;
}

export type NewRun = {
  provinceId: number | null;
  actorId: string;
  actorName: string;
  target: string;
  source: string;
  fileName: string;
  sha256: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
  shape: object;
  mapping: Record<string, number>;
  createdAt: Date;
  updatedAt: Date;
};

export async function insertRun(db: Db, run: NewRun): Promise<string> {
  const { id } = await db.tx.importRun.create({ data: run, select: { id: true } });
  return id;
}

type RunChange = {
  state?: ImportState;
  mapping?: Record<string, number>;
  counts?: Partial<Record<ImportOutcome, number>>;
  rowsDone?: number;
  rowsTotal?: number | null;
  failure?: string | null;
  reason?: string;
  startedAt?: Date;
  finishedAt?: Date;
};

export async function saveRun(db: Db, id: string, now: Date, change: RunChange): Promise<void> {
  await db.tx.importRun.updateMany({
    where: { id, ...scopeWhere(db.scope) },
    data: { ...change, updatedAt: now, version: { increment: 1 } },
  });
}

export type StagedRow = { row_number: number; outcome: ImportOutcome; key: string; summary: string; errors: object | null };

type Piece = { scope: RowScope; runId: string; provinceId: number | null; rows: StagedRow[]; done: number };

/** A piece of the file with how far that is, which has no version of its own: it takes nobody's decision away. */
export function stagingOf({ scope, runId, provinceId, rows, done }: Piece): Sql[] {
  return [
    sql`
    INSERT INTO import_row (run_id, row_number, province_id, outcome, key, summary, errors)
    SELECT ${runId}::uuid, r.row_number, ${provinceId}::smallint, r.outcome, r.key, r.summary, r.errors
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(row_number int, outcome text, key text, summary text, errors jsonb)`,
    doneSql({ scope, runId }, done),
  ];
}

export const doneSql = ({ scope, runId }: Pick<Piece, "scope" | "runId">, done: number): Sql =>
  sql`UPDATE import_run SET rows_done = ${done} WHERE id = ${runId}::uuid AND ${scopeSql(scope, "province_id")}`;

export async function clearRows(db: Db, runId: string): Promise<void> {
  await db.tx.importRow.deleteMany({ where: { runId, ...scopeWhere(db.scope) } });
  await db.tx.importPiece.deleteMany({ where: { runId, ...scopeWhere(db.scope) } });
}

/** Turns staged rows invalid; what is already invalid keeps its first fault. */
export async function blameRows(db: Db, runId: string, faults: { rowNumber: number; column: string; message: string }[]): Promise<void> {
  if (faults.length === 0) return;
  await db.tx.$executeRaw`
    UPDATE import_row SET outcome = 'invalid',
      errors = jsonb_build_object('faults', jsonb_build_array(jsonb_build_object('column', f.column, 'message', f.message)))
    FROM jsonb_to_recordset(${JSON.stringify(faults)}::jsonb) AS f("rowNumber" int, "column" text, message text)
    WHERE run_id = ${runId}::uuid AND row_number = f."rowNumber" AND outcome IN ('new', 'changed') AND ${scopeSql(db.scope, "province_id")}`;
}

export async function countRows(db: Db, runId: string): Promise<Record<ImportOutcome, number>> {
  const rows = await db.tx.$queryRaw<{ outcome: ImportOutcome; count: number }[]>`
    SELECT outcome, count(*)::int AS count FROM import_row WHERE run_id = ${runId}::uuid AND ${scopeSql(db.scope, "province_id")} GROUP BY outcome`;
  const counts: Record<ImportOutcome, number> = { new: 0, changed: 0, same: 0, invalid: 0, duplicate: 0 };
  for (const { outcome, count } of rows) counts[outcome] = count;
  return counts;
}

const rowColumns = { rowNumber: true, outcome: true, key: true, summary: true, errors: true } as const;

export async function findRows(db: Db, runId: string, outcomes: ImportOutcome[], page: { after: number; take: number }) {
  return db.tx.importRow.findMany({
    where: { runId, outcome: { in: outcomes }, rowNumber: { gt: page.after }, ...scopeWhere(db.scope) },
    select: rowColumns,
    orderBy: { rowNumber: "asc" },
    take: page.take,
  });
}

export type StoredRow = Awaited<ReturnType<typeof findRows>>[number];

export async function rememberedMapping(db: Db, ownerId: string, target: string, source: string): Promise<Record<string, string>> {
  const where = { ownerId, target, source, ...scopeWhere(db.scope) };
  const row = await db.tx.importMapping.findFirst({ where, select: { mapping: true } });
  return (row?.mapping ?? {}) as Record<string, string>;
}

type Remembered = {
  ownerId: string;
  provinceId: number | null;
  target: string;
  source: string;
  mapping: Record<string, string>;
  now: Date;
};

export async function rememberMapping(db: Db, { ownerId, provinceId, target, source, mapping, now }: Remembered): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO import_mapping (province_id, owner_id, target, source, mapping, updated_at)
    VALUES (${provinceId}::smallint, ${ownerId}::uuid, ${target}, ${source}, ${JSON.stringify(mapping)}::jsonb, ${now})
    ON CONFLICT (owner_id, target, source) DO UPDATE SET mapping = excluded.mapping, updated_at = excluded.updated_at`;
}

type Retired = { target: string; before: Date; now: Date };

/** What has waited for its uploader too long. */
export async function abandonIdle(db: Db, { target, before, now, failure }: Retired & { failure: string }): Promise<number> {
  const { count } = await db.tx.importRun.updateMany({
    where: { target, state: { in: ["uploaded", "checked", "failed"] }, updatedAt: { lt: before }, ...scopeWhere(db.scope) },
    // Over at the moment its time was: its rows go in the same round.
    data: { state: "abandoned", failure, finishedAt: before, updatedAt: now, version: { increment: 1 } },
  });
  return count;
}

/** Files, first rows and staged rows of runs that were over by then; how many runs. */
export async function dropFiles(db: Db, { target, before, now }: Retired): Promise<number> {
  const runs = await db.tx.importRun.findMany({
    where: {
      target,
      state: { in: ["committed", "abandoned"] },
      finishedAt: { lte: before },
      bytes: { not: null },
      ...scopeWhere(db.scope),
    },
    select: { id: true },
  });
  const ids = runs.map(({ id }) => id);
  await db.tx.importRow.deleteMany({ where: { runId: { in: ids }, ...scopeWhere(db.scope) } });
  await db.tx.importPiece.deleteMany({ where: { runId: { in: ids }, ...scopeWhere(db.scope) } });
  await db.tx.$executeRaw`
    UPDATE import_run SET bytes = NULL, shape = shape || '{"sealedSample": ""}', updated_at = ${now}
    WHERE id = ANY(${ids}::uuid[]) AND ${scopeSql(db.scope, "province_id")}`;
  return ids.length;
}

type Deserted = { target: string; jobs: string[]; failure: string; now: Date };

/** A run and its job are written together, so one that is at work without a job has lost it. */
export async function failWithoutJob(db: Db, { target, jobs, failure, now }: Deserted): Promise<number> {
  return db.tx.$executeRaw`
    UPDATE import_run r SET state = 'failed', failure = ${failure}, finished_at = ${now}, updated_at = ${now}, version = version + 1
    WHERE target = ${target} AND state IN ('checking', 'committing') AND ${scopeSql(db.scope, "province_id")}
      AND NOT EXISTS (SELECT FROM pgboss.job j WHERE j.name = ANY(${jobs}) AND j.state < 'completed' AND j.data ->> 'importId' = r.id::text)`;
}
