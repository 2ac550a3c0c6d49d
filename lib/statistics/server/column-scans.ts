// Which scans of the read model answer a set of tallies. What several tallies need of one table in the same days is counted in
// one pass: small axes, the conditions and restrictions in which they differ and their values become columns of one cube, and
// each tally sums up the cells it asks for.
import type { RowScope } from "../../platform/db/transaction.ts";
import type { Axis } from "../contract.ts";
import { type ConditionName, type Fact, factOf, type Restriction } from "../facts.ts";
import type { Tally, TallyRow } from "../tally.ts";
import { isListed, valueLists } from "../value-lists.ts";
import { codeOfNumber, type Nationalities, numberOf, statuses } from "./column-codes.ts";
import { columnScope, hasNumber, restricted } from "./column-conditions.ts";
import { dayNumber, durationOf, firstDay, monthNumber, monthOfNumber, monthOrder } from "./column-days.ts";
import type { Shares } from "./column-shares.ts";
import { modelTables, type RowSet, voidNumber } from "./column-tables.ts";
import { isOfMonths, lastDayIn } from "./kept-answers.ts";

/** Tallies that one pass answers; what they are all restricted to is asked of the rows, the rest of the columns' cells. */
type Cube = { tallies: Tally[]; columns: string[]; common: readonly Restriction[] };
/** One pass over a table, with what stands behind it. */
export type Scan = Cube & { from: string; rest: string };
/** Of a statement: the scan's place, the count, then a number for each column. */
type Found = readonly (readonly number[])[];
const ahead = 2;

/** How many numbers a column has at most, or in all likelihood: every other one is a month or a duration. */
const sizes: Record<string, number> = {
  province: 82,
  nationality: 260,
  kind: 8,
  type: 3,
  sex: 3,
  age: 8,
  sector: 22,
  occupation_group: 101,
  design: 4,
  size: 5,
  education: 8,
  outcome: 5,
  status: 5,
  first_card: 2,
  effective: 2,
};
const monthSize = 400;
const durationSize = 130;
const sizeOf = (column: string): number => sizes[column] ?? (column.endsWith("_month") ? monthSize : durationSize);
/** Of the array in which DuckDB counts; one more value a column stands for none. */
const bitsOf = (columns: readonly string[]): number => columns.reduce((bits, column) => bits + Math.ceil(Math.log2(sizeOf(column) + 1)), 0);
/** Up to so many, making the array costs nothing beside a pass over the rows: at 17 it is a third of one, at 19 two. */
const cubeBits = 14;

const place = (list: readonly string[], code: string): number => list.indexOf(code) + 1;

/** Conditions that are a column's having some value; the others are asked of every row. */
const picks: Partial<Record<ConditionName, { column: string; numbers: readonly number[] }>> = {
  first: { column: "type", numbers: [place(valueLists.type, "first")] },
  extension: { column: "type", numbers: [place(valueLists.type, "extension")] },
  effective: { column: "effective", numbers: [1] },
  cancelled: { column: "status", numbers: [place(statuses, "cancelled")] },
  approved: { column: "outcome", numbers: [place(valueLists.outcome, "approved")] },
  refused: { column: "outcome", numbers: [place(valueLists.outcome, "refused")] },
  with_card: { column: "design", numbers: [place(valueLists.design, "new"), place(valueLists.design, "old")] },
  first_card: { column: "first_card", numbers: [1] },
};
export const picksOf = ({ conditions }: Fact) => conditions.flatMap((condition) => picks[condition] ?? []);
const isStock = ({ conditions }: Fact): boolean => conditions.includes("in_force");

/** The column a value is read from; `is_new` is one of the designs. */
const valueColumn = ({ value }: Fact): string[] => (value ? [value === "is_new" ? "design" : value] : []);

function axisColumn({ day }: Fact, axis: Axis): string {
  if (axis === "occupation") return "occupation_group";
  if (axis !== "month" && axis !== "year") return axis;
  if (!day) throw new Error("a stock has no day of its own");
  return `${day}_month`;
}

function columnsOf({ fact: name, by }: Tally): string[] {
  const fact = factOf(name);
  return [...new Set([...by.map((axis) => axisColumn(fact, axis)), ...picksOf(fact).map(({ column }) => column), ...valueColumn(fact)])];
}

/** The column that tells apart the days of a fact's tallies; none where they are asked on one day, or whenever. */
const monthColumn = ({ day }: Fact): string[] => (day ? [`${day}_month`] : []);

/** Tallies that the same rows answer: those of whole months up to the last day that any of them asks for tell their months apart. */
function passOf({ fact: name, days, restrictions }: Tally, lastDay: string): string {
  const fact = factOf(name);
  const own = fact.day && !isOfMonths(days, lastDay) ? days : null;
  return JSON.stringify([fact.table, fact.day, isStock(fact) ? days.to : own, restrictions.length > 0]);
}

export type Known = { nationalities: Nationalities; shares: Shares };

