// X1 as SQL: the same rule as lib/cards/transition.ts, once for a single day and once for every day of a stretch.
import { type Sql, sql } from "../../platform/db/sql.ts";
import { type RowScope, scopeSql } from "../../platform/db/transaction.ts";

/** Legal local days of a card's acts. An active card without its moment counts from the day it was issued. */
const acts = sql`
  SELECT c.permit_id, c.design, c.valid_from, c.valid_to, (c.requested_at AT TIME ZONE 'Europe/Istanbul')::date AS requested_on,
    coalesce((c.activated_at AT TIME ZONE 'Europe/Istanbul')::date, CASE WHEN c.validity = 'active' THEN coalesce(c.issued_on, c.valid_from) END) AS activated_on,
    (c.invalidated_at AT TIME ZONE 'Europe/Istanbul')::date AS invalidated_on
  FROM card c`;

const partWord = (held: Sql, awaited: Sql, isNew: Sql, isOpen: Sql): Sql => sql`
  CASE WHEN ${held} IS NOT TRUE THEN 'without_card' WHEN ${awaited} THEN 'in_replacement' WHEN ${isNew} THEN 'new' WHEN ${isOpen} THEN 'old_open' ELSE 'old_ending' END`;

/** One day's parts by province and kind; reads every permit in force and its cards, so it belongs into a sweep. */
export function partitionOn(scope: RowScope, day: string): Sql {
  return sql`
    WITH held AS (
      SELECT a.permit_id, bool_or(s.held) AS held, bool_or(s.awaited) AS awaited, bool_or(s.held AND a.design = 'new') AS is_new,
        bool_or(s.held AND a.valid_to IS NULL) AS is_open
      FROM (${acts} WHERE ${scopeSql(scope, "c.province_id")}) a, LATERAL (SELECT
          coalesce(a.activated_on <= ${day}::date, false) AND coalesce(a.invalidated_on > ${day}::date, true)
            AND a.valid_from <= ${day}::date AND coalesce(a.valid_to >= ${day}::date, true) AS held,
          a.requested_on <= ${day}::date AND coalesce(a.activated_on > ${day}::date, true) AND coalesce(a.invalidated_on > ${day}::date, true) AS awaited) s
      WHERE s.held OR s.awaited GROUP BY a.permit_id)
    SELECT p.province_id AS "provinceId", p.kind, ${partWord(sql`h.held`, sql`h.awaited`, sql`h.is_new`, sql`h.is_open`)} AS part, count(*)::int AS permits
    FROM permit p LEFT JOIN held h ON h.permit_id = p.id
    WHERE ${scopeSql(scope, "p.province_id")} AND p.kind IN (SELECT kind FROM design_generation) AND p.status <> 'void' AND p.valid_from <= ${day}::date
      AND coalesce(p.valid_to >= ${day}::date, true) AND coalesce(p.ended_on > ${day}::date, true)
    GROUP BY 1, 2, 3`;
}

/**
 * How long each permit stood in which part, from `from` on: rows (permit_id, province_id, kind, part, from_day, until_day,
 * ends_on, known_on, begins_on), `until_day` excluded and null while it lasts. `ends_on` is the day printed on the old card, `known_on`
 * the day since which that card is in its
 * holder's hand, `begins_on` the permit's first day. To be read inside `WITH`: it ends with the relation `segment`.
 */
