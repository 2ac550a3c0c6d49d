// The ministry's page in figures: statements of its own over the other words' tables, the scope repeated in each.
import type { Reader } from "../../platform/db/reader.ts";
import { sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { MinistryHome, ProvinceDispatches, StuckPlace } from "../home-contract.ts";

type Parts = Omit<NonNullable<MinistryHome["transition"]>, "dates">;

/** The last counted day of the transition by its five parts; null before the first. */
export async function findTransitionDay({ rows, scope }: Reader): Promise<Parts | null> {
  const [day] = await rows<Parts>(sql`
    SELECT t.day::text AS day, sum(t.permits)::int AS total,
      coalesce(sum(t.permits) FILTER (WHERE t.part = 'new'), 0)::int AS fresh,
      coalesce(sum(t.permits) FILTER (WHERE t.part = 'old_ending'), 0)::int AS "oldEnding",
      coalesce(sum(t.permits) FILTER (WHERE t.part = 'old_open'), 0)::int AS "oldOpen",
      coalesce(sum(t.permits) FILTER (WHERE t.part = 'without_card'), 0)::int AS "withoutCard",
      coalesce(sum(t.permits) FILTER (WHERE t.part = 'in_replacement'), 0)::int AS "inReplacement"
    FROM transition_day t
    WHERE ${scopeSql(scope, "t.province_id")} AND t.day = (SELECT max(l.day) FROM transition_day l WHERE ${scopeSql(scope, "l.province_id")})
    GROUP BY t.day`);
  return day ?? null;
}

type ForecastDays = NonNullable<MinistryHome["transition"]>["dates"];

/** The days that the country's last forecast names. */
export async function findForecastDays({ rows, scope }: Reader): Promise<ForecastDays> {
  const [run] = await rows<{ days: ForecastDays }>(sql`
    SELECT r.result -> 'forecast' -> 'days' AS days FROM forecast_run r
    WHERE ${scopeSql(scope, "r.province_id")} AND r.province_id IS NULL ORDER BY r.as_of DESC LIMIT 1`);
  return run?.days ?? [];
}

type Stuck = { place: StuckPlace; count: number; overdue: number; oldestOn: string };

/** Open exceptions by kind, cards that wait for a batch longer than their stage allows, late shipments and open stock cases. */
export async function findStuck({ rows, scope }: Reader, today: string): Promise<Stuck[]> {
  return await rows<Stuck>(sql`
    SELECT x.kind AS place, count(*)::int AS count, (count(*) FILTER (WHERE x.due_on < ${today}::date))::int AS overdue, (min(x.opened_at AT TIME ZONE 'Europe/Istanbul')::date)::text AS "oldestOn"
    FROM card_exception x WHERE ${scopeSql(scope, "x.province_id")} AND x.closed_at IS NULL GROUP BY x.kind
    UNION ALL
    SELECT 'waiting_for_batch', count(*)::int, (count(*) FILTER (WHERE c.work_since < ${today}::date - l.days))::int, (min(c.work_since AT TIME ZONE 'Europe/Istanbul')::date)::text
    FROM card c JOIN stage_limit l ON l.axis = 'work' AND l.stage = c.work
    WHERE ${scopeSql(scope, "c.province_id")} AND c.work IN ('requested', 'queued') HAVING count(*) FILTER (WHERE c.work_since < ${today}::date - l.days) > 0
    UNION ALL
    SELECT 'late_shipment', count(*)::int, count(*)::int, (min(s.due_at AT TIME ZONE 'Europe/Istanbul')::date)::text
    FROM shipment s WHERE s.state IN ('in_transit', 'disputed') AND s.due_at < ${today}::date HAVING count(*) > 0
    UNION ALL
    SELECT 'stock_case', count(*)::int, 0, (min(k.opened_at AT TIME ZONE 'Europe/Istanbul')::date)::text FROM stock_case k WHERE k.state = 'open' HAVING count(*) > 0
    ORDER BY 2 DESC`);
}

/** A recipient of a circular dispatched since then and still in force: reached is shown by evidence, answered by a declaration (circulars/recipient.ts). */
const dispatched = ({ scope }: Reader, since: Date) => sql`
  sent AS (
    SELECT c.id, c.province_id, c.subject, c.dispatched_at, c.due_on FROM circular c
    WHERE ${scopeSql(scope, "c.province_id")} AND c.dispatched_at >= ${since} AND c.state IN ('dispatching', 'dispatched')),
  addressed AS (
    SELECT s.*, r.name, r.id AS recipient_id,
      (r.acknowledged_at IS NOT NULL OR r.action_reported_at IS NOT NULL) AS acknowledged,
      (r.acknowledged_at IS NULL AND r.action_reported_at IS NULL AND r.waived_at IS NULL) AS silent,
      (r.waived_at IS NOT NULL OR r.action_reported_at IS NOT NULL OR (r.role = 'information' AND r.acknowledged_at IS NOT NULL)) AS done
    FROM sent s JOIN circular_recipient r ON r.circular_id = s.id AND ${scopeSql(scope, "r.province_id")})`;

type Dispatches = Omit<ProvinceDispatches, "lastAt"> & { lastAt: Date };

export async function findDispatches(reader: Reader, { since, today }: { since: Date; today: string }): Promise<Dispatches[]> {
  return await reader.rows<Dispatches>(sql`
    WITH ${dispatched(reader, since)}
    SELECT a.province_id AS "provinceId", count(DISTINCT a.id)::int AS circulars, count(*)::int AS recipients,
      (count(*) FILTER (WHERE a.acknowledged OR EXISTS (SELECT FROM delivery d WHERE d.recipient_id = a.recipient_id AND d.delivered_at IS NOT NULL
        AND ${scopeSql(reader.scope, "d.province_id")})))::int AS reached,
      (count(*) FILTER (WHERE a.acknowledged))::int AS acknowledged,
      (count(*) FILTER (WHERE NOT a.done AND a.due_on < ${today}::date))::int AS overdue,
      (count(*) FILTER (WHERE a.silent))::int AS silent, max(a.dispatched_at) AS "lastAt"
    FROM addressed a GROUP BY a.province_id ORDER BY overdue DESC, silent DESC, circulars DESC, a.province_id`);
}

type Silent = Omit<NonNullable<MinistryHome["silent"]>[number], "days" | "overdueDays"> & { dispatchedAt: Date; dueOn: string | null };

/** Those who owe an answer the longest first. */
export async function findSilent(reader: Reader, { since, most }: { since: Date; most: number }): Promise<Silent[]> {
  return await reader.rows<Silent>(sql`
    WITH ${dispatched(reader, since)}
    SELECT a.id AS "circularId", a.province_id AS "provinceId", a.name AS institution, a.subject, a.dispatched_at AS "dispatchedAt", a.due_on::text AS "dueOn"
    FROM addressed a WHERE a.silent ORDER BY a.due_on ASC NULLS LAST, a.dispatched_at, a.name LIMIT ${most}`);
}
