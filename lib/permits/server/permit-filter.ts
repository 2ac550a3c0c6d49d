import { addDays, startOfLocalDay } from "../../platform/calendar/local-day.ts";
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import { type RowScope, scopeSql } from "../../platform/db/transaction.ts";
import { agesOf, type PermitFilter, type PermitState, unknownCode } from "../contract.ts";

/** Whose rows, and on which legal day the clock states are meant. */
export type FilterFrame = { scope: RowScope; today: string };

/**
 * What a filter demands of a row `p` of permit, the scope first. Only leakproof operators on stored columns, so that an
 * index may work before the policy (architecture.md, "Scope twice").
 */
export function permitCondition({ scope, today }: FilterFrame, filter: PermitFilter): Sql {
  return joinSql(
    [
      scopeSql(scope, "p.province_id"),
      ...demands(filter, today),
      ...person(scope, filter),
      ...cards(scope, filter),
      ...application(scope, filter),
    ],
    " AND ",
  );
}

function demands(filter: PermitFilter, today: string): Sql[] {
  const { kind, state, province, nationality, sector, occupation, employer, openEnded } = filter;
  return [
    kind?.length && oneOf(sql`p.kind`, kind),
    state?.length &&
      sql`(${joinSql(
        state.map((one) => stateSql(one, today)),
        " OR ",
      )})`,
    province?.length && provinceSql(province),
    nationality?.length && oneOf(sql`p.nationality`, nationality),
    sector?.length && orUnknown(sql`p.sector`, sector),
    occupation?.length && occupationSql(occupation),
    employer && sql`p.employer_id = ${employer}::uuid`,
    openEnded && (openEnded === "yes" ? sql`p.valid_to IS NULL` : sql`p.valid_to IS NOT NULL`),
    filter.expiringIn !== undefined &&
      sql`${stateSql("in_force", today)} AND p.valid_to BETWEEN ${today}::date AND ${addDays(today, filter.expiringIn)}::date`,
    ...holder(filter),
    ...dates(filter),
  ].filter((one) => typeof one === "object");
}

function holder({ sex, age, size }: PermitFilter): (Sql | undefined)[] {
  return [
    sex?.length ? oneOf(sql`p.sex`, sex) : undefined,
    age?.length ? anyOf(age.map(ageSql)) : undefined,
    size?.length ? orUnknown(sql`p.size_band`, size) : undefined,
  ];
}

/** Age in the year of issue, as statistics count it. */
function ageSql(band: string): Sql {
  if (band === unknownCode) return sql`p.birth_year IS NULL`;
  const [from, to] = agesOf(band as Parameters<typeof agesOf>[0]);
  const age = sql`extract(year FROM p.registered_at AT TIME ZONE 'Europe/Istanbul')::int - p.birth_year`;
  return to === null ? sql`${age} >= ${from}` : sql`${age} BETWEEN ${from} AND ${to}`;
}

function dates(filter: PermitFilter): (Sql | undefined)[] {
  const { startFrom, startTo, endFrom, endTo, registeredFrom, registeredTo } = filter;
  return [
    startFrom ? sql`p.valid_from >= ${startFrom}::date` : undefined,
    startTo ? sql`p.valid_from <= ${startTo}::date` : undefined,
    endFrom ? sql`p.valid_to >= ${endFrom}::date` : undefined,
    endTo ? sql`p.valid_to <= ${endTo}::date` : undefined,
    registeredFrom ? sql`p.registered_at >= ${startOfLocalDay(registeredFrom)}` : undefined,
    registeredTo ? sql`p.registered_at < ${startOfLocalDay(addDays(registeredTo, 1))}` : undefined,
    filter.endedFrom ? sql`p.ended_on >= ${filter.endedFrom}::date` : undefined,
    filter.endedTo ? sql`p.ended_on <= ${filter.endedTo}::date` : undefined,
    filter.inForceOn ? inForceSql(filter.inForceOn) : undefined,
    filter.changedSince ? sql`p.updated_at > ${filter.changedSince}::timestamptz` : undefined,
  ];
}

