import { addDays } from "../../platform/calendar/local-day.ts";
import type { ReadContext } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { RadarBreakdown, RadarRow, readExpiryRadar as radarEndpoint } from "../radar-contract.ts";
import { permitCondition } from "./permit-filter.ts";

type Row = RadarRow & { isTotal: boolean };

const columnOf: Record<RadarBreakdown, Sql> = {
  province: sql`p.province_id`,
  employer: sql`p.employer_id`,
  nationality: sql`p.nationality`,
};
const mostRows = 200;
const nothing = { upTo30: 0, from31To60: 0, from61To90: 0, total: 0, inExtensionWindow: 0 };

/** One pass over permit_filter: those in force whose last day lies within 90 days. */
export async function readExpiryRadar({ reader, now }: ReadContext<unknown>, { by, province }: ParsedInputOf<typeof radarEndpoint>) {
  const today = localDateOf(now);
  const { scope } = reader;
  const filter = { expiringIn: 90, ...(province && { province: [province] }) };
  const column = columnOf[by];
  const rows = await reader.rows<Row>(sql`
    SELECT g.key::text AS key, e.title AS label, g."isTotal", g."upTo30", g.until60 - g."upTo30" AS "from31To60", g.total - g.until60 AS "from61To90",
      g.total, g.until60 AS "inExtensionWindow"
    FROM (SELECT ${column} AS key, grouping(${column}) = 1 AS "isTotal", count(*)::int AS total,
        count(*) FILTER (WHERE p.valid_to <= ${addDays(today, 30)}::date)::int AS "upTo30",
        count(*) FILTER (WHERE p.valid_to <= ${addDays(today, 60)}::date)::int AS until60
      FROM permit p WHERE ${permitCondition({ scope, today }, filter)}
      GROUP BY GROUPING SETS ((${column}), ()) ORDER BY 2 DESC, 3 DESC, 1 LIMIT ${mostRows + 1}) g
    ${by === "employer" ? sql`LEFT JOIN employer e ON e.id = g.key AND ${scopeSql(scope, "e.province_id")}` : sql`CROSS JOIN (SELECT NULL::text AS title) e`}
    ORDER BY g."isTotal" DESC, g.total DESC, g.key`);
  const totals = rows.find(({ isTotal }) => isTotal) ?? nothing;
  const parts = rows.filter(({ isTotal }) => !isTotal);
  return { totals, rows: parts, today, asOf: now.toISOString() };
}
