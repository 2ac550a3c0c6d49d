import { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { DeliveredTo } from "../contract.ts";
import type { CarrierCodeMeaning, CarrierFact } from "../delivery.ts";
import type { CarrierIntake, CarrierReport, Milestone, ReturnCause } from "../delivery-contract.ts";

/** The newest version of PTT's table. */
export async function carrierCodes(db: Db): Promise<Map<string, CarrierCodeMeaning>> {
  const newest = await db.tx.carrierCode.aggregate({ _max: { version: true } });
  const rows = await db.tx.carrierCode.findMany({
    where: { version: newest._max.version ?? 0 },
    select: { code: true, milestone: true, reverses: true, deliveredTo: true, cause: true, text: true },
  });
  return new Map(
    rows.map((row) => [
      row.code,
      {
        code: row.code,
        milestone: row.milestone as Milestone,
        reverses: row.reverses as Milestone | null,
        deliveredTo: row.deliveredTo as DeliveredTo | null,
        cause: row.cause as ReturnCause | null,
        text: row.text,
      },
    ]),
  );
}

/** Cards by their barcode now. */
export async function cardsByBarcode(db: Db, barcodes: readonly string[]): Promise<Map<string, { id: string; provinceId: number }>> {
  const rows = await db.tx.card.findMany({
    where: { barcode: { in: [...barcodes] }, ...scopeWhere(db.scope) },
    select: { id: true, provinceId: true, barcode: true },
  });
  return new Map(rows.map(({ barcode, ...card }) => [barcode ?? "", card]));
}

/** A card that was sent again bears another barcode; what is said about the earlier one is still about it. */
export async function cardsByEarlierBarcode(db: Db, barcodes: readonly string[]) {
  const rows = await db.tx.carrierEvent.findMany({
    where: { barcode: { in: [...barcodes] }, cardId: { not: null }, ...scopeWhere(db.scope) },
    select: { barcode: true, cardId: true, provinceId: true },
    distinct: ["barcode"],
  });
  return new Map(rows.map(({ barcode, cardId, provinceId }) => [barcode, { id: cardId ?? "", provinceId: provinceId ?? 0 }]));
}

export type NewReport = CarrierReport & { card: { id: string; provinceId: number } | undefined };

/** Answers how many were not known before. */
export async function insertReports(db: Db, messageId: string, reports: readonly NewReport[], now: Date): Promise<number> {
  const { count } = await db.tx.carrierEvent.createMany({
    data: reports.map(({ card, time, ...report }) => ({
      ...report,
      provinceId: card?.provinceId ?? null,
      cardId: card?.id ?? null,
      carrierTime: new Date(time),
      receivedAt: now,
      messageId,
      raw: { ...report, time },
    })),
    skipDuplicates: true,
  });
  return count;
}

export type KeptReport = CarrierFact & { text: string; branch: string; receivedAt: Date };

export async function reportsOf(db: Db, cardIds: readonly string[]): Promise<(KeptReport & { cardId: string })[]> {
  const rows = await db.tx.carrierEvent.findMany({
    where: { cardId: { in: [...cardIds] }, ...scopeWhere(db.scope) },
    select: {
      id: true,
      cardId: true,
      barcode: true,
      code: true,
      text: true,
      branch: true,
      carrierTime: true,
      sequence: true,
      receivedAt: true,
    },
  });
  return rows.map(({ carrierTime, cardId, ...row }) => ({ ...row, cardId: cardId ?? "", at: carrierTime }));
}

/** Reports that came before their card had its barcode; answers the cards that are theirs now. */
export async function adoptReports(db: Db, barcodes: readonly string[] | null): Promise<string[]> {
  const named = barcodes === null ? Prisma.sql`TRUE` : Prisma.sql`e.barcode = ANY(${[...barcodes]}::text[])`;
  const rows = await db.tx.$queryRaw<{ id: string }[]>`
    UPDATE carrier_event e SET card_id = c.id, province_id = c.province_id
    FROM card c WHERE e.card_id IS NULL AND ${named} AND c.barcode = e.barcode AND ${scopeSql(db.scope, "c.province_id")} RETURNING c.id`;
  return [...new Set(rows.map(({ id }) => id))];
}

type Message = {
  sha256: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
  source: "file" | "endpoint";
  receivedAt: Date;
  receivedByName: string;
};

export async function findMessage(db: Db, digest: Uint8Array<ArrayBuffer>): Promise<CarrierIntake | null> {
  const row = await db.tx.partnerMessage.findUnique({ where: { sha256: digest }, select: { id: true, kind: true, summary: true } });
  if (row?.kind !== "carrier_events") return null;
  return { ...(row.summary as Omit<CarrierIntake, "messageId" | "isRepeated">), messageId: row.id, isRepeated: true };
}

/** The raw bytes with what became of them; written when that is known, since a message is never changed. */
export async function insertMessage(db: Db, id: string, message: Message, summary: Prisma.InputJsonObject): Promise<void> {
  await db.tx.partnerMessage.create({
    data: { id, partner: "ptt", kind: "carrier_events", ...message, summary },
    select: { id: true },
  });
}
