import { type NameKeyset, pageSize } from "../../platform/db/keyset.ts";
import type { Reader } from "../../platform/db/reader.ts";
import { joinSql, ownWords, type Sql, sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { DirectoryRow, InstitutionFilter } from "../contract.ts";
import { searchWords } from "../directory-search.ts";
import type { InstitutionState } from "../institution-import-change.ts";
import { firstAddressState } from "./address-repository.ts";

/** A filter, and the moment at which it is asked: addresses age. */
export type AskedDirectory = { filter: InstitutionFilter; now: Date };

/**
 * Uses institution_name_id_idx and its sisters by province and by kind; a search of the country institution_search_text_trigram.
 * Without a filter the statement stays planned (decision 021).
 */
export async function findPage(reader: Reader, asked: AskedDirectory, after: NameKeyset | null): Promise<DirectoryRow[]> {
  const { scope } = reader;
  const beyond = after ? sql`(i.name COLLATE "tr-x-icu", i.id) > (${after.name}, ${after.id}::uuid)` : sql`TRUE`;
  const statement = sql`
    SELECT i.id, i.name, i.kind, i.province_id AS "provinceId", i.district, i.detsis_number AS "detsisNumber", i.relation, i.dative, i.is_demo AS "isDemo",
      coalesce((SELECT json_agg(json_build_object('kind', c.kind, 'address', c.address) ORDER BY c.position) FROM institution_channel c
        WHERE c.institution_id = i.id AND ${scopeSql(scope, "c.province_id")}), '[]') AS channels,
      ${firstAddressState(scope, asked.now)} AS "addressState"
    FROM institution i
    WHERE ${condition(reader, asked)} AND ${beyond}
    ORDER BY i.name COLLATE "tr-x-icu", i.id LIMIT ${ownWords(String(pageSize + 1))}`;
  const isWhole = Object.values(asked.filter).every((value) => value === undefined);
  return await reader.rows<DirectoryRow>(statement, isWhole ? { name: `institutions_${after ? "next" : "first"}` } : {});
}

export type FileRow = InstitutionState & { provinceId: number };

/** Everything the filter finds, for a file: the directory of the country is some tens of thousands of rows. */
export async function findForFile(reader: Reader, asked: AskedDirectory): Promise<FileRow[]> {
  const { scope } = reader;
  return await reader.rows<FileRow>(sql`
    SELECT i.name, i.kind, i.province_id AS "provinceId", i.district, i.relation, i.detsis_number AS "detsisNumber", i.dative, i.genitive, i.phone,
      coalesce((SELECT json_agg(json_build_object('kind', c.kind, 'address', c.address) ORDER BY c.position) FROM institution_channel c
        WHERE c.institution_id = i.id AND ${scopeSql(scope, "c.province_id")}), '[]') AS channels
    FROM institution i WHERE ${condition(reader, asked)} ORDER BY i.name COLLATE "tr-x-icu", i.id`);
}

export async function countRows(reader: Reader, asked: AskedDirectory): Promise<number> {
  const [row] = await reader.rows<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM institution i WHERE ${condition(reader, asked)}`,
  );
  return row?.total ?? 0;
}

function condition({ scope }: Reader, { filter, now }: AskedDirectory): Sql {
  const { q, kind, channel, address, province } = filter;
  const parts = [scopeSql(scope, "i.province_id"), sql`i.closed_at IS NULL`];
  for (const word of searchWords(q ?? "")) parts.push(sql`i.search_text LIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  if (province) parts.push(sql`i.province_id = ${province}::smallint`);
  if (kind) parts.push(sql`i.kind = ${kind}`);
  if (channel) parts.push(channelPart(channel));
  if (address) parts.push(sql`${firstAddressState(scope, now)} = ${address}`);
  return joinSql(parts, " AND ");
}

function channelPart(channel: NonNullable<InstitutionFilter["channel"]>): Sql {
  if (channel === "none") return sql`NOT EXISTS (SELECT 1 FROM institution_channel c WHERE c.institution_id = i.id)`;
  return sql`EXISTS (SELECT 1 FROM institution_channel c WHERE c.institution_id = i.id AND c.kind = ${channel})`;
}
