// The facts as PostgreSQL has them. Conditions stand on stored columns with leakproof operators where an index may serve them
// (architecture.md, "Scope twice"); each relation carries the scope itself, the policies prove it.

import { unknownCode } from "../../permits/contract.ts";
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import { type RowScope, scopeSql } from "../../platform/db/transaction.ts";
import type { ConditionName, DayName, FactTable, ValueName } from "../facts.ts";
import type { Dimension } from "../measures.ts";

const localDay = (instant: Sql): Sql => sql`(${instant} AT TIME ZONE 'Europe/Istanbul')::date`;

/** The rows asked for by id, else every row; said again inside a subquery, where the planner would not take it by itself. */
const among = (key: Sql, ids?: readonly string[]): Sql => (ids ? sql`${key} = ANY(${[...ids]}::uuid[])` : sql`TRUE`);

/** A permit with its application and the card that is good for it today, of which it has one at most (K1). */
const application = (scope: RowScope): Sql =>
  sql`LEFT JOIN permit_application a ON a.id = p.application_id AND ${scopeSql(scope, "a.province_id")}`;
const permitOf = (scope: RowScope): Sql =>
  sql`JOIN permit p ON p.id = c.permit_id AND ${scopeSql(scope, "p.province_id")} ${application(scope)}`;

/** First days of what a card's history alone knows: handed over to PTT, back from it. */
const milestones = (scope: RowScope, ids?: readonly string[]): Sql => sql`
  LEFT JOIN (SELECT e.card_id, min(e.on_date) FILTER (WHERE e.kind = 'handed_over') AS handed_on,
      min(${localDay(sql`(e.change ->> 'whereaboutsSince')::timestamptz`)}) FILTER (WHERE e.change ->> 'whereabouts' = 'returned_held') AS returned_on
    FROM card_event e WHERE ${scopeSql(scope, "e.province_id")} AND (e.kind = 'handed_over' OR e.change ->> 'whereabouts' = 'returned_held')
      AND ${among(sql`e.card_id`, ids)} GROUP BY e.card_id) m ON m.card_id = c.id`;

/** What a letter's own deliveries prove; a reminder reaches nobody whom the letter did not. */
const evidenced = (scope: RowScope, ids?: readonly string[]): Sql => sql`
  LEFT JOIN (SELECT d.recipient_id, min(least(d.delivered_at, d.read_at)) AS reached_at FROM delivery d
    WHERE ${scopeSql(scope, "d.province_id")} AND d.purpose = 'letter' AND (d.delivered_at IS NOT NULL OR d.read_at IS NOT NULL)
      AND ${among(sql`d.recipient_id`, ids)} GROUP BY d.recipient_id) d ON d.recipient_id = r.id`;

/** Rows that are facts at all, in the scope. */
export const tables: Record<FactTable, (scope: RowScope, ids?: readonly string[]) => { from: Sql; where: Sql }> = {
  permit: (scope) => ({
    from: sql`permit p ${application(scope)}
      LEFT JOIN card k ON k.permit_id = p.id AND k.validity = 'active' AND ${scopeSql(scope, "k.province_id")}`,
    where: sql`${scopeSql(scope, "p.province_id")} AND p.status <> 'void'`,
  }),
  application: (scope) => ({ from: sql`permit_application a`, where: scopeSql(scope, "a.province_id") }),
  card: (scope, ids) => ({ from: sql`card c ${permitOf(scope)} ${milestones(scope, ids)}`, where: scopeSql(scope, "c.province_id") }),
  spoilage: (scope) => ({
    from: sql`card_event v JOIN card c ON c.id = v.card_id AND ${scopeSql(scope, "c.province_id")} ${permitOf(scope)}`,
    where: sql`${scopeSql(scope, "v.province_id")} AND v.kind = 'quality_failed'`,
  }),
  circular: (scope) => ({ from: sql`circular l`, where: sql`${scopeSql(scope, "l.province_id")} AND l.dispatched_at IS NOT NULL` }),
  recipient: (scope, ids) => ({
    from: sql`circular_recipient r JOIN circular l ON l.id = r.circular_id AND ${scopeSql(scope, "l.province_id")} ${evidenced(scope, ids)}`,
    where: sql`${scopeSql(scope, "r.province_id")} AND l.dispatched_at IS NOT NULL`,
  }),
};

const dispatchedOn = localDay(sql`l.dispatched_at`);
const acknowledgedOn = localDay(sql`r.acknowledged_at`);
const deliveredOn = sql`CASE WHEN c.whereabouts = 'delivered' THEN ${localDay(sql`c.whereabouts_since`)} END`;

export const days: Record<DayName, Sql> = {
  issued: localDay(sql`p.registered_at`),
  begun: sql`p.valid_from`,
  ended: sql`least(p.valid_to + 1, p.ended_on)`,
  expired: sql`CASE WHEN p.ended_on IS NULL OR p.ended_on > p.valid_to THEN p.valid_to END`,
  submitted: sql`a.submitted_on`,
  decided: sql`a.decided_on`,
  produced: sql`c.issued_on`,
  handed_over: sql`m.handed_on`,
  delivered: deliveredOn,
  returned: sql`m.returned_on`,
  spoiled: sql`v.on_date`,
  dispatched: dispatchedOn,
  reached: localDay(sql`least(d.reached_at, r.acknowledged_at)`),
  acknowledged: acknowledgedOn,
};

