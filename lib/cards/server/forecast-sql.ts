// What a forecast as of a day may know (X5): who held an old card that day, until when it is printed, and how cards had left
// until then. Nothing that happened later is looked at, so that a forecast of long ago can be held against what came.
import { type Sql, sql } from "../../platform/db/sql.ts";
import { segments } from "./partition-sql.ts";

/** One figure: `ends` and `later` by days, `open` by none, `month` with days held, early and due exits. */
export type ForecastRow = {
  tag: "ends" | "later" | "open" | "month";
  provinceId: number;
  kind: string;
  first: string | null;
  second: string | null;
  count: number;
  early: number;
  ended: number;
};

/** Months of history that a forecast leans on. */
const historyMonths = 12;

/** Of the whole country, by province and kind; reads every permit and card of the history, so it belongs into a sweep. */
export function forecastRows(asOf: string): Sql {
  const from = firstMonth(asOf);
  return sql`
    WITH ${segments({ kind: "country" }, from)},
    old AS (SELECT * FROM segment WHERE part IN ('old_ending', 'old_open') AND from_day <= ${asOf}::date),
    month AS (
      SELECT m.day::date AS first, least((m.day + interval '1 month')::date, ${asOf}::date + 1) AS until
      FROM generate_series(${from}::date, ${asOf}::date, interval '1 month') AS m (day))
    SELECT 'ends' AS tag, province_id AS "provinceId", kind, ends_on::text AS first, NULL AS second, count(*)::int AS count, 0 AS early, 0 AS ended
    FROM old WHERE part = 'old_ending' AND coalesce(until_day > ${asOf}::date, true) GROUP BY 2, 3, 4
    UNION ALL
    SELECT 'open', province_id, kind, NULL, NULL, count(*)::int, 0, 0
    FROM old WHERE part = 'old_open' AND coalesce(until_day > ${asOf}::date, true) GROUP BY 2, 3
    UNION ALL
    SELECT 'later', province_id, kind, begins_on::text, ends_on::text, count(*)::int, 0, 0
    FROM segment WHERE part = 'old_ending' AND begins_on > ${asOf}::date AND from_day = begins_on AND known_on <= ${asOf}::date GROUP BY 2, 3, 4, 5
    UNION ALL
    SELECT 'month', o.province_id, o.kind, m.first::text, NULL,
      sum(greatest(least(coalesce(o.until_day, m.until), m.until) - greatest(o.from_day, m.first), 0))::int,
      count(*) FILTER (WHERE o.until_day > m.first AND o.until_day <= m.until AND o.until_day <= ${asOf}::date AND o.until_day <= o.ends_on)::int,
      count(*) FILTER (WHERE o.until_day > m.first AND o.until_day <= m.until AND o.until_day <= ${asOf}::date AND o.until_day > o.ends_on)::int
    FROM old o JOIN month m ON o.from_day < m.until AND coalesce(o.until_day > m.first, true)
    WHERE o.part = 'old_ending' GROUP BY 2, 3, 4`;
}

function firstMonth(asOf: string): string {
  const day = new Date(`${asOf.slice(0, 7)}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - historyMonths);
  return day.toISOString().slice(0, 10);
}
