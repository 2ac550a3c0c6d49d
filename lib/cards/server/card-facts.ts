// What stands about a card in rows other than its own.
import { localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { AddressSource } from "../card-contract.ts";
import type { CardDesign } from "../contract.ts";

/** The holder and the permit, as the card's page names them. */
export async function holderOf(db: Db, permitId: string) {
  const rows = await db.tx.$queryRaw<
    { number: string; name: string; status: string; validTo: string | null; employerTitle: string | null }[]
  >`
    SELECT p.number, p.given_names || ' ' || p.surname AS name, p.status, p.valid_to::text AS "validTo", e.title AS "employerTitle"
    FROM permit p LEFT JOIN employer e ON e.id = p.employer_id AND ${scopeSql(db.scope, "e.province_id")}
    WHERE p.id = ${permitId}::uuid AND ${scopeSql(db.scope, "p.province_id")}`;
  return rows[0] ?? null;
}

export async function hasPendingCard(db: Db, permitId: string): Promise<boolean> {
  const where = { permitId, validity: "pending", ...scopeWhere(db.scope) };
  return (await db.tx.card.findFirst({ where, select: { id: true } })) !== null;
}

export async function replacementsOf(db: Db, card: { id: string; replacesId: string | null }) {
  const rows = await db.tx.card.findMany({
    where: { OR: [{ replacesId: card.id }, ...(card.replacesId ? [{ id: card.replacesId }] : [])], ...scopeWhere(db.scope) },
    select: { id: true, number: true },
    orderBy: { requestedAt: "desc" },
  });
  const named = (wanted: (id: string) => boolean) => rows.find(({ id }) => wanted(id)) ?? null;
  return { replaces: named((id) => id === card.replacesId), replacedBy: named((id) => id !== card.replacesId) };
}

/** The design in which a kind is issued on a day, or null. */
export async function designOn(db: Db, kind: string, day: string): Promise<CardDesign | null> {
  const rows = await db.tx.designGeneration.findMany({ where: { kind }, select: { design: true, issueFrom: true, issueUntil: true } });
  const current = rows.find(
    ({ issueFrom, issueUntil }) => localDate(issueFrom) <= day && (issueUntil === null || day <= localDate(issueUntil)),
  );
  return (current?.design as CardDesign | undefined) ?? null;
}

/** Days that a stage may last (K7), by "axis stage". */
export async function stageLimits(db: Db): Promise<Map<string, number>> {
  const rows = await db.tx.stageLimit.findMany({ select: { axis: true, stage: true, days: true } });
  return new Map(rows.map(({ axis, stage, days }) => [`${axis} ${stage}`, days]));
}

export type NewAddress = {
  cardId: string;
  provinceId: number;
  address: Uint8Array<ArrayBuffer>;
  keyId: number;
  source: AddressSource;
  confirmedAt: Date;
  confirmedByName: string;
};

/** Kept beside the earlier ones; the newest counts. */
export async function insertAddress(db: Db, address: NewAddress): Promise<void> {
  await db.tx.cardAddress.create({ data: address, select: { id: true } });
}

export async function newestAddress(db: Db, cardId: string) {
  return await db.tx.cardAddress.findFirst({
    where: { cardId, ...scopeWhere(db.scope) },
    select: { source: true, confirmedAt: true, confirmedByName: true },
    orderBy: [{ confirmedAt: "desc" }, { id: "desc" }],
  });
}
