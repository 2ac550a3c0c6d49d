import type { Prisma } from "../../../prisma/generated/client.ts";
import type { Db } from "../../platform/db/transaction.ts";
import type { BatchState, LineState } from "../production-contract.ts";

type Range = { first: number; last: number };

const select = {
  id: true,
  number: true,
  series: true,
  state: true,
  size: true,
  createdAt: true,
  createdByName: true,
  allottedAt: true,
  sentAt: true,
  fileDigest: true,
  completedAt: true,
  isDemo: true,
  version: true,
  inSeries: { select: { digits: true, blockedReason: true } },
} as const satisfies Prisma.BatchSelect;

export type StoredBatch = Omit<Prisma.BatchGetPayload<{ select: typeof select }>, "state"> & { state: BatchState };

const stored = (row: Prisma.BatchGetPayload<{ select: typeof select }>): StoredBatch => ({ ...row, state: row.state as BatchState });

export async function findBatch(db: Db, id: string): Promise<StoredBatch | null> {
  const row = await db.tx.batch.findUnique({ where: { id }, select });
  return row && stored(row);
}

/** Everything done to a batch is done behind this lock. */
export async function lockBatch(db: Db, id: string): Promise<StoredBatch | null> {
  await db.tx.$queryRaw`SELECT id FROM batch WHERE id = ${id}::uuid FOR UPDATE`;
  return await findBatch(db, id);
}

export async function findBatchId(db: Db, number: string): Promise<string | null> {
  return (await db.tx.batch.findUnique({ where: { number }, select: { id: true } }))?.id ?? null;
}

/** Those under way and the last `ended` of the others, newest first. */
export async function listBatches(db: Db, ended: number): Promise<StoredBatch[]> {
  const endedStates = ["completed", "cancelled"];
  const open = await db.tx.batch.findMany({ where: { state: { notIn: endedStates } }, select, orderBy: { createdAt: "desc" }, take: 200 });
  const past = await db.tx.batch.findMany({ where: { state: { in: endedStates } }, select, orderBy: { createdAt: "desc" }, take: ended });
  return [...open, ...past].map(stored);
}

export type NewBatch = { number: string; series: string; size: number; createdAt: Date; createdByName: string; isDemo: boolean };

export async function insertBatch(db: Db, batch: NewBatch, cardIds: readonly string[]): Promise<string> {
  const { id } = await db.tx.batch.create({ data: batch, select: { id: true } });
  await db.tx.batchLine.createMany({
    data: cardIds.map((cardId, index) => ({ batchId: id, line: index + 1, cardId, series: batch.series, updatedAt: batch.createdAt })),
  });
  return id;
}

export type BatchChange = Partial<Pick<StoredBatch, "state" | "allottedAt" | "sentAt" | "fileDigest" | "completedAt">>;

export async function updateBatch(db: Db, batch: StoredBatch, change: BatchChange): Promise<void> {
  await db.tx.batch.updateMany({ where: { id: batch.id, version: batch.version }, data: { ...change, version: batch.version + 1 } });
}

const lineSelect = { line: true, cardId: true, serial: true, state: true, errorCode: true, errorText: true, updatedAt: true } as const;

export type StoredLine = {
  line: number;
  cardId: string;
  serial: number | null;
  state: LineState;
  errorCode: string | null;
  errorText: string | null;
  updatedAt: Date;
};

export async function linesOf(db: Db, batchId: string): Promise<StoredLine[]> {
  const rows = await db.tx.batchLine.findMany({ where: { batchId }, select: lineSelect, orderBy: { line: "asc" } });
  return rows.map((row) => ({ ...row, serial: row.serial === null ? null : Number(row.serial), state: row.state as LineState }));
}

export type LineChange = { line: number; state: LineState; serial?: number | null; errorCode?: string | null; errorText?: string | null };

/** One statement for all; what a change does not name stays. */
export async function updateLines(db: Db, batchId: string, changes: readonly LineChange[], now: Date): Promise<void> {
  const names = { line: "line", state: "state", serial: "serial", errorCode: "error_code", errorText: "error_text" } as const;
  const rows = changes.map((change) =>
    Object.fromEntries(Object.entries(change).map(([name, value]) => [names[name as keyof typeof names], value])),
  );
  await db.tx.$executeRaw`
    UPDATE batch_line l SET state = n.state, serial = n.serial, error_code = n.error_code, error_text = n.error_text, updated_at = ${now}
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) x
      JOIN batch_line b ON b.batch_id = ${batchId}::uuid AND b.line = (x->>'line')::int CROSS JOIN LATERAL jsonb_populate_record(b, x) n
    WHERE l.batch_id = b.batch_id AND l.line = b.line`;
}

/** Serials of other batches' lines that now lie on this floor: they were given back and allotted anew (L1). */
export async function releaseStale(db: Db, batch: { id: string; series: string }): Promise<void> {
  await db.tx.$executeRaw`
    UPDATE batch_line l SET serial = NULL FROM holding h
    WHERE h.series = ${batch.series} AND h.account = 'nvi_floor' AND h.batch_id = ${batch.id}::uuid AND l.series = h.series
      AND h.serials @> l.serial AND (l.batch_id <> ${batch.id}::uuid OR l.state = 'waiting')`;
}

export async function floorOf(db: Db, batch: { id: string; series: string }): Promise<Range[]> {
  const rows = await db.tx.$queryRaw<{ first: bigint; last: bigint }[]>`
    SELECT lower(serials) AS first, upper(serials) - 1 AS last FROM holding
    WHERE series = ${batch.series} AND account = 'nvi_floor' AND batch_id = ${batch.id}::uuid ORDER BY 1`;
  return rows.map(({ first, last }) => ({ first: Number(first), last: Number(last) }));
}

export type LineCount = { batchId: string; state: LineState; count: number };

export async function lineCounts(db: Db, batchIds: readonly string[]): Promise<LineCount[]> {
  return await db.tx.$queryRaw<LineCount[]>`
    SELECT batch_id::text AS "batchId", state, count(*)::int AS count FROM batch_line WHERE batch_id = ANY(${[...batchIds]}::uuid[]) GROUP BY 1, 2`;
}

export async function floorCounts(db: Db, batchIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.tx.$queryRaw<{ batchId: string; count: number }[]>`
    SELECT batch_id::text AS "batchId", sum(upper(serials) - lower(serials))::int AS count FROM holding
    WHERE batch_id = ANY(${[...batchIds]}::uuid[]) GROUP BY 1`;
  return new Map(rows.map(({ batchId, count }) => [batchId, count]));
}
