// The versions of distribution lists. They only grow: the database lets nobody change or remove one.
import type { Reader } from "../../platform/db/reader.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";
import { type Db, type RowScope, scopeSql } from "../../platform/db/transaction.ts";
import type { ListChanges, ListedInstitution } from "../list-comparison.ts";
import type { ListVersionOrigin, ListVersionRow } from "../list-version-contract.ts";

export const versionsAtOnce = 50;

export type MadeBy = { at: Date; byId: string | null; byName: string; origin: ListVersionOrigin; restoredVersion: number | null };

/** A list as it is named and numbered today. */
export type ListHead = { id: string; name: string; version: number };

export type StoredListVersion = Omit<ListVersionRow, "madeAt"> & { madeAt: Date; members: (ListedInstitution & { isOpen: boolean })[] };

export async function findListHead(reader: Reader, listId: string): Promise<ListHead | null> {
  const rows = await reader.rows<ListHead>(
    sql`SELECT id, name, version FROM distribution_list WHERE id = ${listId}::uuid AND ${scopeSql(reader.scope, "province_id")}`,
  );
  return rows[0] ?? null;
}

const rowColumns = sql`v.version AS "listVersion", v.name, jsonb_array_length(v.members) AS "memberCount", v.origin,
  v.restored_version AS "restoredVersion", v.made_at AS "madeAt", v.made_by_name AS "madeByName", v.changes`;

export async function findVersionPage(
  reader: Reader,
  listId: string,
  before: number | null,
): Promise<(Omit<ListVersionRow, "madeAt"> & { madeAt: Date })[]> {
  return await reader.rows(sql`
    SELECT ${rowColumns} FROM distribution_list_version v
    WHERE v.list_id = ${listId}::uuid AND ${before === null ? sql`TRUE` : sql`v.version < ${before}`} AND ${scopeSql(reader.scope, "v.province_id")}
    ORDER BY v.version DESC LIMIT ${versionsAtOnce + 1}`);
}

/** Members in order, each with whether the directory still has it. */
const versionsOf = (scope: RowScope, listId: string, versions: readonly number[]): Sql => sql`
  SELECT ${rowColumns}, (SELECT coalesce(jsonb_agg(m.member || jsonb_build_object('isOpen', EXISTS (SELECT 1 FROM institution i
      WHERE i.id = (m.member->>'institutionId')::uuid AND i.closed_at IS NULL AND ${scopeSql(scope, "i.province_id")})) ORDER BY m.place), '[]')
    FROM jsonb_array_elements(v.members) WITH ORDINALITY AS m(member, place)) AS members
  FROM distribution_list_version v
  WHERE v.list_id = ${listId}::uuid AND v.version = ANY(${versions}::int[]) AND ${scopeSql(scope, "v.province_id")}`;

export async function findVersions(reader: Reader, listId: string, versions: readonly number[]): Promise<StoredListVersion[]> {
  return await reader.rows<StoredListVersion>(versionsOf(reader.scope, listId, versions));
}

export async function findVersion(db: Db, listId: string, version: number): Promise<StoredListVersion | null> {
  const rows = await db.tx.$queryRaw<StoredListVersion[]>(versionsOf(db.scope, listId, [version]));
  return rows[0] ?? null;
}

/** Keeps what the list says now; called in the transaction that has changed it. */
export async function keepVersion(db: Db, listId: string, made: MadeBy, changes: ListChanges | null): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO distribution_list_version (list_id, version, province_id, name, members, changes, origin, restored_version, made_at, made_by_id, made_by_name)
    SELECT l.id, l.version, l.province_id, l.name,
      coalesce((SELECT jsonb_agg(jsonb_build_object('institutionId', m.institution_id, 'name', i.name, 'role', m.role) ORDER BY m.position, m.institution_id)
        FROM distribution_list_member m JOIN institution i ON i.id = m.institution_id WHERE m.list_id = l.id AND ${scopeSql(db.scope, "m.province_id")}), '[]'),
      ${changes && JSON.stringify(changes)}::jsonb, ${made.origin}, ${made.restoredVersion}::int, ${made.at}, ${made.byId}::uuid, ${made.byName}
    FROM distribution_list l WHERE l.id = ${listId}::uuid AND ${scopeSql(db.scope, "l.province_id")}`;
}