export function scansFor(scope: RowScope, tallies: readonly Tally[], known: Known): Scan[] {
  const lastDay = lastDayIn(tallies);
  return [...Map.groupBy(tallies, (tally) => passOf(tally, lastDay)).values()].flatMap((some) =>
    cubes(some).map((cube) => scanOf(scope, cube, known)),
  );
}

/** The largest first, so that the small ones fill what is left. */
function cubes(tallies: readonly Tally[]): Cube[] {
  const found: Cube[] = [];
  const sorted = tallies.toSorted((one, other) => bitsOf(columnsOf(other)) - bitsOf(columnsOf(one)));
  for (const tally of sorted) {
    for (const [at, cube] of found.entries()) {
      const joined = joinedWith(cube, tally);
      if (!joined || bitsOf(joined.columns) > Math.max(cubeBits, bitsOf(cube.columns))) continue;
      found[at] = joined;
      break;
    }
    if (!found.some((cube) => cube.tallies.includes(tally))) {
      found.push({ tallies: [tally], columns: columnsOf(tally), common: tally.restrictions });
    }
  }
  return found;
}

const isSame = (one: Restriction, other: Restriction): boolean =>
  one.dimension === other.dimension && one.codes.join() === other.codes.join();

/** Null where the two are restricted differently in something that does not fit into a cube. */
function joinedWith(cube: Cube, tally: Tally): Cube | null {
  const common = cube.common.filter((one) => tally.restrictions.some((other) => isSame(one, other)));
  const apart = [...cube.common, ...tally.restrictions].filter(
    (one) => !common.includes(one) && !common.some((other) => isSame(one, other)),
  );
  if (!apart.every(({ dimension }) => isListed(dimension))) return null;
  const months = isOfDays(cube, tally) ? [] : monthColumn(factOf(tally.fact));
  const columns = [...new Set([...cube.columns, ...columnsOf(tally), ...apart.map(({ dimension }) => dimension), ...months])];
  return { tallies: [...cube.tallies, tally], columns, common };
}

const isOfDays = ({ tallies }: Cube, { days }: Tally): boolean =>
  tallies.every((one) => one.days.from === days.from && one.days.to === days.to);

function scanOf(scope: RowScope, { tallies, columns: all, common }: Cube, known: Known): Scan {
  const { nationalities } = known;
  const [first] = tallies;
  if (!first) throw new Error("a cube has a tally");
  const fact = factOf(first.fact);
  // What every tally of the pass asks for need not be told apart.
  const shared = picksOf(fact).filter((pick) => tallies.every((tally) => picksOf(factOf(tally.fact)).includes(pick)));
  const columns = all.filter((column) => isAsked(tallies, common, column) || !shared.some((pick) => pick.column === column));
  const days = hullOf(tallies);
  const where = demandsOf(scope, fact, days, [
    ...shared.map(({ column, numbers }) => hasNumber(column, numbers)),
    ...common.map((restriction) => restricted(restriction, nationalities)),
  ]);
  const grouped = columns.length > 0 ? ` GROUP BY ${columns.join(", ")}` : "";
  return {
    tallies,
    columns,
    common,
    from: arrangementFor(scope, fact, { days, common }, known),
    rest: `${where && ` WHERE ${where}`}${grouped}`,
  };
}

/** What a row must be to be looked at for a fact at all, and what else is demanded. */
export function demandsOf(scope: RowScope, fact: Fact, days: { from: number; to: number }, besides: readonly string[]): string {
  const demands = [
    columnScope(scope),
    ...(fact.table === "permit" ? [notVoid] : []),
    ...(fact.day ? [`${fact.day} BETWEEN ${days.from} AND ${days.to}`] : []),
    ...(isStock(fact) ? [`begun <= ${days.to} AND ended > ${days.to}`] : []),
    ...besides,
  ];
  return demands.filter((demand) => demand !== "true").join(" AND ");
}

/** As if everything had been recorded in so many days; a question about a few of them reads a part of the table. */
const wholeDays = 5_000;

/** In which order of its rows a table answers best: by day, or by what the rows are restricted to. */
function arrangementFor(scope: RowScope, { table, day, conditions }: Fact, asked: Asked, { nationalities, shares }: Known): string {
  if (conditions.includes("in_force")) return table;
  const { from, to } = asked.days;
  let least = day ? Math.min(1, (to - from) / wholeDays) : 1;
  let best: string = table;
  const own: Restriction[] = scope.kind === "province" ? [{ dimension: "province", codes: [String(scope.provinceId)] }] : [];
  for (const { name, lead } of modelTables[table].arrangements) {
    const leading = [...own, ...asked.common].find(({ dimension }) => dimension === lead);
    const part = leading ? shares.of(table, leading, nationalities) : 1;
    if (part < least) [least, best] = [part, name];
  }
  return best;
}

type Asked = { days: { from: number; to: number }; common: readonly Restriction[] };

