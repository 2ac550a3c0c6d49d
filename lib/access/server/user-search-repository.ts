import type { Reader } from "../../platform/db/reader.ts";
import { joinSql, sql } from "../../platform/db/sql.ts";
import { accountsSql } from "../../platform/db/transaction.ts";
import type { UserHit } from "../search-hits.ts";

/** Every word somewhere in name, user name or title; a few thousand accounts at most, so they are read through. */
export async function findUserHits(reader: Reader, words: readonly string[], take: number): Promise<UserHit[]> {
  const has = (word: string) => sql`fold_tr(concat_ws(' ', u.name, u.username, u.title)) LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`;
  return await reader.rows<UserHit>(sql`
    SELECT u.id, u.name, u.username, u.role, coalesce(n.name, '') AS "unitName"
    FROM user_account u LEFT JOIN unit n ON n.id = u.unit_id AND ${accountsSql(reader.scope)}
    WHERE ${accountsSql(reader.scope)} AND ${joinSql(words.map(has), " AND ")} ORDER BY u.name COLLATE "tr-x-icu", u.id LIMIT ${take}`);
}
