import { dateColumn, localDate } from "../../platform/db/local-date.ts";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/transaction.ts";
import type { Price, SerialRange, ShipmentBox, ShipmentRow, ShipmentState } from "../ledger-rows.ts";
import { valueOn } from "../ledger-value.ts";

export type StoredShipment = {
  id: string;
  number: string;
  series: string;
  waybill: string;
  quantity: number;
  boxCount: bigint;
  sentOn: Date;
  dueAt: Date;
  state: ShipmentState;
  inTransit: bigint;
  receivedAt: Date | null;
  receivedByName: string | null;
  isDemo: boolean;
  version: number;
};

const select = sql`
  SELECT s.id::text, s.number, s.series, s.waybill, s.quantity, s.sent_on AS "sentOn", s.due_at AS "dueAt", s.state, s.received_at AS "receivedAt",
    s.received_by_name AS "receivedByName", s.is_demo AS "isDemo", s.version,
    (SELECT count(*) FROM shipment_box b WHERE b.shipment_id = s.id) AS "boxCount",
    (SELECT coalesce(sum(upper(h.serials * b.serials) - lower(h.serials * b.serials)), 0)::bigint FROM shipment_box b
      JOIN holding h ON h.series = s.series AND h.serials && b.serials AND h.account = 'transit_mint_nvi'
      WHERE b.shipment_id = s.id AND s.state IN ('in_transit', 'disputed')) AS "inTransit"
  FROM shipment s`;

export async function findShipments(
  db: Db,
  asked: { series?: string | undefined; state?: ShipmentState | undefined; isOpen?: boolean },
): Promise<StoredShipment[]> {
  return await db.tx.$queryRaw<StoredShipment[]>`
    ${select}
    WHERE (${asked.series ?? null}::text IS NULL OR s.series = ${asked.series ?? null})
      AND (${asked.state ?? null}::text IS NULL OR s.state = ${asked.state ?? null})
      AND (NOT ${asked.isOpen ?? false} OR s.state IN ('in_transit', 'disputed'))
    ORDER BY (s.state = 'in_transit') DESC, s.sent_on DESC, s.id DESC LIMIT 200`;
}

export async function findShipment(db: Db, id: string): Promise<StoredShipment | null> {
  const [row] = await db.tx.$queryRaw<StoredShipment[]>`${select} WHERE s.id = ${id}::uuid`;
  return row ?? null;
}

/** The series' own lock comes first, or two receipts could wait for each other. */
export async function lockShipment(db: Db, id: string): Promise<StoredShipment | null> {
  await db.tx.$queryRaw`SELECT id FROM shipment WHERE id = ${id}::uuid FOR UPDATE`;
  return await findShipment(db, id);
}

export type Box = SerialRange & { number: number; state: ShipmentBox["state"] };

export async function findBoxes(db: Db, shipmentId: string): Promise<Box[]> {
  const rows = await db.tx.$queryRaw<{ number: number; state: Box["state"]; first: bigint; last: bigint }[]>`
    SELECT number, state, lower(serials) AS first, upper(serials) - 1 AS last FROM shipment_box WHERE shipment_id = ${shipmentId}::uuid ORDER BY number`;
  return rows.map((row) => ({ ...row, first: Number(row.first), last: Number(row.last) }));
}

type NewShipment = { series: string; waybill: string; quantity: number; sentOn: string; dueAt: Date };

/** Under the next number of the system, "İ-0027". */
export async function insertShipment(db: Db, shipment: NewShipment, boxes: readonly (SerialRange & { number: number })[]): Promise<string> {
  const [next] = await db.tx.$queryRaw<{ value: bigint }[]>`SELECT nextval('shipment_number') AS value`;
  const number = `İ-${String(next?.value ?? 0).padStart(4, "0")}`;
  const { id } = await db.tx.shipment.create({ data: { ...shipment, number, sentOn: dateColumn(shipment.sentOn) }, select: { id: true } });
  await db.tx.$executeRaw`
    INSERT INTO shipment_box (shipment_id, number, serials)
    SELECT ${id}::uuid, b.number, int8range(b.first, b.last, '[]')
    FROM unnest(${boxes.map(({ number }) => number)}::int[], ${boxes.map(({ first }) => BigInt(first))}::bigint[],
      ${boxes.map(({ last }) => BigInt(last))}::bigint[]) AS b (number, first, last)`;
  return id;
}

export async function hasWaybill(db: Db, series: string, waybill: string): Promise<boolean> {
  return (await db.tx.shipment.findFirst({ where: { series, waybill }, select: { id: true } })) !== null;
}

type Change = { state?: ShipmentState; receivedAt?: Date | null; receivedByName?: string | null };

export async function updateShipment(db: Db, { id, version }: { id: string; version: number }, change: Change): Promise<void> {
  await db.tx.shipment.update({ where: { id, version }, data: { ...change, version: version + 1 }, select: { id: true } });
}

export async function setBoxes(db: Db, shipmentId: string, numbers: readonly number[], state: Box["state"]): Promise<void> {
  if (numbers.length === 0) return;
  await db.tx.shipmentBox.updateMany({ where: { shipmentId, number: { in: [...numbers] } }, data: { state } });
}

/** Who wrote the dispatch; the Mint's notice may have come without a person of ours. */
export async function dispatcherOf(db: Db, shipmentId: string): Promise<string | null> {
  const act = await db.tx.movement.findFirst({
    where: { shipmentId, kind: "dispatch" },
    select: { actorId: true },
    orderBy: { position: "asc" },
  });
  return act?.actorId ?? null;
}

export function presentShipment(row: StoredShipment, tariffs: readonly Price[], now: Date): ShipmentRow {
  const { inTransit, boxCount, sentOn, dueAt, receivedAt, ...kept } = row;
  return {
    ...kept,
    value: valueOn(tariffs, localDate(sentOn), row.quantity),
    boxCount: Number(boxCount),
    sentOn: localDate(sentOn),
    dueAt: dueAt.toISOString(),
    isOverdue: row.state === "in_transit" && dueAt < now,
    inTransitCount: Number(inTransit),
    receivedAt: receivedAt?.toISOString() ?? null,
  };
}
