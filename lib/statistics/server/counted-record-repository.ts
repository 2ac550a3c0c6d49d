// The rows that a tally counts, one by one: the tally's own relation and conditions (`postgres-columns.ts`), so that a list can
// never show other records than its figure counts.

import { afterNameOf } from "../../platform/db/keyset.ts";
import type { Reader } from "../../platform/db/reader.ts";
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import { type RowScope, scopeSql } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { LocalDate } from "../../platform/http/fields.ts";
import { type FactTable, factOf } from "../facts.ts";
import { type Dimension, type MeasureName, measureOf } from "../measures.ts";
import type { CountedRecord } from "../records-contract.ts";
import type { Tally } from "../tally.ts";
import type { PageAsked, RecordKey } from "./column-records.ts";
import { codeOf, days as dayColumns, dimensionColumn, tables, values } from "./postgres-columns.ts";
import { demandsOf } from "./postgres-tallies.ts";

type Shown = { key: Sql; opens: Sql; number: Sql; title: Sql };
const none = sql`NULL::text`;
const cardShown = { opens: sql`jsonb_build_object('kind', 'card', 'id', c.id)`, number: sql`c.number`, title: none };

/** What of a row is shown, and which page it opens. */
const shown: Record<FactTable, (scope: RowScope) => Shown> = {
  permit: () => ({ key: sql`p.id`, opens: sql`jsonb_build_object('kind', 'permit', 'id', p.id)`, number: sql`p.number`, title: none }),
  application: (scope) => ({
    key: sql`a.id`,
    opens: sql`(SELECT jsonb_build_object('kind', 'permit', 'id', p.id) FROM permit p
      WHERE p.application_id = a.id AND ${scopeSql(scope, "p.province_id")} ORDER BY p.id LIMIT 1)`,
    number: sql`a.number`,
    title: none,
  }),
  card: () => ({ key: sql`c.id`, ...cardShown }),
  spoilage: () => ({ key: sql`v.id`, ...cardShown }),
  circular: () => ({
    key: sql`l.id`,
    opens: sql`jsonb_build_object('kind', 'circular', 'id', l.id)`,
    number: sql`coalesce(l.document_number, '')`,
    title: sql`l.subject`,
  }),
  recipient: () => ({
    key: sql`r.id`,
    opens: sql`jsonb_build_object('kind', 'circular', 'id', l.id)`,
    number: sql`coalesce(l.document_number, '')`,
    title: sql`r.name`,
  }),
};

/** What tells one row from another in a list; the filter has the rest. */
const told: readonly Dimension[] = ["nationality", "kind", "type", "design", "outcome"];

export type AskedRecords = Omit<Tally, "by"> & { fact: MeasureName };

/** The latest day first, then by id; of the ids given alone, where they are known. */
export async function findCountedRecords(
  reader: Reader,
  asked: AskedRecords,
  { after, limit, ids }: PageAsked & { ids?: readonly string[] },
): Promise<CountedRecord[]> {
  const { scope } = reader;
  const { table, day, value } = factOf(asked.fact);
  const { key, opens, number, title } = shown[table](scope);
  const on = day ? dayColumns[day] : sql`NULL::date`;
  const codes = told
    .filter((dimension) => measureOf(asked.fact).breakdowns.includes(dimension))
    .flatMap((dimension) => [sql`${dimension}::text`, codeOf(table, dimension)]);
  const behind = (row: RecordKey): Sql =>
    day ? sql` AND (${on}, ${key}) < (${row.on}::date, ${row.id}::uuid)` : sql` AND ${key} < ${row.id}::uuid`;
  return await reader.rows<CountedRecord>(sql`
    SELECT ${key} AS id, ${opens} AS opens, ${number} AS number, ${title} AS title, to_char(${on}, 'YYYY-MM-DD') AS "on",
      ${value && value !== "is_new" ? sql`(${values[value]})::int` : sql`NULL::int`} AS value,
      ${dimensionColumn(table, "province")} AS "provinceId",
      jsonb_build_object(${codes.length > 0 ? joinSql(codes) : sql``}) AS codes
    FROM ${tables[table](scope, ids).from} WHERE ${demandsOf(scope, asked)}${after ? behind(after) : sql``}
      ${ids ? sql`AND ${key} = ANY(${[...ids]}::uuid[])` : sql``}
    ORDER BY ${day ? sql`${on} DESC, ` : sql``}${key} DESC LIMIT ${limit}`);
}

export const recordKeyText = ({ on, id }: RecordKey): string => `${on ?? ""}_${id}`;

export function recordKeyOf(text: string | undefined): RecordKey | null {
  const key = afterNameOf(text);
  if (key === null) return null;
  if (key.name !== "" && !LocalDate.safeParse(key.name).success) {
    throw new AppError("bad_input", { invalidParams: [{ path: "after", message: "Sayfa bilgisi okunamadı; listeyi baştan açın." }] });
  }
  return { on: key.name || null, id: key.id };
}
