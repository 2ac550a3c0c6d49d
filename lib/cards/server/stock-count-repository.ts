import type { Db } from "../../platform/db/transaction.ts";
import type { OpenCount } from "../ledger-contract.ts";
import type { Account } from "../ledger-rows.ts";
import type { CountState } from "../stock-contract.ts";

const select = {
  id: true,
  number: true,
  series: true,
  account: true,
  batchId: true,
  startedAt: true,
  startedByName: true,
  state: true,
  bookQuantity: true,
  closedAt: true,
  version: true,
  sheets: { select: { counterId: true, counterName: true, quantity: true, ranges: true, at: true }, orderBy: { at: "asc" } },
} as const;

export type StoredCount = Awaited<ReturnType<typeof findCount>> & object;

export const findCount = (db: Db, id: string) => db.tx.stockCount.findUnique({ where: { id }, select });

export const findCounts = (db: Db, series: string | undefined) =>
  db.tx.stockCount.findMany({ where: { ...(series && { series }) }, select, orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: 100 });

/** The series' own lock comes first. */
export async function lockCount(db: Db, id: string): Promise<StoredCount | null> {
  await db.tx.$queryRaw`SELECT id FROM stock_count WHERE id = ${id}::uuid FOR UPDATE`;
  return await findCount(db, id);
}

type NewCount = { series: string; account: Account; batchId: string | null; startedAt: Date; startedByName: string };

/** Under the next number of the system, "S-0007". */
export async function insertCount(db: Db, count: NewCount): Promise<StoredCount> {
  const [next] = await db.tx.$queryRaw<{ value: bigint }[]>`SELECT nextval('stock_count_number') AS value`;
  const number = `S-${String(next?.value ?? 0).padStart(4, "0")}`;
  return await db.tx.stockCount.create({ data: { ...count, number }, select });
}

type NewSheet = { countId: string; counterId: string; counterName: string; quantity: number; ranges: string; at: Date };

export async function insertSheet(db: Db, sheet: NewSheet): Promise<void> {
  await db.tx.stockCountSheet.create({ data: sheet, select: { countId: true } });
}

type Closed = { state: CountState; bookQuantity: number | null; closedAt: Date };

export async function closeCount(db: Db, { id, version }: { id: string; version: number }, closed: Closed): Promise<void> {
  await db.tx.stockCount.update({ where: { id, version }, data: { ...closed, version: version + 1 }, select: { id: true } });
}

/** Counts that hold an account of the series still. */
export async function openCountsOf(db: Db, series: string): Promise<OpenCount[]> {
  const where = { series, state: "counting" };
  const rows = await db.tx.stockCount.findMany({ where, select: { id: true, number: true, account: true, startedAt: true } });
  return rows.map(({ account, startedAt, ...row }) => ({ ...row, account: account as Account, startedAt: startedAt.toISOString() }));
}

export async function batchRef(db: Db, id: string | null): Promise<{ id: string; number: string; series: string; state: string } | null> {
  return id === null
    ? null
    : await db.tx.batch.findUnique({ where: { id }, select: { id: true, number: true, series: true, state: true } });
}
