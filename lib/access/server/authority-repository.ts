import type { Prisma } from "../../../prisma/generated/client.ts";
import { dateColumn } from "../../platform/db/local-date.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { GivenKind } from "../authorities-contract.ts";

const select = {
  id: true,
  provinceId: true,
  unitId: true,
  userId: true,
  kind: true,
  title: true,
  onBehalfOf: true,
  validFrom: true,
  validTo: true,
  ground: true,
  givenById: true,
  givenByName: true,
  givenAt: true,
  endedAt: true,
  endedByName: true,
  user: { select: { name: true, title: true } },
} as const satisfies Prisma.SigningAuthoritySelect;

export type StoredAuthority = Prisma.SigningAuthorityGetPayload<{ select: typeof select }>;

export async function listAuthorities(db: Db, unitId: string): Promise<StoredAuthority[]> {
  return await db.tx.signingAuthority.findMany({
    where: { ...scopeWhere(db.scope), unitId },
    select,
    orderBy: [{ validFrom: "desc" }, { id: "desc" }],
  });
}

export async function lockAuthority(db: Db, id: string): Promise<StoredAuthority | null> {
  const locked = await db.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM signing_authority WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  if (locked.length === 0) return null;
  return await db.tx.signingAuthority.findFirst({ where: { ...scopeWhere(db.scope), id }, select });
}

export type NewAuthority = {
  provinceId: number | null;
  unitId: string;
  userId: string;
  kind: GivenKind;
  title: string;
  onBehalfOf: string;
  validFrom: string;
  validTo: string;
  ground: string;
  givenById: string | null;
  givenByName: string;
  givenAt: Date;
};

export async function insertAuthority(db: Db, { validFrom, validTo, ...authority }: NewAuthority): Promise<StoredAuthority> {
  const data = { ...authority, validFrom: dateColumn(validFrom), validTo: dateColumn(validTo) };
  return await db.tx.signingAuthority.create({ data, select });
}

export async function saveEnd(db: Db, id: string, end: { endedAt: Date; endedByName: string }): Promise<void> {
  await db.tx.signingAuthority.updateMany({ where: { ...scopeWhere(db.scope), id }, data: end });
}

export type Candidate = { id: string; name: string; title: string; role: string; totpAt: Date | null };

/** Open accounts of a unit. */
export async function listCandidates(db: Db, unitId: string): Promise<Candidate[]> {
  return await db.tx.user.findMany({
    where: { ...scopeWhere(db.scope), unitId, disabledAt: null },
    select: { id: true, name: true, title: true, role: true, totpAt: true },
    orderBy: { name: "asc" },
  });
}
