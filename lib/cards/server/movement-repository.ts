import { dateColumn, localDate } from "../../platform/db/local-date.ts";
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/transaction.ts";
import type { LineAccount, MovementKind, MovementLine, MovementRow, NumberedRef, Price, SerialRange } from "../ledger-rows.ts";
import { valueOn } from "../ledger-value.ts";
import type { Line } from "../serial-ledger.ts";

type Stored = {
  id: string;
  position: bigint;
  series: string;
  kind: MovementKind;
  quantity: number;
  occurredOn: Date;
  at: Date;
  actorId: string | null;
  actorName: string;
  actorRole: string;
  approvedByName: string | null;
  approvedRole: string | null;
  witnessName: string | null;
  reason: string | null;
  method: string | null;
  documentNo: string | null;
  documentId: string | null;
  batchId: string | null;
  batchNumber: string | null;
  shipmentId: string | null;
  shipmentNumber: string | null;
  caseId: string | null;
  caseNumber: string | null;
  reversesId: string | null;
  reversedById: string | null;
  from: LineAccount;
  to: LineAccount;
  first: bigint;
  last: bigint;
  lineCount: bigint;
};

export type MovementAsked = {
  series?: string | undefined;
  kind?: MovementKind | undefined;
  account?: LineAccount | undefined;
  batch?: string | undefined;
  shipment?: string | undefined;
  case?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Position of the last one seen. */
  after?: number | undefined;
  serials?: (SerialRange & { series: string }) | undefined;
};

function conditionsOf(asked: MovementAsked): Sql {
  const { serials } = asked;
  const conditions = [
    sql`TRUE`,
    ...(asked.series ? [sql`m.series = ${asked.series}`] : []),
    ...(asked.kind ? [sql`m.kind = ${asked.kind}`] : []),
    ...(asked.account
      ? [
          sql`EXISTS (SELECT FROM movement_line l WHERE l.movement_id = m.id AND (l.from_account = ${asked.account} OR l.to_account = ${asked.account}))`,
        ]
      : []),
    ...(asked.batch ? [sql`m.batch_id = ${asked.batch}::uuid`] : []),
    ...(asked.shipment ? [sql`m.shipment_id = ${asked.shipment}::uuid`] : []),
    ...(asked.case ? [sql`m.case_id = ${asked.case}::uuid`] : []),
    ...(asked.from ? [sql`m.occurred_on >= ${dateColumn(asked.from)}::date`] : []),
    ...(asked.to ? [sql`m.occurred_on <= ${dateColumn(asked.to)}::date`] : []),
    ...(asked.after ? [sql`m.position < ${BigInt(asked.after)}`] : []),
    ...(serials
      ? [
          sql`m.id IN (SELECT l.movement_id FROM movement_line l WHERE l.series = ${serials.series}
                AND l.serials && int8range(${BigInt(serials.first)}, ${BigInt(serials.last)}, '[]'))`,
        ]
      : []),
  ];
  return joinSql(conditions, " AND ");
}

const select = sql`
  SELECT m.id::text, m.position, m.series, m.kind, m.quantity, m.occurred_on AS "occurredOn", m.at, m.actor_id::text AS "actorId", m.actor_name AS "actorName",
    m.actor_role AS "actorRole", m.approved_by_name AS "approvedByName", m.approved_role AS "approvedRole", m.witness_name AS "witnessName", m.reason,
    m.method, m.document_no AS "documentNo", m.document_id::text AS "documentId", m.batch_id::text AS "batchId", b.number AS "batchNumber",
    m.shipment_id::text AS "shipmentId", s.number AS "shipmentNumber", m.case_id::text AS "caseId", c.number AS "caseNumber",
    m.reverses_id::text AS "reversesId", r.id::text AS "reversedById", x.source AS "from", x.target AS "to", x.first, x.last, x.count AS "lineCount"
  FROM movement m
  CROSS JOIN LATERAL (SELECT min(lower(l.serials)) AS first, max(upper(l.serials)) - 1 AS last, count(*) AS count,
    (array_agg(l.from_account ORDER BY l.id))[1] AS source, (array_agg(l.to_account ORDER BY l.id))[1] AS target
    FROM movement_line l WHERE l.movement_id = m.id) x
  LEFT JOIN batch b ON b.id = m.batch_id
  LEFT JOIN shipment s ON s.id = m.shipment_id
  LEFT JOIN stock_case c ON c.id = m.case_id
  LEFT JOIN movement r ON r.reverses_id = m.id`;

/** Newest first. */
export async function findMovements(db: Db, asked: MovementAsked, limit: number): Promise<Stored[]> {
  return await db.tx.$queryRaw<Stored[]>`${select} WHERE ${conditionsOf(asked)} ORDER BY m.position DESC LIMIT ${limit}`;
}

export async function findMovement(db: Db, id: string): Promise<Stored | null> {
  const [row] = await db.tx.$queryRaw<Stored[]>`${select} WHERE m.id = ${id}::uuid`;
  return row ?? null;
}

type LineRow = { first: bigint; last: bigint; from: LineAccount; to: LineAccount; batchId: string | null; batchNumber: string | null };

/** In the order they were written. */
export async function findLines(db: Db, movementId: string): Promise<(Line & MovementLine)[]> {
  const rows = await db.tx.$queryRaw<LineRow[]>`
    SELECT lower(l.serials) AS first, upper(l.serials) - 1 AS last, l.from_account AS "from", l.to_account AS "to", l.batch_id::text AS "batchId",
      b.number AS "batchNumber"
    FROM movement_line l LEFT JOIN batch b ON b.id = l.batch_id WHERE l.movement_id = ${movementId}::uuid ORDER BY l.id`;
  return rows.map(({ first, last, batchId, batchNumber, ...line }) => ({
    ...line,
    first: Number(first),
    last: Number(last),
    batchId,
    batch: refOf(batchId, batchNumber),
  }));
}

/**
 * Every line of a series from its first declaration on. Sent as one text: a hundred thousand rows would take longer to be made
 * into objects by the client than to be folded.
 */
export async function findAllLines(db: Db, series: string): Promise<Line[]> {
  const [row] = await db.tx.$queryRaw<{ text: string | null }[]>`
    SELECT string_agg(concat_ws(' ', lower(serials), upper(serials) - 1, from_account, to_account, batch_id), ';' ORDER BY id) AS text
    FROM movement_line WHERE series = ${series}`;
  return (row?.text ?? "").split(";").filter(Boolean).map(lineOf);
}

function lineOf(text: string): Line {
  const [first, last, from, to, batchId] = text.split(" ");
  return { first: Number(first), last: Number(last), from: from as LineAccount, to: to as LineAccount, batchId: batchId ?? null };
}

const refOf = (id: string | null, number: string | null): NumberedRef | null => (id && number ? { id, number } : null);

export function presentMovement(row: Stored, tariffs: readonly Price[]): MovementRow {
  const occurredOn = localDate(row.occurredOn);
  const { id, series, kind, quantity, actorName, approvedByName, reason, documentNo, from, to, reversesId, reversedById } = row;
  return {
    ...{ id, series, kind, quantity, actorName, approvedByName, reason, documentNo, from, to, reversesId, reversedById },
    position: Number(row.position),
    value: valueOn(tariffs, occurredOn, quantity),
    occurredOn,
    at: row.at.toISOString(),
    first: Number(row.first),
    last: Number(row.last),
    lineCount: Number(row.lineCount),
    batch: refOf(row.batchId, row.batchNumber),
    shipment: refOf(row.shipmentId, row.shipmentNumber),
    case: refOf(row.caseId, row.caseNumber),
  };
}
