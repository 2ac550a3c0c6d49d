import { dateColumn } from "../../platform/db/local-date.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { Account, LineAccount, MovementKind, SerialRange } from "../ledger-rows.ts";
import { refusalText } from "../ledger-words.ts";
import { type Counting, type Holding, type Line, refusalOf } from "../serial-ledger.ts";

type Person = { id: string | null; name: string; role: string };

/** A line as the database has it. */
export type StoredLine = { first: bigint; last: bigint; from: LineAccount; to: LineAccount; batchId?: string | null };

export type NewMovement = {
  series: string;
  kind: MovementKind;
  /** Legal day, yyyy-MM-dd. */
  occurredOn: string;
  at: Date;
  actor: Person;
  approved?: Person;
  witnessName?: string;
  reason?: string;
  method?: string;
  documentNo?: string;
  documentId?: string;
  batchId?: string;
  shipmentId?: string;
  caseId?: string;
  reversesId?: string;
  lines: readonly StoredLine[];
};

/**
 * The one door to the ledger: locks the series, decides by the rules of serial-ledger.ts, appends movement and lines; the
 * database's trigger writes `holding`. Answers with the movement's id. Whoever calls it records the audit event.
 * Errors: `not_found` for an unknown series, `conflict` with a sentence for everything the ledger refuses.
 */
export async function postMovement(db: Db, movement: NewMovement): Promise<string> {
  const series = await lockSeries(db, movement.series);
  if (!series) throw new AppError("not_found");
  if (movement.kind === "allot" && series.blockedReason !== null) throw blocked(movement.series, series.blockedReason);
  const lines = movement.lines.map((line) => ({ ...line, first: Number(line.first), last: Number(line.last) }));
  refuseTooLong(movement.series, lines, series.digits);
  const holdings = await holdingsOf(db, movement.series, lines);
  const refusal = refusalOf(movement.kind, lines, holdings, await countingOf(db, movement.series));
  if (refusal) throw new AppError("conflict", { message: refusalText(movement.series, refusal, series.digits) });
  return await insertMovement(db, movement);
}

const blocked = (series: string, reason: string) =>
  new AppError("conflict", { message: `${series} serisinden parti ayrılamaz: ${reason} Fark dosyası kapanınca açılır.` });

function refuseTooLong(series: string, lines: readonly Line[], digits: number): void {
  if (lines.length === 0) throw new AppError("bad_input", { invalidParams: [{ path: "ranges", message: "Numara aralığı yazın." }] });
  if (lines.every(({ last }) => String(last).length <= digits)) return;
  throw new AppError("bad_input", { invalidParams: [{ path: "ranges", message: `${series} serisinin numaraları ${digits} rakamdır.` }] });
}

export type StoredSeries = {
  code: string;
  digits: number;
  blockedAt: Date | null;
  blockedReason: string | null;
  isDemo: boolean;
  version: number;
};

/** Whoever moves, counts or blocks a series takes this lock first; nobody else does until the transaction ends. */
export async function lockSeries(db: Db, code: string): Promise<StoredSeries | null> {
  const [row] = await db.tx.$queryRaw<StoredSeries[]>`
    SELECT code, digits, blocked_at AS "blockedAt", blocked_reason AS "blockedReason", is_demo AS "isDemo", version
    FROM series WHERE code = ${code} FOR UPDATE`;
  return row ?? null;
}

const seriesColumns = { code: true, digits: true, blockedAt: true, blockedReason: true, isDemo: true, version: true } as const;

export async function findSeries(db: Db, code: string): Promise<StoredSeries | null> {
  return await db.tx.series.findUnique({ where: { code }, select: seriesColumns });
}

export async function findAllSeries(db: Db): Promise<StoredSeries[]> {
  return await db.tx.series.findMany({ select: seriesColumns, orderBy: { code: "asc" } });
}

/** L2: while a difference stands, nothing is allotted to a batch. Null opens the series again. */
export async function setBlocked(db: Db, { code, version }: StoredSeries, blocked: { at: Date; reason: string } | null): Promise<void> {
  const data = { blockedAt: blocked?.at ?? null, blockedReason: blocked?.reason ?? null, version: version + 1 };
  await db.tx.series.update({ where: { code }, data, select: { code: true } });
}

/** A series begins with its first declaration. */
export async function ensureSeries(db: Db, code: string, at: Date): Promise<void> {
  await db.tx.$executeRaw`INSERT INTO series (code, created_at) VALUES (${code}, ${at}) ON CONFLICT DO NOTHING`;
}

