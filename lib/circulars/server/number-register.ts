import { type Db, scopeWhere } from "../../platform/db/transaction.ts";
import { formatDocumentNumber } from "../document-number.ts";

type Unit = { id: string; detsisNumber: string; fileCode: string };

/**
 * Takes the next number of the unit's year. The counter row is locked until commit, so numbers are unique and ascending
 * and a failed preparation takes none (Yönetmelik m.11).
 */
export async function reserveNumber(
  db: Db,
  unit: Unit,
  circular: { id: string; provinceId: number },
  year: number,
  now: Date,
): Promise<string> {
  const rows = await db.tx.$queryRaw<{ last: number }[]>`
    INSERT INTO number_counter (unit_id, year, province_id, last) VALUES (${unit.id}::uuid, ${year}, ${circular.provinceId}, 1)
    ON CONFLICT (unit_id, year) DO UPDATE SET last = number_counter.last + 1 RETURNING last`;
  const serial = rows[0]?.last ?? 1;
  const number = formatDocumentNumber({ detsisNumber: unit.detsisNumber, fileCode: unit.fileCode, serial });
  await db.tx.documentNumber.create({
    data: { unitId: unit.id, year, serial, provinceId: circular.provinceId, circularId: circular.id, number, reservedAt: now },
  });
  return number;
}

/** Every reserved number ends signed or voided with a reason (N3). */
export async function settleNumber(db: Db, number: string, fate: "signed" | "voided", now: Date, reason: string | null): Promise<void> {
  await db.tx.documentNumber.updateMany({ where: { number, fate: null, ...scopeWhere(db.scope) }, data: { fate, fateAt: now, reason } });
}
