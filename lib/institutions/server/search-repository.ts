// The directory as a command line asks it: a few rows of a few words.
import type { Reader } from "../../platform/db/reader.ts";
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { InstitutionKind } from "../contract.ts";

export type FoundInstitution = { id: string; name: string; kind: InstitutionKind; provinceId: number; district: string | null };
export type FoundList = { id: string; name: string; memberCount: number };

/** Too few letters find half the country; the trigram index begins with three. */
const shortest = 3;

const has = (column: Sql, word: string): Sql => sql`${column} LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`;

/** Every word somewhere in its search text; those whose name begins with the first word come first. */
export async function searchInstitutions(reader: Reader, words: readonly string[], take: number): Promise<FoundInstitution[]> {
  if (!words.some((word) => word.length >= shortest)) return [];
  const { scope } = reader;
  const begins = sql`i.search_text LIKE ${`${(words[0] ?? "").replace(/[\\%_]/g, "\\$&")}%`}`;
  return await reader.rows<FoundInstitution>(sql`
    SELECT i.id, i.name, i.kind, i.province_id AS "provinceId", i.district FROM institution i
    WHERE ${scopeSql(scope, "i.province_id")} AND i.closed_at IS NULL AND ${joinSql(
      words.map((word) => has(sql`i.search_text`, word)),
      " AND ",
    )}
    ORDER BY ${begins} DESC, i.name COLLATE "tr-x-icu", i.id LIMIT ${take}`);
}

export async function searchLists(reader: Reader, words: readonly string[], take: number): Promise<FoundList[]> {
  const { scope } = reader;
  return await reader.rows<FoundList>(sql`
    SELECT l.id, l.name, (SELECT count(*)::int FROM distribution_list_member m JOIN institution i ON i.id = m.institution_id
      WHERE m.list_id = l.id AND i.closed_at IS NULL AND ${scopeSql(scope, "m.province_id")}) AS "memberCount"
    FROM distribution_list l
    WHERE ${scopeSql(scope, "l.province_id")} AND ${joinSql(
      words.map((word) => has(sql`fold_tr(l.name)`, word)),
      " AND ",
    )}
    ORDER BY l.name COLLATE "tr-x-icu", l.id LIMIT ${take}`);
}
