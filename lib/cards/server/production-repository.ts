import { dateColumn } from "../../platform/db/local-date.ts";
import { sql } from "../../platform/db/sql.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";
import type { CardDesign, CardKind, CardWork } from "../contract.ts";
import type { ProductionWork } from "../production-contract.ts";

/** The design that is issued for a kind on a legal day, or null. */
export async function designOn(db: Db, kind: string, day: string): Promise<CardDesign | null> {
  const row = await db.tx.designGeneration.findFirst({
    where: { kind, issueFrom: { lte: dateColumn(day) }, OR: [{ issueUntil: null }, { issueUntil: { gte: dateColumn(day) } }] },
    select: { design: true },
    orderBy: { issueFrom: "desc" },
  });
  return (row?.design ?? null) as CardDesign | null;
}

/** Locks the oldest cards of these kinds in this state that nobody else is taking; an ended permit's cards come along, to be closed. */
export async function takeOldest(
  db: Db,
  { kinds, work, count }: { kinds: readonly CardKind[]; work: CardWork; count: number },
): Promise<string[]> {
  const rows = await db.tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM card WHERE work = ${work} AND kind = ANY(${[...kinds]}::text[]) AND design = 'new' AND ${scopeSql(db.scope, "province_id")}
    ORDER BY requested_at, id LIMIT ${count} FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}

export type QueueCount = { kind: CardKind; work: ProductionWork; count: number; oldestSince: Date; lateCount: number };

/** What waits in production by kind and state; a request whose permit has ended waits for nothing. */
export async function queueCounts(db: Db, now: Date): Promise<QueueCount[]> {
  return await db.tx.$queryRaw<QueueCount[]>`
    SELECT c.kind, c.work, count(*)::int AS count, min(c.work_since) AS "oldestSince",
      (count(*) FILTER (WHERE l.days IS NOT NULL AND c.work_since < ${now}::timestamptz - make_interval(days => l.days)))::int AS "lateCount"
    FROM card c LEFT JOIN stage_limit l ON l.axis = 'work' AND l.stage = c.work
    WHERE c.work = ANY(ARRAY['requested', 'queued', 'rejected_by_partner', 'in_batch', 'personalised', 'qc_pass', 'packed'])
      AND c.design = 'new' AND NOT (c.validity = 'invalidated' AND c.work IN ('requested', 'queued', 'rejected_by_partner'))
      AND ${scopeSql(db.scope, "c.province_id")}
    GROUP BY c.kind, c.work ORDER BY c.work, c.kind`;
}

export type StockCount = { code: string; digits: number; blockedReason: string | null; vaultCount: number; floorCount: number };

/** Blanks a series has left to allot and on floors. */
export async function stockCounts(db: Db): Promise<StockCount[]> {
  return await db.tx.$queryRaw<StockCount[]>`
    SELECT s.code, s.digits, s.blocked_reason AS "blockedReason",
      coalesce(max(t.held) FILTER (WHERE t.account = 'nvi_vault'), 0)::int AS "vaultCount",
      coalesce(max(t.held) FILTER (WHERE t.account = 'nvi_floor'), 0)::int AS "floorCount"
    FROM series s LEFT JOIN account_total t ON t.series = s.code GROUP BY s.code ORDER BY s.code`;
}

export type PackableRow = { cardId: string; cardNumber: string; serialNumber: string; since: Date };

/** Cards past the check without an envelope, oldest first. */
export async function packableCards(db: Db, limit: number): Promise<PackableRow[]> {
  return await db.tx.$queryRaw<PackableRow[]>`
    SELECT id::text AS "cardId", number AS "cardNumber", serial_number AS "serialNumber", work_since AS since FROM card
    WHERE work = 'qc_pass' AND ${scopeSql(db.scope, "province_id")} ORDER BY work_since, id LIMIT ${limit}`;
}

export async function countInWork(db: Db, work: CardWork): Promise<number> {
  const [row] = await db.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM card WHERE work = ${work} AND design = 'new' AND ${scopeSql(db.scope, "province_id")}`;
  return row?.count ?? 0;
}

/** Ids by serial number as it is printed; unknown ones are left out. */
export async function idsBySerialNumber(db: Db, serialNumbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.tx.$queryRaw<{ id: string; serialNumber: string }[]>`
    SELECT id::text, serial_number AS "serialNumber" FROM card WHERE serial_number = ANY(${[...serialNumbers]}::text[]) AND ${scopeSql(db.scope, "province_id")}`;
  return new Map(rows.map(({ id, serialNumber }) => [serialNumber, id]));
}

/** Barcodes that some card has already. */
export async function takenBarcodes(db: Db, barcodes: readonly string[]): Promise<Set<string>> {
  const rows = await db.tx.$queryRaw<{ barcode: string }[]>`
    SELECT barcode FROM card WHERE barcode = ANY(${[...barcodes]}::text[]) AND ${scopeSql(db.scope, "province_id")}`;
  return new Set(rows.map(({ barcode }) => barcode));
}

/** The valid cards of these permits, by permit: what a new card takes the place of. */
export async function activeCardsOf(db: Db, permitIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.tx.$queryRaw<{ id: string; permitId: string }[]>`
    SELECT id::text, permit_id::text AS "permitId" FROM card
    WHERE permit_id = ANY(${[...permitIds]}::uuid[]) AND validity = 'active' AND ${scopeSql(db.scope, "province_id")}`;
  return new Map(rows.map(({ id, permitId }) => [permitId, id]));
}

/** The next of a numbering that restarts its prefix each year, and its digits not. */
export async function nextOf(db: Db, numbering: "batch" | "manifest", year: string): Promise<string> {
  const sequence = numbering === "batch" ? sql`nextval('batch_number')` : sql`nextval('manifest_number')`;
  const [row] = await db.tx.$queryRaw<{ number: string }[]>`SELECT lpad((${sequence})::text, 4, '0') AS number`;
  return `${numbering === "batch" ? "P" : "T"}-${year}-${row?.number ?? ""}`;
}
