// Tallies as SQL on PostgreSQL: the oracle of the read model, and what answers while there is none. All tallies asked together
// are one statement, so that they are of one moment; those of one base are one scan with grouping sets.
import type { Reader } from "../../platform/db/reader.ts";
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import type { RowScope } from "../../platform/db/transaction.ts";
import type { Axis } from "../contract.ts";
import { type Fact, factOf } from "../facts.ts";
import type { Days } from "../period.ts";
import { baseOf, type Tallied, type Tally, type TallyRow } from "../tally.ts";
import { codeOf, conditions, days, instants, restricted, tables, values } from "./postgres-columns.ts";

type Found = { base: number; mask: number; codes: (string | null)[]; value: number | null; count: number; at: string };
type Base = { tallies: Tally[]; axes: Axis[] };

/** The moment of the data is that of the statement's transaction: whatever was committed before it is in the answer. */
export async function tallyInDatabase(
  reader: Pick<Reader, "scope" | "rows">,
  tallies: readonly Tally[],
): Promise<{ at: string; rows: Tallied }> {
  const bases = [...Map.groupBy(tallies, baseOf).values()].map(
    (some): Base => ({ tallies: some, axes: [...new Set(some.flatMap(({ by }) => by))] }),
  );
  const found = await reader.rows<Found>(tallyStatement(reader.scope, bases));
  return { at: found[0]?.at ?? "", rows: tallies.map((tally) => rowsOf(tally, bases, found)) };
}

export const tallyStatement = (scope: RowScope, bases: readonly Base[]): Sql => sql`
  SELECT t.base, t.mask, t.codes, t.value, t.count, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
  FROM (SELECT -1 AS base, 0 AS mask, ARRAY[]::text[] AS codes, NULL::int AS value, 0 AS count
    UNION ALL ${joinSql(
      bases.map((base, index) => baseSql(scope, base, index)),
      " UNION ALL ",
    )}) t`;

function baseSql(scope: RowScope, { tallies: [first], tallies, axes }: Base, index: number): Sql {
  if (!first) throw new Error("a base has a tally");
  const fact = factOf(first.fact);
  const { from } = tables[fact.table](scope);
  const columns = [
    sql`${fact.value ? values[fact.value] : sql`NULL::int`} AS v`,
    ...axes.map((axis, at) => sql`${axisSql(fact, axis)} AS ${column(at)}`),
  ];
  const sets = [...new Map(tallies.map(({ by }) => [by.join(), by])).values()];
  return sql`
    SELECT ${index}::int, ${maskSql(axes)}, ARRAY[${joinSql(axes.length > 0 ? axes.map((_axis, at) => column(at)) : [sql`NULL`])}]::text[], v, count(*)::int
    FROM (SELECT ${joinSql(columns)} FROM ${from} WHERE ${demandsOf(scope, first)}) f
    GROUP BY GROUPING SETS (${joinSql(sets.map((by) => sql`(${joinSql([sql`v`, ...by.map((axis) => column(axes.indexOf(axis)))])})`))})`;
}

/** What a row must be for a tally to count it. */
export function demandsOf(scope: RowScope, { fact: name, days: asked, restrictions }: Omit<Tally, "by">): Sql {
  const fact = factOf(name);
  const demands = [
    tables[fact.table](scope).where,
    ...(fact.day ? [within(fact.day, asked)] : []),
    ...fact.conditions.map((condition) => conditions[condition](asked.to)),
    ...(fact.value ? [sql`${values[fact.value]} IS NOT NULL`] : []),
    ...restrictions.map(({ dimension, codes }) => restricted(fact.table, dimension, codes)),
  ];
  return joinSql(demands, " AND ");
}

/** Names of our own making: d0, d1, … */
const columnNames = [
  sql`d0`,
  sql`d1`,
  sql`d2`,
  sql`d3`,
  sql`d4`,
  sql`d5`,
  sql`d6`,
  sql`d7`,
  sql`d8`,
  sql`d9`,
  sql`d10`,
  sql`d11`,
  sql`d12`,
  sql`d13`,
];
const column = (at: number): Sql => columnNames[at] as Sql;

/** Which axes a row is grouped by: the lowest bit is the first axis. */
const maskSql = (axes: readonly Axis[]): Sql =>
  axes.length === 0
    ? sql`0`
    : sql`(${joinSql(
        axes.map((_axis, at) => sql`(1 - GROUPING(${column(at)})) * ${2 ** at}::int`),
        " + ",
      )})`;

function axisSql({ table, day }: Fact, axis: Axis): Sql {
  if (axis !== "month" && axis !== "year") return codeOf(table, axis);
  if (!day) throw new Error("a stock has no day of its own");
  return axis === "month" ? sql`to_char(${days[day]}, 'YYYY-MM')` : sql`to_char(${days[day]}, 'YYYY')`;
}

function within(day: keyof typeof days, { from, to }: Days): Sql {
  const instant = instants[day];
  const begin = (text: string): Sql => sql`(${text}::date::timestamp AT TIME ZONE 'Europe/Istanbul')`;
  const last = instant ? sql`${instant} < ((${to}::date + 1)::timestamp AT TIME ZONE 'Europe/Istanbul')` : sql`${days[day]} <= ${to}::date`;
  if (from === null) return last;
  return sql`${last} AND ${instant ? sql`${instant} >= ${begin(from)}` : sql`${days[day]} >= ${from}::date`}`;
}

function rowsOf(tally: Tally, bases: readonly Base[], found: readonly Found[]): TallyRow[] {
  const base = bases.findIndex(({ tallies }) => tallies.includes(tally));
  const axes = bases[base]?.axes ?? [];
  const places = tally.by.map((axis) => axes.indexOf(axis));
  const mask = places.reduce((sum, place) => sum | (2 ** place), 0);
  return found
    .filter((row) => row.base === base && row.mask === mask && row.count > 0)
    .map(({ codes, value, count }) => ({ codes: places.map((place) => codes[place] ?? ""), value, count }));
}
