/**
 * What a publication hides so that no small count can be read or reckoned back (D5, D6; decision 031). Counts from 1 to
 * below the threshold are hidden first; then others with them, until every hidden figure may lie anywhere in a range at
 * least as wide as the threshold for somebody who knows all published figures of all tables given together.
 */
import {
  cellEdge,
  columnEdge,
  findExchange,
  findProtection,
  type Grid,
  hide,
  type Margin,
  marginOf,
  type Protection,
  rowEdge,
} from "./disclosure-flow.ts";

/** Counts by one or two axes. Tables that name the same axis count the same rows by it. */
export type CountTable = {
  rowAxis: string;
  columnAxis: string | null;
  rowCodes: readonly string[];
  columnCodes: readonly string[];
  /** One line a row code; a single figure without columns. */
  cells: readonly (readonly number[])[];
};

/** What of a table is hidden, in its own order. Without columns the row totals are the figures themselves. */
export type Hidden = { cells: boolean[][]; rows: boolean[]; columns: boolean[]; total: boolean };

/** Tables published together; all count the same rows, so their totals are one. */
export function hiddenOf(tables: readonly CountTable[], threshold: number): Hidden[] {
  const work = prepare(tables, threshold);
  const total = work.total;
  const isOpen = total === 0 || (total >= threshold && isProtected(work));
  return tables.map((table) => (isOpen ? shown(work, table) : everything(table)));
}

type Work = { threshold: number; total: number; margins: Map<string, Margin>; grids: Map<CountTable, Grid>; queue: [Grid, number][] };

function prepare(tables: readonly CountTable[], threshold: number): Work {
  const margins = new Map<string, Margin>();
  for (const axis of new Set(tables.flatMap(({ rowAxis, columnAxis }) => (columnAxis ? [rowAxis, columnAxis] : [rowAxis])))) {
    margins.set(axis, marginFrom(tables, axis));
  }
  const total = sum(margins.values().next().value?.values ?? []);
  for (const margin of margins.values())
    if (sum(margin.values) !== total) throw new Error("tables of one publication count different rows");
  const twoWay = tables.filter(({ columnAxis }) => columnAxis !== null);
  const grids = new Map(twoWay.map((table) => [table, gridOf(table, margins)]));
  return { threshold, total, margins, grids, queue: [] };
}

function marginFrom(tables: readonly CountTable[], axis: string): Margin {
  const own = tables.filter((table) => table.rowAxis === axis || table.columnAxis === axis);
  const sums = own.map((table) => totalsBy(table, axis));
  const codes = [...new Set(sums.flatMap((one) => [...one.keys()]))];
  const values = codes.map((code) => sums[0]?.get(code) ?? 0);
  const agree = sums.every((one) => codes.every((code, index) => (one.get(code) ?? 0) === values[index]));
  if (!agree) throw new Error(`tables of one publication differ in their totals by ${axis}`);
  const isShared = own.filter(({ columnAxis }) => columnAxis !== null).length > 1;
  return { axis, codes, values, hidden: new Uint8Array(codes.length), isShared, pivot: null };
}

function totalsBy(table: CountTable, axis: string): Map<string, number> {
  if (table.rowAxis === axis) return new Map(table.rowCodes.map((code, row) => [code, sum(table.cells[row] ?? [])]));
  return new Map(table.columnCodes.map((code, column) => [code, sum(table.cells.map((line) => line[column] ?? 0))]));
}

function gridOf(table: CountTable, margins: ReadonlyMap<string, Margin>): Grid {
  const rowMargin = margins.get(table.rowAxis);
  const columnMargin = margins.get(table.columnAxis ?? "");
  if (!rowMargin || !columnMargin || rowMargin === columnMargin) throw new Error("a table needs two axes");
  const rowAt = placesOf(table.rowCodes);
  const columnAt = placesOf(table.columnCodes);
  const cells = rowMargin.codes.flatMap((row) =>
    columnMargin.codes.map((column) => table.cells[rowAt.get(row) ?? -1]?.[columnAt.get(column) ?? -1] ?? 0),
  );
  const values = Float64Array.from([...cells, ...rowMargin.values, ...columnMargin.values]);
  const [rows, columns] = [rowMargin.codes.length, columnMargin.codes.length];
  return { rowMargin, columnMargin, rows, columns, values, hidden: new Uint8Array(cells.length) };
}

const placesOf = (codes: readonly string[]) => new Map(codes.map((code, index) => [code, index]));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** False where the publication is too small to hide its small figures behind others. */
function isProtected(work: Work): boolean {
  const { margins, grids, threshold, queue } = work;
  const isSmall = (value: number) => value > 0 && value < threshold;
  const inGrids = new Set([...grids.values()].flatMap(({ rowMargin, columnMargin }) => [rowMargin, columnMargin]));
  for (const grid of grids.values()) {
    for (const edge of grid.hidden.keys()) if (isSmall(grid.values[edge] ?? 0)) conceal(work, grid, edge);
  }
  for (const margin of margins.values()) {
    const small = [...margin.values.keys()].filter((index) => isSmall(margin.values[index] ?? 0));
    if (!inGrids.has(margin)) hideAlone(margin, small, threshold);
    else if (margin.isShared) {
      if (!ascending(margin, small).every((index) => exchangeInAll(work, margin, index))) return false;
    } else for (const index of small) concealTotal(work, margin, index);
  }
  const safe = new Map([...grids.values()].map((grid) => [grid, new Set<number>()]));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [grid, edge] = next;
    if (!safe.get(grid)?.has(edge) && !secure(work, grid, edge, safe.get(grid) ?? new Set())) return false;
  }
  return true;
}

