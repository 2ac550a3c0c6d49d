import { Prisma } from "../../../prisma/generated/client.ts";
import { dateColumn, localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { CardAxis, CardChange, CardColumns, CardEventKind } from "../card-history.ts";
import type {
  CardDesign,
  CardKind,
  CardWhereabouts,
  CardWork,
  DeliveredTo,
  InvalidReason,
  RequestReason,
  StoredValidity,
} from "../contract.ts";

export type StoredCard = CardColumns & { id: string; provinceId: number; isDemo: boolean; version: number; updatedAt: Date };

const select = {
  id: true,
  provinceId: true,
  permitId: true,
  number: true,
  kind: true,
  design: true,
  series: true,
  serial: true,
  serialNumber: true,
  legacyNumber: true,
  work: true,
  workSince: true,
  whereabouts: true,
  whereaboutsSince: true,
  deliveredTo: true,
  validity: true,
  invalidReason: true,
  activatedAt: true,
  invalidatedAt: true,
  validFrom: true,
  validTo: true,
  issuedOn: true,
  requestedAt: true,
  requestReason: true,
  replacesId: true,
  batchId: true,
  barcode: true,
  addressConfirmedAt: true,
  isDemo: true,
  version: true,
  updatedAt: true,
} as const satisfies Prisma.CardSelect;

function stored(row: Prisma.CardGetPayload<{ select: typeof select }>): StoredCard {
  return {
    ...row,
    kind: row.kind as CardKind,
    design: row.design as CardDesign,
    work: row.work as CardWork,
    whereabouts: row.whereabouts as CardWhereabouts | null,
    deliveredTo: row.deliveredTo as DeliveredTo | null,
    validity: row.validity as StoredValidity,
    invalidReason: row.invalidReason as InvalidReason | null,
    requestReason: row.requestReason as RequestReason,
    validFrom: localDate(row.validFrom),
    validTo: row.validTo && localDate(row.validTo),
    issuedOn: row.issuedOn && localDate(row.issuedOn),
  };
}

export async function findCard(db: Db, id: string): Promise<StoredCard | null> {
  const row = await db.tx.card.findFirst({ where: { id, ...scopeWhere(db.scope) }, select });
  return row && stored(row);
}

export async function findCards(db: Db, ids: readonly string[]): Promise<StoredCard[]> {
  const rows = await db.tx.card.findMany({ where: { id: { in: [...ids] }, ...scopeWhere(db.scope) }, select, orderBy: { id: "asc" } });
  return rows.map(stored);
}

/** Every card of a permit, newest first. */
export async function cardsOfPermit(db: Db, permitId: string): Promise<StoredCard[]> {
  const where = { permitId, ...scopeWhere(db.scope) };
  return (await db.tx.card.findMany({ where, select, orderBy: [{ requestedAt: "desc" }, { id: "desc" }] })).map(stored);
}

/** Locks the card for a change; its version cannot move until the transaction ends. */
export const lockCard = async (db: Db, id: string): Promise<StoredCard | null> => (await lockCards(db, [id]))[0] ?? null;

/** In the order of their ids, so that two transactions over the same cards do not pass each other. */
export async function lockCards(db: Db, ids: readonly string[]): Promise<StoredCard[]> {
  const locked = await db.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM card WHERE id = ANY(${[...ids]}::uuid[]) AND ${scopeSql(db.scope, "province_id")} ORDER BY id FOR UPDATE`;
  return await findCards(
    db,
    locked.map(({ id }) => id),
  );
}

/** The next number that the system gives to a card. */
export async function nextCardNumber(db: Db): Promise<string> {
  const [row] = await db.tx.$queryRaw<{ number: string }[]>`SELECT nextval('card_number')::text AS number`;
  return row?.number ?? "";
}

export async function nextCardNumbers(db: Db, count: number): Promise<string[]> {
  const rows = await db.tx.$queryRaw<
    { number: string }[]
  >`SELECT nextval('card_number')::text AS number FROM generate_series(1, ${count}::int)`;
  return rows.map(({ number }) => number);
}

/** What a request looks at: cards of these permits that are valid or under way. */
export async function liveCardsOf(db: Db, permitIds: readonly string[]) {
  const rows = await db.tx.card.findMany({
    where: { permitId: { in: [...permitIds] }, validity: { in: ["active", "pending"] }, ...scopeWhere(db.scope) },
    select: { id: true, permitId: true, design: true, validity: true },
  });
  return rows.map(({ design, validity, ...row }) => ({ ...row, design: design as CardDesign, validity: validity as StoredValidity }));
}

export type NewCard = CardColumns & { provinceId: number; isDemo?: boolean };

const dateOrNull = (text: string | null) => (text === null ? null : dateColumn(text));

const rowOf = (card: NewCard, now: Date) => ({
  ...card,
  validFrom: dateColumn(card.validFrom),
  validTo: dateOrNull(card.validTo),
  issuedOn: dateOrNull(card.issuedOn),
  updatedAt: now,
});

/** The row alone; `addCard` writes it with its first event. */
export async function insertCard(db: Db, card: NewCard, now: Date): Promise<string> {
  return (await db.tx.card.create({ data: rowOf(card, now), select: { id: true } })).id;
}

/** Ids by card number. */
export async function insertCards(db: Db, cards: readonly NewCard[], now: Date): Promise<Map<string, string>> {
  const select = { id: true, number: true } as const;
  const rows = await db.tx.card.createManyAndReturn({ data: cards.map((card) => rowOf(card, now)), select });
  return new Map(rows.map(({ id, number }) => [number, id]));
}

const columnNames = {
  permitId: "permit_id",
  number: "number",
  kind: "kind",
  design: "design",
  series: "series",
  serial: "serial",
  serialNumber: "serial_number",
  legacyNumber: "legacy_number",
  work: "work",
  workSince: "work_since",
  whereabouts: "whereabouts",
  whereaboutsSince: "whereabouts_since",
  deliveredTo: "delivered_to",
  validity: "validity",
  invalidReason: "invalid_reason",
  activatedAt: "activated_at",
  invalidatedAt: "invalidated_at",
  validFrom: "valid_from",
  validTo: "valid_to",
  issuedOn: "issued_on",
  requestedAt: "requested_at",
  requestReason: "request_reason",
  replacesId: "replaces_id",
  batchId: "batch_id",
  barcode: "barcode",
  addressConfirmedAt: "address_confirmed_at",
} as const satisfies Record<keyof CardColumns, string>;

/** Answers how many rows were still in the version given; each moves one version on. */
export async function updateCards(
  db: Db,
  changes: readonly { id: string; version: number; change: CardChange }[],
  now: Date,
): Promise<number> {
  const touched = [...new Set(changes.flatMap(({ change }) => Object.keys(change)))] as (keyof CardColumns)[];
  const sets = touched.map((name) => Prisma.raw(`${columnNames[name]} = n.${columnNames[name]}, `));
  const named = ({ change }: { change: CardChange }) =>
    Object.fromEntries(Object.entries(change).map(([name, value]) => [columnNames[name as keyof CardColumns], value]));
  const rows = JSON.stringify(changes.map((one) => ({ id: one.id, version: one.version, columns: named(one) })));
  return await db.tx.$executeRaw`
    UPDATE card c SET ${sets.length > 0 ? Prisma.join(sets, "") : Prisma.empty}version = c.version + 1, updated_at = ${now}
    FROM jsonb_array_elements(${rows}::jsonb) x JOIN card b ON b.id = (x->>'id')::uuid
      CROSS JOIN LATERAL jsonb_populate_record(b, x->'columns') n
    WHERE c.id = b.id AND c.version = (x->>'version')::int AND ${scopeSql(db.scope, "c.province_id")}`;
}

export type NewCardEvent = {
  cardId: string;
  provinceId: number;
  version: number;
  axis: CardAxis;
  kind: CardEventKind;
  at: Date;
  on: string;
  actorId: string | null;
  actorName: string;
  approvedBy: string | null;
  reason: string | null;
  fileId: string | null;
  change: CardChange;
};

export async function insertCardEvents(db: Db, events: readonly NewCardEvent[]): Promise<void> {
  await db.tx.cardEvent.createMany({
    data: events.map((event) => ({ ...event, on: dateColumn(event.on), change: event.change as Prisma.InputJsonObject })),
  });
}

/** In the order of versions. */
export async function cardEventsOf(db: Db, cardIds: readonly string[]) {
  const rows = await db.tx.cardEvent.findMany({
    where: { cardId: { in: [...cardIds] }, ...scopeWhere(db.scope) },
    select: {
      id: true,
      cardId: true,
      version: true,
      axis: true,
      kind: true,
      at: true,
      actorName: true,
      approvedBy: true,
      reason: true,
      fileId: true,
      change: true,
    },
    orderBy: [{ version: "asc" }],
  });
  return rows.map((row) => ({
    ...row,
    axis: row.axis as CardAxis,
    kind: row.kind as CardEventKind,
    change: row.change as CardChange,
  }));
}

/** Cards from a place by chance on, so that a sweep in time meets them all. */
export async function sampleCards(db: Db, size: number): Promise<StoredCard[]> {
  const rows = await db.tx.$queryRaw<{ id: string }[]>`
    WITH last AS (SELECT max(number) AS number FROM card WHERE number LIKE '9%' AND length(number) = 9)
    SELECT c.id FROM card c, last WHERE ${scopeSql(db.scope, "c.province_id")}
      AND c.number >= coalesce((900000000 + floor(random() * (last.number::bigint - 900000000)))::bigint::text, '') ORDER BY c.number LIMIT ${size}`;
  return await findCards(
    db,
    rows.map(({ id }) => id),
  );
}
