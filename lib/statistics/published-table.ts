/**
 * A cut as it leaves the office: figures or the symbols that stand for them (D4), for a reader who has nothing but the sheet.
 */

import { lowerTr, upperTr } from "../platform/locale/tr.ts";
import type { Axis, Cut, Figure } from "./contract.ts";
import { type CountTable, type Hidden, hiddenOf } from "./disclosure.ts";
import { type MeasureForm, measureOf } from "./measures.ts";
import { axisHead, dividedBy, valueWord } from "./value-words.ts";

/** `c` hidden, `z` cannot exist, `x` not known, `low` more than nothing, but written it would be 0. */
export const symbolWords = {
  c: "Gizli: küçük sayılar kişileri ele vermesin diye ve onların hesaplanmasını önlemek için gösterilmez.",
  z: "Uygulanamaz: bu göze için ölçülecek bir şey yoktur.",
  x: "Bilinmiyor: veri yoktur.",
  low: "Sıfırdan büyüktür, yuvarlanınca 0 görünür.",
} as const;
export type TableSymbol = keyof typeof symbolWords;

export type Shown = { value: number; as: "count" | "decimal" } | { symbol: TableSymbol };
export type PublishedLine = { label: string; cells: Shown[]; isTotal: boolean };
export type PublishedTable = {
  title: string;
  /** The head of the labels, then those of the figures. */
  heads: string[];
  lines: PublishedLine[];
  /** What a reader must know about this table alone. */
  notes: string[];
};

/** How many rows each figure of a cut rests on; for counts the cut itself. */
export type Basis = Pick<Cut, "cells" | "rowTotals" | "columnTotals" | "total">;

const isTime = (axis: Axis | null): boolean => axis === "month" || axis === "year";
const numberIn = ({ value }: Figure): number => value ?? 0;

export function titleOf({ measure, rows, columns }: Pick<Cut, "measure" | "rows" | "columns">): string {
  const { label } = measureOf(measure);
  // "PTT’den hak sahibine" keeps its capitals.
  const inside = /^\p{Lu}\p{Lu}/u.test(label) ? label : lowerTr(label.slice(0, 1)) + label.slice(1);
  const text = `${dividedBy(rows, columns)} ${inside}`;
  return upperTr(text.slice(0, 1)) + text.slice(1);
}

/** Stocks of different days count the same permits again and add up to nothing. */
export const addsUp = ({ measure, rows, columns }: Pick<Cut, "measure" | "rows" | "columns">): boolean =>
  measureOf(measure).form === "count" || (measureOf(measure).form === "stock" && !isTime(rows) && !isTime(columns));

export function countTableOf(cut: Cut): CountTable {
  return {
    rowAxis: cut.rows,
    columnAxis: cut.columns,
    rowCodes: cut.rowCodes,
    columnCodes: cut.columns ? cut.columnCodes : [""],
    cells: cut.cells.map((line) => line.map(numberIn)),
  };
}

/** What of a cut is hidden for publication. */
export function hiddenInCut(cut: Cut, basis: Basis, threshold: number): Hidden {
  const { form } = measureOf(cut.measure);
  if (cut.rowCodes.length === 0) return { cells: [], rows: [], columns: [], total: false };
  if (addsUp(cut)) return hiddenOf([countTableOf(cut)], threshold)[0] as Hidden;
  return form === "stock" ? hiddenStocks(cut, threshold) : hiddenByBasis(basis, threshold);
}

/** A share or a duration gives nothing away by subtraction; it must rest on enough rows. */
function hiddenByBasis({ cells, rowTotals, columnTotals, total }: Basis, threshold: number): Hidden {
  const isNarrow = (figure: Figure) => numberIn(figure) > 0 && numberIn(figure) < threshold;
  return {
    cells: cells.map((line) => line.map(isNarrow)),
    rows: rowTotals.map(isNarrow),
    columns: columnTotals.map(isNarrow),
    total: isNarrow(total),
  };
}

/** Each day is a list of its own; the totals repeat the last day, and hide what it hides. */
function hiddenStocks(cut: Cut, threshold: number): Hidden {
  const isByRow = isTime(cut.rows);
  const lines = cut.cells.map((line) => line.map(numberIn));
  const days = isByRow ? lines : (cut.columns ? cut.columnCodes : [""]).map((_, column) => lines.map((line) => line[column] ?? 0));
  const lists = days.map((values) => hiddenList(values, threshold));
  const last = lists.at(-1);
  const across = Array.from({ length: days[0]?.length ?? 0 }, (_, place) => last?.values[place] === true);
  if (isByRow)
    return {
      cells: lists.map(({ values }) => values),
      rows: lists.map(({ total }) => total),
      columns: across,
      total: last?.total === true,
    };
  const cells = lines.map((_, row) => lists.map(({ values }) => values[row] === true));
  return { cells, rows: across, columns: lists.map(({ total }) => total), total: last?.total === true };
}

