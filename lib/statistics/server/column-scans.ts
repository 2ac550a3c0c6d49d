// Which scans of the read model answer a set of tallies. What several tallies need of one table in the same days under the same
// restrictions is counted in one pass: small axes, the conditions in which measures differ and their values become columns of
// one cube, and each tally sums up the cells it asks for.
import type { RowScope } from "../../platform/db/transaction.ts";
import type { Axis } from "../contract.ts";
import { type ConditionName, type Fact, factOf } from "../facts.ts";
import { type Days, lastDayOf, monthOf } from "../period.ts";
import type { Tally, TallyRow } from "../tally.ts";
import { valueLists } from "../value-lists.ts";
import { codeOfNumber, type Nationalities, statuses } from "./column-codes.ts";
import { columnScope, restricted } from "./column-conditions.ts";
import { dayNumber, firstDay, monthNumber, monthOfNumber, never } from "./column-days.ts";

/** One pass: the tallies it answers, the columns its rows are grouped by, and what stands behind the columns. */
export type Scan = { tallies: Tally[]; columns: string[]; rest: string };
/** Of a statement: the scan's place, the count, then a number for each column. */
type Found = readonly (readonly number[])[];
const ahead = 2;

/** How many values a column has at most, or in all likelihood. */
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
/** Days that something took, most of them, and the months most questions are about. */
const valueSize = 64;
const monthSize = 24;
const sizeOf = (columns: Iterable<string>): number =>
  [...columns].reduce((size, column) => size * (sizes[column] ?? (column.endsWith("_month") ? monthSize : valueSize)), 1);
/** Cells up to which a cube costs no more than one of its columns. */
const cubeSize = 3_000;

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
const picksOf = ({ conditions }: Fact) => conditions.flatMap((condition) => picks[condition] ?? []);
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
  const own = fact.day ? !isOfMonths(days, lastDay) : isStock(fact);
  return JSON.stringify([fact.table, fact.day, isStock(fact), own ? days : null, restrictions]);
}

const isOfMonths = ({ from, to }: Days, lastDay: string): boolean =>
  (from === null || from.endsWith("-01")) && (to === lastDay || to === lastDayOf(monthOf(to)));

export function scansFor(scope: RowScope, tallies: readonly Tally[], nationalities: Nationalities): Scan[] {
  const lastDay =
    tallies
      .map(({ days }) => days.to)
      .toSorted()
      .at(-1) ?? "";
  return [...Map.groupBy(tallies, (tally) => passOf(tally, lastDay)).values()].flatMap((some) =>
    cubes(some).map(({ tallies: answered, columns }) => scanOf(scope, answered, columns, nationalities)),
  );
}

type Cube = { tallies: Tally[]; columns: string[] };

/** The largest first, so that the small ones fill what is left. */
function cubes(tallies: readonly Tally[]): Cube[] {
  const found: Cube[] = [];
  const sorted = tallies
    .map((tally) => ({ tally, columns: columnsOf(tally) }))
    .toSorted((one, other) => sizeOf(other.columns) - sizeOf(one.columns));
  for (const { tally, columns } of sorted) {
    const joined = (cube: Cube) => [
      ...new Set([...cube.columns, ...columns, ...(isOfDays(cube, tally) ? [] : monthColumn(factOf(tally.fact)))]),
    ];
    const home = found.find((cube) => sizeOf(joined(cube)) <= Math.max(cubeSize, sizeOf(cube.columns)));
    if (home) Object.assign(home, { tallies: [...home.tallies, tally], columns: joined(home) });
    else found.push({ tallies: [tally], columns });
  }
  return found;
}

const isOfDays = ({ tallies }: Cube, { days }: Tally): boolean =>
  tallies.every((one) => one.days.from === days.from && one.days.to === days.to);