/** Stored instants behind a day: a period of whole days is then a range that an index knows. */
export const instants: Partial<Record<DayName, Sql>> = { issued: sql`p.registered_at`, dispatched: sql`l.dispatched_at` };

export const isExtension = sql`(p.predecessor_id IS NOT NULL OR coalesce(a.type = 'extension', false))`;
const effective = sql`coalesce(p.ended_on > p.valid_from, true)`;

export const conditions: Record<ConditionName, (day: string) => Sql> = {
  first: () => sql`NOT ${isExtension}`,
  extension: () => isExtension,
  effective: () => effective,
  in_force: (day) =>
    sql`p.valid_from <= ${day}::date AND coalesce(p.valid_to >= ${day}::date, true) AND coalesce(p.ended_on > ${day}::date, true)`,
  cancelled: () => sql`p.status = 'cancelled'`,
  approved: () => sql`a.outcome = 'approved'`,
  refused: () => sql`a.outcome = 'refused'`,
  with_card: () => sql`k.id IS NOT NULL`,
  first_card: () => sql`c.request_reason = 'first'`,
};

export const values: Record<ValueName, Sql> = {
  is_new: sql`(k.design = 'new')::int`,
  to_decision: sql`a.decided_on - a.submitted_on`,
  to_card: sql`c.issued_on - ${days.issued}`,
  to_post: sql`m.handed_on - c.issued_on`,
  to_holder: sql`${deliveredOn} - m.handed_on`,
  to_acknowledgement: sql`${acknowledgedOn} - ${dispatchedOn}`,
};

/** Tables whose dimensions are the application's own; every other one has the permit's. */
const isMirror = (table: FactTable): boolean => table === "application";

const ageBand = (age: Sql): Sql => sql`CASE WHEN ${age} IS NULL THEN 'unknown' WHEN ${age} < 18 THEN '0-17' WHEN ${age} < 25 THEN '18-24'
  WHEN ${age} < 35 THEN '25-34' WHEN ${age} < 45 THEN '35-44' WHEN ${age} < 55 THEN '45-54' WHEN ${age} < 65 THEN '55-64' ELSE '65+' END`;
const ageAt = (day: Sql, birthYear: Sql): Sql => ageBand(sql`(extract(year FROM ${day})::int - ${birthYear})`);

export const birthYears = { mirrored: sql`a.birth_year`, recorded: sql`p.birth_year` } as const;

const mirrored: Partial<Record<Dimension, Sql>> = {
  nationality: sql`a.nationality`,
  kind: sql`a.kind`,
  type: sql`a.type`,
  sex: sql`a.sex`,
  age: ageAt(sql`a.submitted_on`, birthYears.mirrored),
  sector: sql`a.sector`,
  occupation: sql`a.occupation`,
  size: sql`a.size_band`,
  education: sql`a.education`,
  outcome: sql`a.outcome`,
};

const recorded: Partial<Record<Dimension, Sql>> = {
  nationality: sql`p.nationality`,
  kind: sql`p.kind`,
  type: sql`CASE WHEN ${isExtension} THEN 'extension' ELSE 'first' END`,
  sex: sql`p.sex`,
  age: ageAt(days.issued, birthYears.recorded),
  sector: sql`p.sector`,
  occupation: sql`p.occupation`,
  size: sql`p.size_band`,
  education: sql`a.education`,
};

const provinces: Record<FactTable, Sql> = {
  permit: sql`p.province_id`,
  application: sql`a.province_id`,
  card: sql`p.province_id`,
  spoilage: sql`p.province_id`,
  circular: sql`l.province_id`,
  recipient: sql`r.province_id`,
};

/** The stored value of a dimension; null where the record does not hold it. */
export function dimensionColumn(table: FactTable, dimension: Dimension): Sql {
  if (dimension === "province") return provinces[table];
  if (dimension === "design") return table === "permit" ? sql`coalesce(k.design, 'none')` : sql`c.design`;
  const column = (isMirror(table) ? mirrored : recorded)[dimension];
  if (!column) throw new Error(`${table} has no ${dimension}`);
  return column;
}

/** The code under which a breakdown shows a row. */
export function codeOf(table: FactTable, dimension: Dimension): Sql {
  const column = dimensionColumn(table, dimension);
  if (dimension === "province") return sql`${column}::text`;
  if (dimension === "occupation") return sql`coalesce(left(${column}, 2), 'unknown')`;
  return sql`coalesce(${column}, 'unknown')`;
}

/** A row whose dimension has one of the codes; an occupation also where it begins with one. */
export function restricted(table: FactTable, dimension: Dimension, codes: readonly string[]): Sql {
  const column = dimensionColumn(table, dimension);
  if (dimension === "province") return sql`${column} = ANY(${codes.map(Number)}::smallint[])`;
  const known = codes.filter((code) => code !== unknownCode);
  const pieces = codes.length > known.length ? [dimension === "age" ? sql`${column} = 'unknown'` : sql`${column} IS NULL`] : [];
  const prefixes = dimension === "occupation" ? known.filter((code) => code.length < 4) : [];
  const whole = known.filter((code) => !prefixes.includes(code));
  if (whole.length > 0) pieces.push(sql`${column} = ANY(${whole}::text[])`);
  for (const prefix of prefixes) pieces.push(sql`${column} ^@ ${prefix}`);
  return sql`(${joinSql(pieces, " OR ")})`;
}
