import { pageSize } from "../../platform/db/keyset.ts";
import type { Reader } from "../../platform/db/reader.ts";
import { ownWords, type Sql, sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { PermitFilter, PermitKind, PermitSort, PermitState } from "../contract.ts";
import type { PagePart } from "./page-order.ts";
import { permitCondition } from "./permit-filter.ts";

export type PageRow = {
  id: string;
  number: string;
  name: string;
  nationality: string;
  kind: PermitKind;
  provinceId: number;
  sector: string | null;
  occupation: string | null;
  validFrom: string;
  validTo: string | null;
  endedOn: string | null;
  state: PermitState;
  daysLeft: number | null;
  registeredAt: string;
  version: number;
  employerId: string | null;
  employerTitle: string | null;
  employerTaxNumber: string | null;
};

export type Asked = { filter: PermitFilter; today: string };

/** Shapes without a filter of their own are asked by everybody, so their statements stay prepared. */
function nameOf(filter: PermitFilter, sort: PermitSort, part: PagePart): string | undefined {
  const { sort: _sort, province, ...others } = filter;
  if ((province?.length ?? 0) > 1 || Object.values(others).some((value) => value !== undefined)) return undefined;
  return `permits_${province ? "province_" : ""}${sort}_${part.name}`;
}

/**
 * The next rows of one part of the order. Uses permit_province_id_registered_at_id_idx and its sisters of the other
 * orders; the page is cut before the employers are looked up. Its length is a word of the statement, which is planned for it.
 */
export async function findPart(reader: Reader, { filter, today }: Asked, part: PagePart, limit: number): Promise<PageRow[]> {
  const { scope } = reader;
  const statement = sql`
    SELECT p.id, p.number, p.given_names || ' ' || p.surname AS name, p.nationality, p.kind, p.province_id AS "provinceId", p.sector, p.occupation,
      p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo", p.ended_on::text AS "endedOn", p.state,
      CASE WHEN p.state = 'in_force' THEN p.valid_to - ${today}::date END AS "daysLeft",
      to_char(p.registered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "registeredAt", p.version,
      e.id AS "employerId", e.title AS "employerTitle", e.tax_number AS "employerTaxNumber"
    FROM (SELECT p.id, p.number, p.given_names, p.surname, p.nationality, p.kind, p.province_id, p.employer_id, p.sector, p.occupation, p.valid_from, p.valid_to,
        p.ended_on, p.registered_at, p.version, permit_state(p.status, p.valid_from, p.valid_to, ${today}::date) AS state
      FROM permit p
      WHERE ${permitCondition({ scope, today }, filter)} AND ${part.beyond} ORDER BY ${part.order} LIMIT ${ownWords(String(limit))}) p
    LEFT JOIN employer e ON e.id = p.employer_id AND ${scopeSql(scope, "e.province_id")}
    ORDER BY ${part.order}`;
  const name = limit > pageSize ? nameOf(filter, filter.sort ?? "newest", part) : undefined;
  return await reader.rows<PageRow>(statement, { name });
}

/** Counted over permit_province_id_status_valid_to_…_idx, which holds every column a filter names. */
export async function countRows(reader: Reader, { filter, today }: Asked): Promise<number> {
  const [row] = await reader.rows<{ total: number }>(countSql({ filter, today }, reader));
  return row?.total ?? 0;
}

/**
 * Of the first `most` permits that permit_province_id_updated_at_idx gives after the moment, in its own order, those that the
 * filter finds.
 */
export async function countChanged(reader: Reader, { filter, today }: Asked, most: number): Promise<{ changed: number; looked: number }> {
  const { scope } = reader;
  const [row] = await reader.rows<{ changed: number; looked: number }>(sql`
    SELECT count(*) FILTER (WHERE ${permitCondition({ scope, today }, filter)})::int AS changed, count(*)::int AS looked
    FROM (SELECT p.* FROM permit p WHERE ${permitCondition({ scope, today }, { changedSince: filter.changedSince })}
      ORDER BY p.province_id, p.updated_at LIMIT ${most}) p`);
  return row ?? { changed: 0, looked: 0 };
}

const countSql = ({ filter, today }: Asked, { scope }: Reader): Sql =>
  sql`SELECT count(*)::int AS total FROM permit p WHERE ${permitCondition({ scope, today }, filter)}`;
