import { hex, ownBytes } from "../../platform/crypto/digest.ts";
import { sql } from "../../platform/db/sql.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { PermitFilter } from "../contract.ts";
import { permitCondition } from "./permit-filter.ts";

/** A permit as a selection holds it. */
export type Held = { id: string; version: number; status: string };
export type FrozenFilter = { filter: PermitFilter; permitIds: string[] | null };
export type StoredSelection = {
  id: string;
  frozen: FrozenFilter;
  digest: string;
  permitIds: string[];
  versions: number[];
  createdAt: Date;
  usedAt: Date | null;
};

type Wanted = FrozenFilter & { today: string; most: number };

/** In id order, one more than `most` at the most. */
export async function findHeld(db: Db, wanted: Wanted): Promise<Held[]> {
  return await db.tx.$queryRaw<Held[]>`
    SELECT p.id, p.version, p.status FROM permit p WHERE ${condition(db, wanted)} ORDER BY p.id LIMIT ${wanted.most + 1}`;
}

/** The same, locked until the act is written. */
export async function lockHeld(db: Db, wanted: Wanted): Promise<Held[]> {
  return await db.tx.$queryRaw<Held[]>`
    SELECT p.id, p.version, p.status FROM permit p WHERE ${condition(db, wanted)} ORDER BY p.id LIMIT ${wanted.most + 1} FOR UPDATE OF p`;
}

function condition({ scope }: Db, { filter, permitIds, today }: Wanted) {
  const found = permitCondition({ scope, today }, filter);
  return permitIds ? sql`${found} AND p.id = ANY(${permitIds}::uuid[])` : found;
}

type NewSelection = { actorId: string; provinceId: number | null; frozen: FrozenFilter; digest: Uint8Array; held: Held[]; createdAt: Date };

export async function insertSelection(db: Db, { held, digest, frozen, ...rest }: NewSelection): Promise<string> {
  const { id } = await db.tx.permitSelection.create({
    data: {
      ...rest,
      filter: JSON.parse(JSON.stringify(frozen)),
      digest: ownBytes(digest),
      count: held.length,
      permitIds: held.map((one) => one.id),
      versions: held.map((one) => one.version),
    },
    select: { id: true },
  });
  return id;
}

/** Only the actor's own; locked, because it may be used once. */
export async function lockSelection(db: Db, id: string, actorId: string): Promise<StoredSelection | null> {
  await db.tx.$queryRaw`SELECT id FROM permit_selection WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  return await findSelection(db, id, actorId);
}

export async function findSelection(db: Db, id: string, actorId: string): Promise<StoredSelection | null> {
  const row = await db.tx.permitSelection.findFirst({
    where: { id, actorId, ...scopeWhere(db.scope) },
    select: { id: true, filter: true, digest: true, permitIds: true, versions: true, createdAt: true, usedAt: true },
  });
  if (!row) return null;
  const { filter, digest, ...rest } = row;
  return { ...rest, digest: hex(digest), frozen: filter as FrozenFilter };
}

export async function markUsed(db: Db, id: string, now: Date): Promise<void> {
  await db.tx.permitSelection.updateMany({ where: { id, ...scopeWhere(db.scope) }, data: { usedAt: now } });
}

type Annotation = { text: string; reason: string; actorId: string; actorName: string; now: Date; today: string };

/** Row and event of every permit in one statement; answers how many were written. */
export async function annotateAll(db: Db, ids: readonly string[], note: Annotation): Promise<number> {
  return await db.tx.$executeRaw`
    WITH moved AS (
      UPDATE permit SET annotations = array_append(annotations, ${note.text}), updated_at = ${note.now}, version = version + 1
      WHERE id = ANY(${[...ids]}::uuid[]) AND ${scopeSql(db.scope, "province_id")} RETURNING id, province_id, version, annotations)
    INSERT INTO permit_event (permit_id, province_id, version, kind, at, on_date, actor_id, actor_name, reason, change)
    SELECT id, province_id, version, 'amended', ${note.now}, ${note.today}::date, ${note.actorId}::uuid, ${note.actorName}, ${note.reason},
      jsonb_build_object('annotations', annotations) FROM moved`;
}