export function segments(scope: RowScope, from: string): Sql {
  return sql`
    counted AS (
      SELECT p.id, p.province_id, p.kind, p.valid_from AS begins_on, greatest(p.valid_from, ${from}::date) AS from_day, least(p.valid_to + 1, p.ended_on) AS until_day
      FROM permit p
      WHERE ${scopeSql(scope, "p.province_id")} AND p.kind IN (SELECT kind FROM design_generation) AND p.status <> 'void'
        AND coalesce(p.valid_to >= ${from}::date, true) AND coalesce(p.ended_on > greatest(p.valid_from, ${from}::date), true)),
    span AS (
      SELECT a.permit_id, a.design, a.valid_to, a.activated_on, CASE WHEN a.activated_on IS NOT NULL THEN greatest(a.activated_on, a.valid_from) END AS held_from,
        least(a.invalidated_on, a.valid_to + 1) AS held_until, a.requested_on, least(a.activated_on, a.invalidated_on) AS awaited_until
      FROM (${acts} WHERE ${scopeSql(scope, "c.province_id")}) a),
    edge AS (
      SELECT n.id AS permit_id, n.from_day AS day FROM counted n
      UNION
      SELECT n.id, e.day FROM counted n JOIN span s ON s.permit_id = n.id
        CROSS JOIN LATERAL (VALUES (s.held_from), (s.held_until), (s.requested_on), (s.awaited_until)) AS e (day)
      WHERE e.day > n.from_day AND coalesce(e.day < n.until_day, true)),
    stretch AS (
      SELECT n.id AS permit_id, n.province_id, n.kind, n.begins_on, e.day AS from_day,
        coalesce(lead(e.day) OVER (PARTITION BY e.permit_id ORDER BY e.day), n.until_day) AS until_day
      FROM edge e JOIN counted n ON n.id = e.permit_id),
    told AS (
      SELECT t.permit_id, t.province_id, t.kind, t.begins_on, t.from_day, t.until_day, bool_or(x.held) AS held, bool_or(x.awaited) AS awaited,
        bool_or(x.held AND s.design = 'new') AS is_new, bool_or(x.held AND s.valid_to IS NULL) AS is_open,
        max(s.valid_to) FILTER (WHERE x.held) AS ends_on, min(s.activated_on) FILTER (WHERE x.held) AS known_on
      FROM stretch t LEFT JOIN span s ON s.permit_id = t.permit_id
      LEFT JOIN LATERAL (SELECT
          coalesce(s.held_from <= t.from_day, false) AND coalesce(s.held_until > t.from_day, true) AS held,
          coalesce(s.requested_on <= t.from_day, false) AND coalesce(s.awaited_until > t.from_day, true) AS awaited) x ON true
      GROUP BY t.permit_id, t.province_id, t.kind, t.begins_on, t.from_day, t.until_day),
    segment AS (
      SELECT w.permit_id, w.province_id, w.kind, ${partWord(sql`w.held`, sql`w.awaited`, sql`w.is_new`, sql`w.is_open`)} AS part,
        w.from_day, w.until_day, w.ends_on, w.known_on, w.begins_on
      FROM told w)`;
}

/** Each day of a stretch that has no figures yet, added up from the moments at which permits changed their part. */
export function missingDays(from: string, to: string): Sql {
  return sql`
    WITH ${segments({ kind: "country" }, from)},
    change AS (
      SELECT g.province_id, g.kind, g.part, g.day, sum(g.n)::int AS n FROM (
        SELECT province_id, kind, part, from_day AS day, 1 AS n FROM segment
        UNION ALL SELECT province_id, kind, part, until_day, -1 FROM segment WHERE until_day IS NOT NULL) g
      WHERE g.day <= ${to}::date GROUP BY 1, 2, 3, 4),
    running AS (
      SELECT d.day::date AS day, g.province_id, g.kind, g.part,
        (sum(coalesce(c.n, 0)) OVER (PARTITION BY g.province_id, g.kind, g.part ORDER BY d.day))::int AS permits
      FROM generate_series(${from}::date, ${to}::date, interval '1 day') AS d (day)
      CROSS JOIN (SELECT DISTINCT province_id, kind, part FROM change) g
      LEFT JOIN change c ON c.day = d.day::date AND c.province_id = g.province_id AND c.kind = g.kind AND c.part = g.part)
    INSERT INTO transition_day (day, province_id, kind, part, permits)
    SELECT r.day, r.province_id, r.kind, r.part, r.permits FROM running r
    WHERE r.permits > 0 AND NOT EXISTS (SELECT FROM transition_day t WHERE t.day = r.day)
    ON CONFLICT DO NOTHING`;
}