function hiddenList(values: readonly number[], threshold: number): { values: boolean[]; total: boolean } {
  const codes = values.map((_, index) => String(index));
  const table = { rowAxis: "list", columnAxis: null, rowCodes: codes, columnCodes: [""], cells: values.map((value) => [value]) };
  const [hidden] = hiddenOf([table], threshold);
  return { values: hidden?.rows ?? [], total: hidden?.total === true };
}

/** The cut as a table with its totals and, for what adds up, each line's share of the whole. */
export function publishedTable(cut: Cut, hidden: Hidden | null): PublishedTable {
  if (cut.rowCodes.length === 0) return { title: titleOf(cut), heads: [axisHead(cut.rows)], lines: [], notes: notesOf(cut) };
  const lines = cut.rowCodes.map((code, row) => ({
    label: valueWord(cut.rows, code),
    cells: lineOf(
      cut,
      { own: cut.cells[row], sum: cut.rowTotals[row], total: cut.total },
      hidden && { own: hidden.cells[row], sum: hidden.rows[row], total: hidden.total },
    ),
    isTotal: false,
  }));
  const across = cut.columns ? cut.columnTotals : [cut.total];
  const hiddenAcross = hidden && { own: cut.columns ? hidden.columns : [hidden.total], sum: hidden.total, total: hidden.total };
  const last = {
    label: totalWord(cut, cut.rows),
    cells: lineOf(cut, { own: across, sum: cut.total, total: cut.total }, hiddenAcross),
    isTotal: true,
  };
  return { title: titleOf(cut), heads: headsOf(cut), lines: [...lines, last], notes: notesOf(cut) };
}

type Line<Item> = { own: readonly Item[] | undefined; sum: Item | undefined; total: Item };

function lineOf(cut: Cut, { own = [], sum, total }: Line<Figure>, hidden: Line<boolean> | null): Shown[] {
  const { form } = measureOf(cut.measure);
  const figures = own.map((figure, column) => shownFigure(form, figure, hidden?.own?.[column] === true));
  const isSumHidden = hidden?.sum === true;
  return [
    ...figures,
    ...(cut.columns ? [shownFigure(form, sum, isSumHidden)] : []),
    ...(addsUp(cut) ? [shownShare(sum, total, isSumHidden || hidden?.total === true)] : []),
  ];
}

function headsOf(cut: Cut): string[] {
  const { columns, columnCodes } = cut;
  const figures = columns ? [...columnCodes.map((code) => valueWord(columns, code)), totalWord(cut, columns)] : [headOfFigures(cut)];
  return [axisHead(cut.rows), ...figures, ...(addsUp(cut) ? ["Pay (%)"] : [])];
}

/** What the figures over all values of an axis are. */
function totalWord({ measure }: Cut, axis: Axis): string {
  const { form } = measureOf(measure);
  if (form === "stock" && isTime(axis)) return "Dönem sonu";
  return form === "count" || form === "stock" ? "Toplam" : "Tümü";
}

const headOfFigures = ({ measure }: Cut): string => `${measureOf(measure).label} (${measureOf(measure).unit})`;

function notesOf(cut: Cut): string[] {
  const { form } = measureOf(cut.measure);
  if (cut.rowCodes.length === 0) return ["Bu süzgeçle bu gösterge için veri yoktur."];
  return [
    ...(form === "days" ? ["Süreler ortancadır: olayların yarısı bu kadar günde ya da daha kısa sürede olmuştur."] : []),
    ...(form === "stock" && isTime(cut.rows) ? ["Her satır, dönemin son günündeki durumdur; satırlar toplanmaz."] : []),
    ...(form === "stock" && isTime(cut.columns) ? ["Her sütun, dönemin son günündeki durumdur; sütunlar toplanmaz."] : []),
    ...(addsUp(cut) ? ["Paylar genel toplam içindedir; yuvarlandıkları için toplamları 100 olmayabilir."] : []),
  ];
}

function shownFigure(form: MeasureForm, figure: Figure | undefined, isHidden: boolean): Shown {
  if (isHidden) return { symbol: "c" };
  if (!figure) return { symbol: "x" };
  if (figure.value === null) return { symbol: "z" };
  return { value: figure.value, as: form === "share" ? "decimal" : "count" };
}

function shownShare(part: Figure | undefined, whole: Figure, isHidden: boolean): Shown {
  if (isHidden) return { symbol: "c" };
  if (!part || numberIn(whole) === 0) return { symbol: "z" };
  const share = Math.round((1_000 * numberIn(part)) / numberIn(whole)) / 10;
  return share === 0 && numberIn(part) > 0 ? { symbol: "low" } : { value: share, as: "decimal" };
}

/** The symbols that stand somewhere in these tables. */
export function symbolsIn(tables: readonly PublishedTable[]): TableSymbol[] {
  const found = new Set(
    tables.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.flatMap((cell) => ("symbol" in cell ? [cell.symbol] : [])))),
  );
  return (Object.keys(symbolWords) as TableSymbol[]).filter((symbol) => found.has(symbol));
}