type HoldingRow = { first: bigint; last: bigint; account: Account; batchId: string | null };

const plain = ({ first, last, ...row }: HoldingRow): Holding => ({ ...row, first: Number(first), last: Number(last) });

/** Holdings that share a serial with one of the ranges, in order. */
export async function holdingsOf(db: Db, series: string, ranges: readonly SerialRange[]): Promise<Holding[]> {
  const firsts = ranges.map(({ first }) => BigInt(first));
  const lasts = ranges.map(({ last }) => BigInt(last));
  const rows = await db.tx.$queryRaw<HoldingRow[]>`
    SELECT DISTINCT lower(h.serials) AS first, upper(h.serials) - 1 AS last, h.account, h.batch_id::text AS "batchId"
    FROM unnest(${firsts}::bigint[], ${lasts}::bigint[]) AS r (first, last)
    JOIN holding h ON h.series = ${series} AND h.serials && int8range(r.first, r.last, '[]') ORDER BY 1`;
  return rows.map(plain);
}

/** Every holding of a series, or those of one account, in order; sent as one text, since they may be many thousand. */
export async function allHoldings(db: Db, series: string, account: Account | null = null): Promise<Holding[]> {
  const [row] = await db.tx.$queryRaw<{ text: string | null }[]>`
    SELECT string_agg(concat_ws(' ', lower(serials), upper(serials) - 1, account, batch_id), ';' ORDER BY lower(serials)) AS text
    FROM holding WHERE series = ${series} AND (${account}::text IS NULL OR account = ${account})`;
  return (row?.text ?? "").split(";").filter(Boolean).map(holdingOf);
}

function holdingOf(text: string): Holding {
  const [first, last, account, batchId] = text.split(" ");
  return { first: Number(first), last: Number(last), account: account as Account, batchId: batchId ?? null };
}

/** Accounts that stand still because their count is open (L7). */
export async function countingOf(db: Db, series: string): Promise<Counting[]> {
  const rows = await db.tx.stockCount.findMany({ where: { series, state: "counting" }, select: { account: true, batchId: true } });
  return rows.map(({ account, batchId }) => ({ account: account as Account, batchId }));
}

/** One statement, so that a movement is never seen without its lines. */
async function insertMovement(db: Db, movement: NewMovement): Promise<string> {
  const { actor, approved, lines } = movement;
  const quantity = lines.reduce((sum, { first, last }) => sum + Number(last - first) + 1, 0);
  const [row] = await db.tx.$queryRaw<{ id: string }[]>`
    WITH act AS (
      INSERT INTO movement (series, kind, quantity, occurred_on, at, actor_id, actor_name, actor_role, approved_by_id, approved_by_name, approved_role,
        witness_name, reason, method, document_no, document_id, batch_id, shipment_id, case_id, reverses_id)
      VALUES (${movement.series}, ${movement.kind}, ${quantity}, ${dateColumn(movement.occurredOn)}::date, ${movement.at}, ${actor.id}::uuid, ${actor.name}, ${actor.role},
        ${approved?.id ?? null}::uuid, ${approved?.name ?? null}, ${approved?.role ?? null}, ${movement.witnessName ?? null}, ${movement.reason ?? null},
        ${movement.method ?? null}, ${movement.documentNo ?? null}, ${movement.documentId ?? null}::uuid, ${movement.batchId ?? null}::uuid,
        ${movement.shipmentId ?? null}::uuid, ${movement.caseId ?? null}::uuid, ${movement.reversesId ?? null}::uuid)
      RETURNING id
    ), written AS (
      INSERT INTO movement_line (movement_id, series, kind, serials, from_account, to_account, batch_id)
      SELECT act.id, ${movement.series}, ${movement.kind}, int8range(l.first, l.last, '[]'), l.source, l.target, l.batch
      FROM act, unnest(${lines.map(({ first }) => first)}::bigint[], ${lines.map(({ last }) => last)}::bigint[], ${lines.map(({ from }) => from)}::text[],
        ${lines.map(({ to }) => to)}::text[], ${lines.map(({ batchId }) => batchId ?? null)}::uuid[]) WITH ORDINALITY AS l (first, last, source, target, batch, position)
      ORDER BY l.position
    )
    SELECT id::text FROM act`;
  if (!row) throw new Error("a movement was not written");
  return row.id;
}
