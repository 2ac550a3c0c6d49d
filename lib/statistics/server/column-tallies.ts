// Tallies as SQL on the read model. The scope is demanded here and nowhere else: who asks the model without one does not compile.
import type { RowScope } from "../../platform/db/transaction.ts";
import type { Axis } from "../contract.ts";
import { type ConditionName, type Fact, factOf, type Restriction } from "../facts.ts";
import type { Dimension } from "../measures.ts";
import { baseOf, type Tally, type TallyRow } from "../tally.ts";
import { codeOfNumber, lists, type Nationalities, numberOf, occupationRange, statuses } from "./column-codes.ts";
import { dayNumber, firstDay, monthOfNumber, never } from "./column-days.ts";

/** One scan: which tallies it answers, and the axes its rows are grouped by. */
export type Scan = { tallies: Tally[]; axes: Axis[]; statement: string };

/** How many values an axis has at most; axes are scanned together while their product stays small. */
const sizes: Record<Axis, number> = {
  province: 82,
  nationality: 260,
  kind: 8,
  type: 3,
  sex: 3,
  age: 8,
  sector: 22,
  occupation: 101,
  design: 4,
  size: 5,
  education: 8,
  outcome: 5,
  month: 4_000,
  year: 4_000,
};
const together = 3_000;

/** The scans that answer all tallies: those of one base share them, small axes are counted as one cube. */
export function scansFor(scope: RowScope, tallies: readonly Tally[], nationalities: Nationalities): Scan[] {
  return [...Map.groupBy(tallies, baseOf).values()].flatMap((some) =>
    cubes(some).map(({ tallies: answered, axes }) => {
      const [first] = some;
      if (!first) throw new Error("a base has a tally");
      return { tallies: answered, axes, statement: scanSql(scope, first, axes, nationalities) };
    }),
  );
}

function cubes(tallies: readonly Tally[]): { tallies: Tally[]; axes: Axis[] }[] {
  const found: { tallies: Tally[]; axes: Axis[]; size: number }[] = [];
  // The largest first, so that the small ones fill what is left.
  const sizeOf = (axes: readonly Axis[]) => axes.reduce((size, axis) => size * sizes[axis], 1);
  for (const tally of tallies.toSorted((one, other) => sizeOf(other.by) - sizeOf(one.by))) {
    const home = found.find(({ axes }) => sizeOf([...new Set([...axes, ...tally.by])]) <= Math.max(together, sizeOf(axes)));
    if (!home) found.push({ tallies: [tally], axes: [...tally.by], size: sizeOf(tally.by) });
    else {
      home.tallies.push(tally);
      home.axes = [...new Set([...home.axes, ...tally.by])];
    }
  }
  return found;
}

function scanSql(scope: RowScope, { fact: name, days, restrictions }: Tally, axes: readonly Axis[], nationalities: Nationalities): string {
  const fact = factOf(name);
  const demands = [
    scopeText(scope),
    ...(fact.table === "permit" ? [notVoid] : []),
    ...(fact.day ? [`${fact.day} BETWEEN ${days.from === null ? firstDay : dayNumber(days.from)} AND ${dayNumber(days.to)}`] : []),
    ...fact.conditions.map((condition) => conditions[condition](dayNumber(days.to))),
    ...(fact.value && fact.value !== "is_new" ? [`${fact.value} <> ${never}`] : []),
    ...restrictions.map((restriction) => restricted(restriction, nationalities)),
  ];
  const groups = [...axes.map((axis) => axisColumn(fact, axis)), ...(fact.value ? [valueColumn(fact.value)] : [])];
  const select = [...groups, "count(*)::INTEGER"].join(", ");
  const where = demands.filter((demand) => demand !== "true").join(" AND ");
  return `SELECT ${select} FROM ${fact.table}${where && ` WHERE ${where}`}${groups.length > 0 ? ` GROUP BY ${groups.join(", ")}` : ""}`;
}

/** A province's own rows, everything, or nothing: the same three as in the database. */
export function scopeText(scope: RowScope): string {
  if (scope.kind === "country") return "true";
  return scope.kind === "province" ? `province = ${Math.trunc(scope.provinceId)}` : "false";
}

const notVoid = `status <> ${statuses.indexOf("void") + 1}`;
const place = (list: readonly string[], code: string): number => list.indexOf(code) + 1;

const conditions: Record<ConditionName, (day: number) => string> = {
  first: () => `type = ${place(lists.type, "first")}`,
  extension: () => `type = ${place(lists.type, "extension")}`,
  effective: () => "effective = 1",
  in_force: (day) => `begun <= ${day} AND ended > ${day}`,
  cancelled: () => `status = ${statuses.indexOf("cancelled") + 1}`,
  approved: () => `outcome = ${place(lists.outcome, "approved")}`,
  refused: () => `outcome = ${place(lists.outcome, "refused")}`,
  with_card: () => `design <> ${place(lists.design, "none")}`,
  first_card: () => "first_card = 1",
};

const valueColumn = (value: string): string => (value === "is_new" ? `(design = ${place(lists.design, "new")})::UTINYINT` : value);

function axisColumn({ day }: Fact, axis: Axis): string {
  if (axis === "occupation") return "occupation_group";
  if (axis !== "month" && axis !== "year") return axis;
  if (!day) throw new Error("a stock has no day of its own");
  return `${day}_month`;
}

export function restricted({ dimension, codes }: Restriction, nationalities: Nationalities): string {
  if (dimension === "occupation") return `(${codes.map(occupied).join(" OR ")})`;
  return inNumbers(
    dimension,
    codes.map((code) => numberOf(dimension, code, nationalities)),
  );
}

/** The numbers are of our own lists; one that no row has is left out. */
function inNumbers(dimension: Dimension, numbers: readonly number[]): string {
  const known = numbers.filter((number) => number >= 0);
  if (known.length === 0) return "false";
  return known.length === 1 ? `${dimension} = ${known[0]}` : `${dimension} IN (${known.join(", ")})`;
}

function occupied(code: string): string {
  if (!/^\d{1,4}$/.test(code)) return "occupation = 0";
  const [first, last] = occupationRange(code);
  return first === last ? `occupation = ${first}` : `occupation BETWEEN ${first} AND ${last}`;
}

/** A scan's rows summed up for one of its tallies. */
export function rowsFor(tally: Tally, { axes }: Scan, found: readonly (readonly number[])[], nationalities: Nationalities): TallyRow[] {
  const hasValue = factOf(tally.fact).value !== null;
  const places = tally.by.map((axis) => axes.indexOf(axis));
  const sums = new Map<number, TallyRow & { count: number }>();
  for (const row of found) {
    const count = row.at(-1) ?? 0;
    if (count === 0) continue;
    const value = hasValue ? (row[axes.length] ?? 0) : null;
    const [first = 0, second = 0] = places.map((at) => row[at] ?? 0);
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