/** Whether a column is an axis, a value or a restriction of some tally's own. */
const isAsked = (tallies: readonly Tally[], common: readonly Restriction[], column: string): boolean =>
  tallies.some(({ fact: name, by, restrictions }) => {
    const fact = factOf(name);
    const own = restrictions.filter((one) => !common.some((other) => isSame(one, other)));
    return [...by.map((axis) => axisColumn(fact, axis)), ...valueColumn(fact), ...own.map(({ dimension }) => dimension)].includes(column);
  });

/** From the first to the last day that any of them asks for, as the model's numbers. */
export function hullOf(tallies: readonly Pick<Tally, "days">[]): { from: number; to: number } {
  const from = tallies.map(({ days }) => (days.from === null ? firstDay : dayNumber(days.from)));
  return { from: Math.min(...from), to: Math.max(...tallies.map(({ days }) => dayNumber(days.to))) };
}

/**
 * All scans as one statement, which the database spreads over its threads; each row begins with its scan's place. They may be
 * of another table with the same columns.
 */
export function statementFor(scans: readonly Scan[], from?: RowSet): string {
  const width = Math.max(...scans.map(({ columns }) => columns.length));
  const selects = scans.map(({ columns, from: arrangement, rest }, at) => {
    const cells = Array.from({ length: width }, (_none, place) => (columns[place] ? `${columns[place]}::INTEGER` : "0"));
    return `SELECT ${[at, "count(*)::INTEGER", ...cells].join(", ")} FROM ${from ?? arrangement}${rest}`;
  });
  return selects.join(" UNION ALL ");
}

const notVoid = `status <> ${voidNumber}`;

/** What a row counts as for a fact: null where it does not count. */
function valueIn(fact: Fact, columns: readonly string[]): (row: readonly number[]) => number | null | undefined {
  const tests = picksOf(fact).flatMap(({ column, numbers }) => {
    const at = columns.indexOf(column);
    return at < 0 ? [] : [{ at, numbers }];
  });
  const at = columns.indexOf(valueColumn(fact)[0] ?? "none");
  const newDesign = place(valueLists.design, "new");
  return (row) => {
    if (tests.some((one) => !one.numbers.includes(row[one.at] ?? 0))) return undefined;
    if (fact.value === null) return null;
    const value = row[at] ?? 0;
    return fact.value === "is_new" ? Number(value === newDesign) : (durationOf(value) ?? undefined);
  };
}

/** Whether a row has what the tally alone, and not the whole scan, is restricted to. */
function ownTest({ restrictions }: Tally, { common }: Scan, columns: readonly string[], nationalities: Nationalities) {
  const tests = restrictions
    .filter((one) => !common.some((other) => isSame(one, other)))
    .map(({ dimension, codes }) => ({
      at: columns.indexOf(dimension),
      numbers: codes.map((code) => numberOf(dimension, code, nationalities)),
    }));
  return (row: readonly number[]) => tests.every(({ at, numbers }) => numbers.includes(row[at] ?? 0));
}

/** Whether a row lies in the tally's months; where the scan does not tell them apart, all do. */
function monthTest({ days }: Tally, at: number): (row: readonly number[]) => boolean {
  if (at < 0) return () => true;
  const orderOf = (day: string) => monthOrder(monthNumber(dayNumber(day)));
  const first = days.from === null ? Number.NEGATIVE_INFINITY : orderOf(days.from);
  const last = orderOf(days.to);
  return (row) => {
    const month = monthOrder(row[at] ?? 0);
    return month >= first && month <= last;
  };
}

/** A scan's rows summed up for one of its tallies. */
export function rowsFor(tally: Tally, scan: Scan, found: Found, nationalities: Nationalities): TallyRow[] {
  const fact = factOf(tally.fact);
  const columns = [...Array.from({ length: ahead }, () => ""), ...scan.columns];
  const valueOfRow = valueIn(fact, columns);
  const places = tally.by.map((axis) => columns.indexOf(axisColumn(fact, axis)));
  const isInMonths = monthTest(tally, columns.indexOf(monthColumn(fact)[0] ?? "none"));
  const isOwn = ownTest(tally, scan, columns, nationalities);
  const sums = new Map<number, TallyRow & { count: number }>();
  for (const row of found) {
    const count = row[1] ?? 0;
    const value = valueOfRow(row);
    if (count === 0 || value === undefined || !isInMonths(row) || !isOwn(row)) continue;
    const first = row[places[0] ?? -1] ?? 0;
    const second = row[places[1] ?? -1] ?? 0;
    // Numbers of axes lie below 2¹⁶, values within ±2¹⁵: one number for all three.
    const key = (first * 65_536 + second) * 65_536 + (value ?? 0) + 32_768;
    const known = sums.get(key);
    if (known) known.count += count;
    else sums.set(key, { codes: tally.by.map((axis, at) => codeOn(axis, at === 0 ? first : second, nationalities)), value, count });
  }
  return [...sums.values()];
}

function codeOn(axis: Axis, number: number, nationalities: Nationalities): string {
  if (axis === "month") return monthOfNumber(number);
  return axis === "year" ? monthOfNumber(number).slice(0, 4) : codeOfNumber(axis, number, nationalities);
}
