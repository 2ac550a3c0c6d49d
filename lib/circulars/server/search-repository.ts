import type { Reader } from "../../platform/db/reader.ts";
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { CircularHit } from "../search-hits.ts";

export type FoundCircular = Omit<CircularHit, "view"> & { view: string };

/** A hand looks for a letter of late; whatever is older has its number or the list's own search. */
const latest = 2_000;

const columns = sql`c.id, c.subject, c.document_number AS "documentNumber",
  CASE WHEN c.state = 'dispatched' AND NOT EXISTS (SELECT 1 FROM circular_recipient r WHERE r.circular_id = c.id AND r.waived_at IS NULL
    AND r.action_reported_at IS NULL AND NOT (r.role = 'information' AND r.acknowledged_at IS NOT NULL)) THEN 'completed' ELSE c.state END AS view,
  (SELECT count(*)::int FROM circular_recipient r WHERE r.circular_id = c.id) AS "recipientCount"`;

/** Every word somewhere in subject or number, without regard to Turkish letters. Uses circular_updated_at_id_idx and its sister by province. */
export async function searchLatest(reader: Reader, words: readonly string[], take: number): Promise<FoundCircular[]> {
  const { scope } = reader;
  const has = (word: string): Sql => sql`c.folded LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`;
  return await reader.rows<FoundCircular>(sql`
    SELECT ${columns} FROM (
      SELECT l.*, fold_tr(concat_ws(' ', l.subject, l.document_number)) AS folded
      FROM (SELECT * FROM circular WHERE ${scopeSql(scope, "province_id")} ORDER BY updated_at DESC, id LIMIT ${latest}) l) c
    WHERE ${joinSql(words.map(has), " AND ")} ORDER BY c.updated_at DESC, c.id LIMIT ${take}`);
}

export async function findByCode(reader: Reader, code: string): Promise<FoundCircular[]> {
  return await reader.rows<FoundCircular>(sql`
    SELECT ${columns} FROM circular c WHERE c.verification_code = ${code}::uuid AND ${scopeSql(reader.scope, "c.province_id")}`);
}
