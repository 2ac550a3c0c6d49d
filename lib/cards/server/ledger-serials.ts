import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { OutputOf, ParsedInputOf } from "../../platform/http/endpoint.ts";
import { CardWhereabouts } from "../contract.ts";
import type { listSeriesCards as cardsEndpoint, findSerials as endpoint, SerialSegment } from "../ledger-contract.ts";
import type { NumberedRef, SerialRange } from "../ledger-rows.ts";
import type { Holding } from "../serial-ledger.ts";
import { intersection, overlaps, parseSerials, without } from "../serial-ranges.ts";
import { findTariffs } from "./ledger-figures.ts";
import { refuseBlind } from "./ledger-reads.ts";
import { findSeries, holdingsOf } from "./ledger-repository.ts";
import { findMovements, presentMovement } from "./movement-repository.ts";

const most = 200;
type Asked = SerialRange & { series: string };

/** Where serials lie now and every movement that ever touched one of them. */
export async function findSerials(ctx: Context<Actor>, { q }: ParsedInputOf<typeof endpoint>): Promise<OutputOf<typeof endpoint>> {
  const asked = parseSerials(q);
  if (!asked) {
    throw new AppError("bad_input", {
      invalidParams: [{ path: "q", message: "Seri ve numarayı yazın: A26 0123456 ya da A26 118001-118500." }],
    });
  }
  const series = await findSeries(ctx.db, asked.series);
  if (!series) throw new AppError("not_found", { message: `${asked.series} diye bir seri yok.` });
  await refuseBlind(ctx, asked.series);
  const segments = await segmentsOf(ctx.db, asked);
  const movements = await findMovements(ctx.db, { serials: asked }, most + 1);
  const tariffs = await findTariffs(ctx.db);
  return {
    ...asked,
    digits: series.digits,
    segments: segments.slice(0, most),
    movements: movements.slice(0, most).map((row) => presentMovement(row, tariffs)),
    isCut: segments.length > most || movements.length > most,
  };
}

const pageSize = 100;

/** Which cards lie behind a figure of the series; no name, no permit. */
export async function listSeriesCards(
  ctx: Context<Actor>,
  input: ParsedInputOf<typeof cardsEndpoint>,
): Promise<OutputOf<typeof cardsEndpoint>> {
  const { series, whereabouts, after = 0 } = input;
  if (!(await findSeries(ctx.db, series))) throw new AppError("not_found");
  await refuseBlind(ctx, series);
  const where = {
    series,
    serial: { not: null },
    ...(whereabouts?.length ? { whereabouts: { in: whereabouts } } : {}),
    ...scopeWhere(ctx.db.scope),
  };
  const total = await countSeriesCards(ctx.db, series, whereabouts ?? []);
  const rows = await ctx.db.tx.card.findMany({
    where: { ...where, serial: { gt: BigInt(after) } },
    select: { id: true, serial: true, serialNumber: true, number: true, whereabouts: true, whereaboutsSince: true, batchId: true },
    orderBy: { serial: "asc" },
    take: pageSize + 1,
  });
  const batches = await batchesOf(ctx.db, rows);
  const cards = rows.slice(0, pageSize).map(({ serial, serialNumber, whereabouts: place, whereaboutsSince, batchId, ...card }) => ({
    ...card,
    serial: Number(serial),
    serialNumber: serialNumber ?? "",
    whereabouts: CardWhereabouts.parse(place),
    since: whereaboutsSince?.toISOString() ?? null,
    batch: batches.get(batchId ?? "") ?? null,
  }));
  return { cards, total, next: rows.length > pageSize ? (cards.at(-1)?.serial ?? null) : null };
}

/** From the index of places alone. */
async function countSeriesCards(db: Db, series: string, places: readonly CardWhereabouts[]): Promise<number> {
  const [row] = await db.tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM card WHERE series = ${series} AND serial IS NOT NULL AND ${scopeSql(db.scope, "province_id")}
      AND (${places.length === 0} OR whereabouts = ANY(${[...places]}::text[]))`;
  return row?.total ?? 0;
}

type Placed = SerialRange & { ref: NumberedRef };

async function segmentsOf(db: Db, asked: Asked): Promise<SerialSegment[]> {
  const holdings = await holdingsOf(db, asked.series, [asked]);
  const batches = await batchesOf(db, holdings);
  const shipments = await shipmentsOf(db, asked);
  const card = asked.first === asked.last ? await cardOf(db, asked) : null;
  const known = holdings.flatMap((holding) => {
    const piece = intersection(holding, asked);
    if (!piece) return [];
    const shipment = shipments.find((box) => overlaps(box, piece))?.ref ?? null;
    const batch = batches.get(holding.batchId ?? "") ?? card?.batch ?? null;
    return [{ ...piece, account: holding.account, batch, shipment, card: card?.card ?? null }];
  });
  const unknown = without([asked], holdings).map((piece) => ({ ...piece, account: null, batch: null, shipment: null, card: null }));
  return [...known, ...unknown].toSorted((a, b) => a.first - b.first);
}

async function batchesOf(db: Db, holdings: readonly Pick<Holding, "batchId">[]): Promise<Map<string, NumberedRef>> {
  const ids = holdings.flatMap(({ batchId }) => (batchId ? [batchId] : []));
  const rows = await db.tx.batch.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

async function shipmentsOf(db: Db, { series, first, last }: Asked): Promise<Placed[]> {
  const rows = await db.tx.$queryRaw<{ id: string; number: string; first: bigint; last: bigint }[]>`
    SELECT s.id::text, s.number, lower(b.serials) AS first, upper(b.serials) - 1 AS last FROM shipment_box b JOIN shipment s ON s.id = b.shipment_id
    WHERE s.series = ${series} AND b.serials && int8range(${BigInt(first)}, ${BigInt(last)}, '[]') ORDER BY s.sent_on DESC LIMIT 1000`;
  return rows.map(({ id, number, ...range }) => ({ first: Number(range.first), last: Number(range.last), ref: { id, number } }));
}

type CardRow = { id: string; number: string; whereabouts: CardWhereabouts | null; batchId: string | null; batchNumber: string | null };

/** The card that a single serial became, with the batch it was made in. */
async function cardOf(db: Db, { series, first }: Asked) {
  const [row] = await db.tx.$queryRaw<CardRow[]>`
    SELECT c.id::text, c.number, c.whereabouts, b.id::text AS "batchId", b.number AS "batchNumber" FROM card c LEFT JOIN batch b ON b.id = c.batch_id
    WHERE c.series = ${series} AND c.serial = ${BigInt(first)} AND ${scopeSql(db.scope, "c.province_id")}`;
  if (!row) return null;
  const { id, number, whereabouts, batchId, batchNumber } = row;
  return { card: { id, number, whereabouts }, batch: batchId && batchNumber ? { id: batchId, number: batchNumber } : null };
}
