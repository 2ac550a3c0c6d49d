import type { Prisma } from "../../../prisma/generated/client.ts";
import { accountsSql, accountsWhere, type Db } from "../../platform/db/transaction.ts";

const select = {
  id: true,
  name: true,
  provinceId: true,
  heading: true,
  detsisNumber: true,
  fileCode: true,
  superiorTitle: true,
  address: true,
  phone: true,
  fax: true,
  email: true,
  website: true,
  kepAddress: true,
  version: true,
  _count: { select: { users: true } },
} as const satisfies Prisma.UnitSelect;

export type StoredUnit = Prisma.UnitGetPayload<{ select: typeof select }>;
export type UnitFacts = Omit<StoredUnit, "id" | "provinceId" | "version" | "_count">;

export async function listStoredUnits(db: Db): Promise<StoredUnit[]> {
  return await db.tx.unit.findMany({ where: accountsWhere(db.scope), select });
}

export async function findStoredUnit(db: Db, id: string): Promise<StoredUnit | null> {
  return await db.tx.unit.findFirst({ where: { id, ...accountsWhere(db.scope) }, select });
}

/** Nobody else changes it until the transaction ends. */
export async function lockUnit(db: Db, id: string): Promise<StoredUnit | null> {
  await db.tx.$queryRaw`SELECT id FROM unit WHERE id = ${id}::uuid AND ${accountsSql(db.scope)} FOR UPDATE`;
  return await findStoredUnit(db, id);
}

export async function insertUnit(db: Db, unit: UnitFacts & { provinceId: number | null }): Promise<StoredUnit> {
  return await db.tx.unit.create({ data: unit, select });
}

export async function updateUnit(db: Db, { id, version }: StoredUnit, facts: UnitFacts): Promise<void> {
  await db.tx.unit.updateMany({ where: { id, ...accountsWhere(db.scope) }, data: { ...facts, version: version + 1 } });
}
