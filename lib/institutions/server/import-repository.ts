// What the directory says about the rows of a file, and what a file makes of it. Statements past the ORM, as decision 010 has it.
import { type Session, sessionOf } from "../../platform/db/session.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";
import { type Db, type RowScope, scopeSql } from "../../platform/db/transaction.ts";
import type { BookEntry } from "../directory-book.ts";
import type { InstitutionState } from "../institution-import-change.ts";

/** Names and numbers of the scope's directory, closed institutions too: they keep their numbers. */
export const findEntries = (scope: RowScope): Sql => sql`
  SELECT id, province_id AS "provinceId", name, district, detsis_number AS "detsisNumber", dative, closed_at IS NOT NULL AS "isClosed"
  FROM institution WHERE ${scopeSql(scope, "province_id")} ORDER BY id`;

export async function listEntries(db: Db): Promise<BookEntry[]> {
  return await db.tx.$queryRaw<BookEntry[]>(findEntries(db.scope));
}

export type KnownInstitution = InstitutionState & { id: string; version: number };

export const findKnown = (scope: RowScope, ids: readonly string[]): Sql => sql`
  SELECT i.id, i.version, i.name, i.kind, i.district, i.relation, i.detsis_number AS "detsisNumber", i.dative, i.genitive, i.phone,
    coalesce((SELECT json_agg(json_build_object('kind', c.kind, 'address', c.address) ORDER BY c.position) FROM institution_channel c
      WHERE c.institution_id = i.id AND ${scopeSql(scope, "c.province_id")}), '[]') AS channels
  FROM institution i WHERE i.id = ANY(${ids}::uuid[]) AND ${scopeSql(scope, "i.province_id")}`;

/** What the dry run leaves of a row; `version` is null for an institution that the row makes. */
export type StagedInstitution = {
  id: string;
  version: number | null;
  provinceId: number;
  state: InstitutionState;
  fields: (keyof InstitutionState)[];
};

/** Imports of institutions follow one another, so that none makes what the other has just made. */
export async function lockDirectory(db: Db): Promise<void> {
  await db.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('institution imports', 0))::text`;
}

/** A record that has moved on since the dry run is left alone; the caller compares the number of records touched. */
export async function takeInstitutions(db: Db, rows: readonly StagedInstitution[], now: Date): Promise<number> {
  const session = await sessionOf(db);
  const lines = JSON.stringify(
    rows.map(({ state: { channels: _channels, ...columns }, id, version, provinceId }) => ({ ...columns, id, version, provinceId })),
  );
  const inserted = await session.run(insertInstitutions(lines, now));
  const updated = await session.run(updateInstitutions(db.scope, lines, now));
  await takeChannels(session, db.scope, rows);
  return inserted + updated;
}

const lineColumns = sql`(id uuid, version int, "provinceId" smallint, name text, kind text, district text, relation text, "detsisNumber" text,
  dative text, genitive text, phone text)`;

const insertInstitutions = (lines: string, now: Date): Sql => sql`
  INSERT INTO institution (id, province_id, name, kind, district, relation, detsis_number, dative, genitive, phone, created_at, updated_at)
  SELECT r.id, r."provinceId", r.name, r.kind, r.district, r.relation, r."detsisNumber", r.dative, r.genitive, r.phone, ${now}, ${now}
  FROM json_to_recordset(${lines}::json) AS r${lineColumns} WHERE r.version IS NULL`;

const updateInstitutions = (scope: RowScope, lines: string, now: Date): Sql => sql`
  UPDATE institution i SET name = r.name, kind = r.kind, district = r.district, relation = r.relation, detsis_number = r."detsisNumber",
    dative = r.dative, genitive = r.genitive, phone = r.phone, updated_at = ${now}, version = i.version + 1
  FROM json_to_recordset(${lines}::json) AS r${lineColumns}
  WHERE i.id = r.id AND i.version = r.version AND i.closed_at IS NULL AND ${scopeSql(scope, "i.province_id")}`;

async function takeChannels(session: Session, scope: RowScope, rows: readonly StagedInstitution[]): Promise<void> {
  const told = rows.filter(({ version, fields }) => version === null || fields.includes("channels"));
  if (told.length === 0) return;
  const channels = told.flatMap(({ id, provinceId, state }) =>
    state.channels.map((channel, place) => ({ ...channel, position: place + 1, institutionId: id, provinceId })),
  );
  const ids = told.map(({ id }) => id);
  await session.run(sql`DELETE FROM institution_channel WHERE institution_id = ANY(${ids}::uuid[]) AND ${scopeSql(scope, "province_id")}`);
  await session.run(sql`
    INSERT INTO institution_channel (province_id, institution_id, position, kind, address)
    SELECT r."provinceId", r."institutionId", r.position, r.kind, r.address
    FROM json_to_recordset(${JSON.stringify(channels)}::json) AS r("provinceId" smallint, "institutionId" uuid, position smallint, kind text, address text)`);
}

/** A number that a staged row asks for. */
export type NumberClaim = { rowNumber: number; id: string; provinceId: number; detsisNumber: string };

/** Numbers that another province's records hold; asked in the country's scope after a refused commit. */
export const findTakenNumbers = (scope: RowScope, claims: readonly NumberClaim[]): Sql => sql`
  SELECT c."rowNumber", 'detsisNumber' AS "column", 'Bu numara kullanılamıyor; Bakanlık birimine iletildi.' AS message
  FROM json_to_recordset(${JSON.stringify(claims)}::json) AS c("rowNumber" int, id uuid, "provinceId" smallint, "detsisNumber" text)
  JOIN institution i ON i.detsis_number = c."detsisNumber" AND i.id <> c.id AND i.province_id <> c."provinceId" AND ${scopeSql(scope, "i.province_id")}`;