function scanOf(scope: RowScope, tallies: Tally[], all: readonly string[], nationalities: Nationalities): Scan {
  const [first] = tallies;
  if (!first) throw new Error("a cube has a tally");
  const fact = factOf(first.fact);
  // What every tally of the pass asks for need not be told apart.
  const shared = picksOf(fact).filter((pick) => tallies.every((tally) => picksOf(factOf(tally.fact)).includes(pick)));
  const asked = new Set(
    tallies.flatMap((tally) => [...tally.by.map((axis) => axisColumn(factOf(tally.fact), axis)), ...valueColumn(factOf(tally.fact))]),
  );
  const columns = all.filter((column) => asked.has(column) || !shared.some((pick) => pick.column === column));
  const days = hullOf(tallies);
  const demands = [
    columnScope(scope),
    ...(fact.table === "permit" ? [notVoid] : []),
    ...(fact.day ? [`${fact.day} BETWEEN ${days.from} AND ${days.to}`] : []),
    ...(isStock(fact) ? [`begun <= ${days.to} AND ended > ${days.to}`] : []),
    ...shared.map(({ column, numbers }) => `${column} IN (${numbers.join(", ")})`),
    ...first.restrictions.map((restriction) => restricted(restriction, nationalities)),
  ];
  const where = demands.filter((demand) => demand !== "true").join(" AND ");
  return {
    tallies,
    columns,
    rest: `FROM ${fact.table}${where && ` WHERE ${where}`}${columns.length > 0 ? ` GROUP BY ${columns.join(", ")}` : ""}`,
  };
}

/** From the first to the last day that any of them asks for, as the model's numbers. */
function hullOf(tallies: readonly Tally[]): { from: number; to: number } {
  const from = tallies.map(({ days }) => (days.from === null ? firstDay : dayNumber(days.from)));
  return { from: Math.min(...from), to: Math.max(...tallies.map(({ days }) => dayNumber(days.to))) };
}

/** All scans as one statement, which the database spreads over its threads; each row begins with its scan's place. */
export function statementFor(scans: readonly Scan[]): string {
  const width = Math.max(...scans.map(({ columns }) => columns.length));
  const selects = scans.map(({ columns, rest }, at) => {
    const cells = Array.from({ length: width }, (_none, place) => (columns[place] ? `${columns[place]}::INTEGER` : "0"));
    return `SELECT ${[at, "count(*)::INTEGER", ...cells].join(", ")} ${rest}`;
  });
  return selects.join(" UNION ALL ");
}

const notVoid = `status <> ${place(statuses, "void")}`;

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
    const value = row[at] ?? never;
    if (fact.value === "is_new") return Number(value === newDesign);
    return value === never ? undefined : value;
  };
}

/** Whether a row lies in the tally's months; where the scan does not tell them apart, all do. */
function monthTest({ days }: Tally, at: number): (row: readonly number[]) => boolean {
  if (at < 0) return () => true;
  const first = days.from === null ? Number.NEGATIVE_INFINITY : monthNumber(dayNumber(days.from));
  const last = monthNumber(dayNumber(days.to));
  return (row) => (row[at] ?? 0) >= first && (row[at] ?? 0) <= last;
}

/** A scan's rows summed up for one of its tallies. */
export function rowsFor(tally: Tally, { columns: grouped }: Scan, found: Found, nationalities: Nationalities): TallyRow[] {
  const fact = factOf(tally.fact);
  const columns = [...Array.from({ length: ahead }, () => ""), ...grouped];
  const valueOfRow = valueIn(fact, columns);
  const places = tally.by.map((axis) => columns.indexOf(axisColumn(fact, axis)));
  const isAsked = monthTest(tally, columns.indexOf(monthColumn(fact)[0] ?? "none"));
  const sums = new Map<number, TallyRow & { count: number }>();
  for (const row of found) {
    const count = row[1] ?? 0;
    const value = valueOfRow(row);
    if (count === 0 || value === undefined || !isAsked(row)) continue;
    const first = row[places[0] ?? -1] ?? 0;
    const second = row[places[1] ?? -1] ?? 0;
    // Numbers of axes lie below 2¹³, values within ±2¹⁵: one number for all three.
    const key = (first * 8_192 + second) * 65_536 + (value ?? 0) + 32_768;
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
