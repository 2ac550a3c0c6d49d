// One measure by one or two axes with its totals. A total is the merged spread of its parts, except for a stock over time:
// months of a stock do not add up, so the total there is the stock at the end.
import type { Axis, Cut, CutInput, Figure } from "./contract.ts";
import { knows, type Restriction, restrictionsOf } from "./facts.ts";
import { allowsBreakdown, type MeasureForm, measureOf } from "./measures.ts";
import { type Days, lastDayOf, monthOf, monthsFrom, type Period, periodOf } from "./period.ts";
import { addTo, figureOf, merged, rowsIn, type Spread } from "./spread.ts";
import { stockByMonth } from "./stock.ts";
import type { Rows } from "./tally.ts";

export type CutAsked = { input: CutInput; today: string };

const isTime = (axis: Axis | undefined): axis is "month" | "year" => axis === "month" || axis === "year";

/** The fields of an input that the catalogue does not allow, each with a sentence. */
export function cutFaults({ measure, rows, columns }: CutInput): { path: string; message: string }[] {
  const { form, label } = measureOf(measure);
  const allowed = (axis: Axis) => (isTime(axis) ? form !== "share" : allowsBreakdown(measure, axis));
  const message = `“${label}” bu kırılımla sayılmaz.`;
  const faults = Object.entries({ rows, columns }).flatMap(([path, axis]) => (axis && !allowed(axis) ? [{ path, message }] : []));
  return rows === columns || (isTime(rows) && isTime(columns))
    ? [...faults, { path: "columns", message: "Satır ve sütun aynı kırılım olamaz." }]
    : faults;
}

type Frame = { input: CutInput; today: string; period: Period; days: Days; restrictions: Restriction[] };
/** Spreads by row code, then by column code ("" without columns). */
type Grid = Map<string, Map<string, Spread>>;

export const cutOf = (asked: CutAsked, rows: Rows): Cut => assembled(asked, rows, measureOf(asked.input.measure).form);

/** How many rows each figure of a cut rests on, in the cut's own order. */
export const basisOf = (asked: CutAsked, rows: Rows): Cut => assembled(asked, rows, "count");

function assembled({ input, today }: CutAsked, rows: Rows, told: MeasureForm): Cut {
  const { measure, columns } = input;
  const { form } = measureOf(measure);
  const period = periodOf(input, today);
  const days = form === "share" ? { from: null, to: today } : period.days;
  const frame = { input, today, period, days, restrictions: restrictionsOf(input) };
  if (!knows(measure, frame.restrictions)) {
    const nothing = { rowCodes: [], columnCodes: [], cells: [], rowTotals: [], columnTotals: [], total: { value: null } };
    return { measure, rows: input.rows, columns: columns ?? null, ...nothing };
  }
  const isStockOverTime = form === "stock" && (isTime(input.rows) || isTime(columns));
  return tabled(frame, isStockOverTime ? stockGrid(frame, rows) : countGrid(frame, rows), told);
}

function countGrid({ input, days, restrictions }: Frame, rows: Rows): Grid {
  const by = input.columns ? [input.rows, input.columns] : [input.rows];
  const grid: Grid = new Map();
  for (const {
    codes: [row = "", column = ""],
    value,
    count,
  } of rows({ fact: input.measure, days, restrictions, by })) {
    addTo(cellAt(grid, row, column), value, count);
  }
  return grid;
}

/** The stock on the last day of each month or year of the period. */
function stockGrid({ input, today, period, restrictions }: Frame, rows: Rows): Grid {
  const isByRow = isTime(input.rows);
  const time = isByRow ? input.rows : input.columns;
  const axis = isByRow ? input.columns : input.rows;
  const grid: Grid = new Map();
  // A stock on a day within the running month is asked as it stood then, not as the month will end.
  const stock = stockByMonth(rows, { today, restrictions, axis: isTime(axis) ? undefined : axis }, period.months.to);
  for (const [code, months] of stock) {
    for (const [month, spread] of months) {
      if (period.months.from !== null && month < period.months.from) continue;
      if (time === "year" && month !== period.months.to && !month.endsWith("-12")) continue;
      const at = time === "year" ? month.slice(0, 4) : month;
      const cell = isByRow ? cellAt(grid, at, code) : cellAt(grid, code, at);
      for (const [value, count] of spread) addTo(cell, value, count);
    }
  }
  return grid;
}

/** The cell's spread, which is there from the first time it is asked for. */
function cellAt(grid: Grid, row: string, column: string): Spread {
  const known = grid.get(row)?.get(column);
  if (known) return known;
  const line = grid.get(row) ?? new Map<string, Spread>();
  const cell: Spread = new Map();
  grid.set(row, line.set(column, cell));
  return cell;
}

function tabled(frame: Frame, grid: Grid, form: MeasureForm): Cut {
  const { measure, rows, columns } = frame.input;
  const rowCodes = ordered(rows, frame, new Map([...grid].map(([code, line]) => [code, rowsInAll(line.values())])));
  const columnSums = new Map<string, number>();
  for (const line of grid.values()) for (const [code, spread] of line) columnSums.set(code, (columnSums.get(code) ?? 0) + rowsIn(spread));
  const columnCodes = columns ? ordered(columns, frame, columnSums) : [];
  const inColumns = columns ? columnCodes : [""];
  const cell = (row: string, column: string) => grid.get(row)?.get(column);
  const sum = (axis: Axis | undefined, spreads: (Spread | undefined)[]) =>
    form === "stock" && isTime(axis) ? merged(spreads.slice(-1)) : merged(spreads);
  const rowSums = rowCodes.map((row) =>
    sum(
      columns,
      inColumns.map((column) => cell(row, column)),
    ),
  );
  const figure = (spread: Spread | undefined): Figure => figureOf(form, spread);
  return {
    measure,
    rows,
    columns: columns ?? null,
    rowCodes,
    columnCodes,
    cells: rowCodes.map((row) => inColumns.map((column) => figure(cell(row, column)))),
    rowTotals: rowSums.map(figure),
    columnTotals: columnCodes.map((column) =>
      figure(
        sum(
          rows,
          rowCodes.map((row) => cell(row, column)),
        ),
      ),
    ),
    total: figure(sum(rows, rowSums)),
  };
}

const rowsInAll = (spreads: Iterable<Spread>): number => [...spreads].reduce((sum, spread) => sum + rowsIn(spread), 0);

/** Every month or year from the first to the last, also those with nothing; other codes by their rows, the most first. */
function ordered(axis: Axis, { period, today }: Frame, sums: ReadonlyMap<string, number>): string[] {
  if (!isTime(axis)) return [...sums].toSorted(([one, rows], [other, more]) => more - rows || (one < other ? -1 : 1)).map(([code]) => code);
  const first = period.months.from ?? firstOf(axis, [...sums.keys()]);
  if (first === null || sums.size === 0) return [];
  const months = monthsFrom(first, monthOf(period.days.to < today ? lastDayOf(period.months.to) : today));
  return axis === "month" ? months : [...new Set(months.map((month) => month.slice(0, 4)))];
}

function firstOf(axis: "month" | "year", codes: readonly string[]): string | null {
  const [first] = codes.toSorted();
  if (first === undefined) return null;
  return axis === "month" ? first : `${first}-01`;
}