/** As statistics count the permits in force on a day: one whose extension has not begun is still in force. */
const inForceSql = (day: string): Sql => sql`(p.status <> 'void' AND p.valid_from <= ${day}::date
  AND (p.valid_to >= ${day}::date OR p.valid_to IS NULL) AND (p.ended_on > ${day}::date OR p.ended_on IS NULL))`;

/** One value as equality, so that an index ordered behind it gives the rows in order. */
function oneOf(column: Sql, values: readonly string[]): Sql {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = ANY(${[...values]}::text[])`;
}

const anyOf = (pieces: readonly Sql[]): Sql => sql`(${joinSql(pieces, " OR ")})`;

/** Values, and the rows without one where that is asked for. */
function orUnknown(column: Sql, values: readonly string[]): Sql {
  const known = values.filter((value) => value !== unknownCode);
  if (known.length === values.length) return oneOf(column, values);
  return known.length === 0 ? sql`${column} IS NULL` : sql`(${oneOf(column, known)} OR ${column} IS NULL)`;
}

function provinceSql(provinces: readonly number[]): Sql {
  return provinces.length === 1 ? sql`p.province_id = ${provinces[0]}` : sql`p.province_id = ANY(${[...provinces]}::smallint[])`;
}

/** Four digits are a unit group, fewer a major, sub-major or minor group of ISCO-08. */
function occupationSql(codes: readonly string[]): Sql {
  const whole = codes.filter((code) => code.length === 4);
  const groups = codes.filter((code) => code.length < 4);
  return anyOf([
    ...(whole.length > 0 ? [oneOf(sql`p.occupation`, whole)] : []),
    ...groups.map((group) => sql`p.occupation ^@ ${group}`),
    ...(codes.includes(unknownCode) ? [sql`p.occupation IS NULL`] : []),
  ]);
}

/** The same rule as `stateOn` in lib/permits/permit.ts and `permit_state` of the database, on plain columns. */
export function stateSql(state: PermitState, today: string): Sql {
  if (state === "not_yet") return sql`(p.status = 'registered' AND p.valid_from > ${today}::date)`;
  if (state === "expired") return sql`(p.status = 'registered' AND p.valid_to < ${today}::date AND p.valid_from <= ${today}::date)`;
  if (state !== "in_force") return sql`p.status = ${state}`;
  return sql`(p.status = 'registered' AND p.valid_from <= ${today}::date AND (p.valid_to >= ${today}::date OR p.valid_to IS NULL))`;
}

/** By the index of active cards, of which a permit has one at most (K1). */
function cards(scope: RowScope, { card }: PermitFilter): Sql[] {
  if (!card?.length) return [];
  const active = sql`SELECT FROM card c WHERE c.permit_id = p.id AND c.validity = 'active' AND ${scopeSql(scope, "c.province_id")}`;
  const pieces = card.map((one) => (one === "none" ? sql`NOT EXISTS (${active})` : sql`EXISTS (${active} AND c.design = ${one})`));
  return [anyOf(pieces)];
}

/** What only the application says that was decided upstream: schooling, and an extension whose predecessor is not recorded. */
function application(scope: RowScope, { education, type }: PermitFilter): Sql[] {
  const mirror = (demand: Sql) =>
    sql`EXISTS (SELECT FROM permit_application a WHERE a.id = p.application_id AND ${scopeSql(scope, "a.province_id")} AND ${demand})`;
  const isExtension = sql`(p.predecessor_id IS NOT NULL OR ${mirror(sql`a.type = 'extension'`)})`;
  const known = education?.filter((value) => value !== unknownCode) ?? [];
  const schooling = [
    ...(known.length > 0 ? [mirror(oneOf(sql`a.education`, known))] : []),
    ...(education?.includes(unknownCode) ? [sql`NOT ${mirror(sql`a.education IS NOT NULL`)}`] : []),
  ];
  return [
    ...(schooling.length > 0 ? [anyOf(schooling)] : []),
    ...(type?.length === 1 ? [type[0] === "extension" ? isExtension : sql`NOT ${isExtension}`] : []),
  ];
}

function person(scope: RowScope, { samePersonAs }: PermitFilter): Sql[] {
  if (!samePersonAs) return [];
  return [
    sql`p.person_key = (SELECT s.person_key FROM permit s WHERE s.id = ${samePersonAs}::uuid AND ${scopeSql(scope, "s.province_id")})`,
  ];
}