function conceal(work: Work, grid: Grid, edge: number): void {
  hide(grid, edge);
  if (!marginOf(grid, edge)?.margin.isShared) work.queue.push([grid, edge]);
}

function concealTotal(work: Work, margin: Margin, index: number): void {
  for (const grid of work.grids.values()) {
    if (grid.rowMargin === margin) conceal(work, grid, rowEdge(grid, index));
    if (grid.columnMargin === margin) conceal(work, grid, columnEdge(grid, index));
  }
}

function secure(work: Work, grid: Grid, edge: number, safe: Set<number>): boolean {
  const { threshold } = work;
  for (let found = findProtection(grid, edge, threshold); ; found = findProtection(grid, edge, threshold)) {
    if (found) {
      take(work, grid, found);
      for (const ranging of found.ranging) safe.add(ranging);
      return true;
    }
    if (!widen(work, grid, edge)) return false;
  }
}

function take(work: Work, grid: Grid, { opened }: Protection): void {
  for (const edge of opened) conceal(work, grid, edge);
}

/** Hides the smaller total of a cell's row and column that tables share, since with it published the cell stays too narrow. */
function widen(work: Work, grid: Grid, edge: number): boolean {
  if (marginOf(grid, edge)) return false;
  const totals = [
    { margin: grid.rowMargin, index: Math.floor(edge / grid.columns) },
    { margin: grid.columnMargin, index: edge % grid.columns },
  ].filter(({ margin, index }) => margin.isShared && margin.hidden[index] === 0);
  totals.sort((a, b) => (a.margin.values[a.index] ?? 0) - (b.margin.values[b.index] ?? 0));
  return totals.some(({ margin, index }) => exchangeInAll(work, margin, index));
}

/** Hides a shared total and makes sure that every table that holds it can raise it against the pivot. */
function exchangeInAll(work: Work, margin: Margin, index: number): boolean {
  const { grids, threshold } = work;
  margin.pivot ??= pivotOf(margin, index, threshold);
  if (margin.pivot === null || margin.pivot === index) return false;
  margin.hidden[margin.pivot] = 1;
  margin.hidden[index] = 1;
  for (const grid of grids.values()) {
    if (grid.rowMargin !== margin && grid.columnMargin !== margin) continue;
    const found = findExchange(grid, grid.rowMargin === margin ? rowEdge(grid, index) : columnEdge(grid, index), threshold);
    if (!found) return false;
    take(work, grid, found);
  }
  return true;
}

/** Small enough to be missed little, large enough that single cells of it can give way. */
function pivotOf(margin: Margin, except: number, threshold: number): number | null {
  const others = ascending(margin, [...margin.values.keys()]).filter((index) => index !== except);
  const ample = others.find((index) => (margin.values[index] ?? 0) >= 4 * threshold);
  const last = others.at(-1);
  if (ample !== undefined) return ample;
  return last !== undefined && (margin.values[last] ?? 0) >= threshold ? last : null;
}

const ascending = (margin: Margin, indexes: readonly number[]): number[] =>
  [...indexes].sort((a, b) => (margin.values[a] ?? 0) - (margin.values[b] ?? 0) || a - b);

/** A list with its sum: of what is hidden only the sum is known, so it must be two figures and a threshold together. */
function hideAlone(margin: Margin, small: readonly number[], threshold: number): void {
  const left = ascending(margin, [...margin.values.keys()]).filter((index) => (margin.values[index] ?? 0) > 0 && !small.includes(index));
  const hidden = [...small];
  const isNarrow = () => hidden.length === 1 || sum(hidden.map((index) => margin.values[index] ?? 0)) < threshold;
  while (hidden.length > 0 && isNarrow() && left.length > 0) hidden.push(left.shift() as number);
  for (const index of hidden) margin.hidden[index] = 1;
}

function shown({ margins, grids }: Work, table: CountTable): Hidden {
  const grid = grids.get(table);
  const rowMargin = margins.get(table.rowAxis) as Margin;
  const rowAt = placesOf(rowMargin.codes);
  const rows = table.rowCodes.map((code) => rowMargin.hidden[rowAt.get(code) ?? -1] === 1);
  if (!grid) return { cells: rows.map((isHidden) => [isHidden]), rows, columns: [false], total: false };
  const columnAt = placesOf(grid.columnMargin.codes);
  const columns = table.columnCodes.map((code) => grid.columnMargin.hidden[columnAt.get(code) ?? -1] === 1);
  const cells = table.rowCodes.map((row) =>
    table.columnCodes.map((column) => grid.hidden[cellEdge(grid, rowAt.get(row) ?? -1, columnAt.get(column) ?? -1)] === 1),
  );
  return { cells, rows, columns, total: false };
}

/** Too small to be published: noughts stay, every other figure goes, the total too. */
const everything = (table: CountTable): Hidden => ({
  cells: table.cells.map((line) => line.map((value) => value > 0)),
  rows: table.cells.map((line) => sum(line) > 0),
  columns: (table.columnAxis ? table.columnCodes : [""]).map((_, column) => sum(table.cells.map((line) => line[column] ?? 0)) > 0),
  total: true,
});
