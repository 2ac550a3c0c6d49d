/**
 * Lines and columns in an order that the figures do not make: in the order of size, a hidden figure would be betrayed by its
 * neighbours.
 */
import { unknownCode } from "../permits/contract.ts";
import { compareTr } from "../platform/locale/tr.ts";
import type { Axis, Cut } from "./contract.ts";
import { isListed, valueLists } from "./value-lists.ts";
import { valueWord } from "./value-words.ts";

const byName: readonly Axis[] = ["province", "nationality"];

function compared(axis: Axis, a: string, b: string): number {
  if (a === unknownCode || b === unknownCode) return Number(a === unknownCode) - Number(b === unknownCode);
  const order: readonly string[] | null = isListed(axis) ? valueLists[axis] : null;
  if (order) return order.indexOf(a) - order.indexOf(b);
  if (byName.includes(axis)) return compareTr(valueWord(axis, a), valueWord(axis, b));
  return a < b ? -1 : 1;
}

const placesOf = (axis: Axis, codes: readonly string[]): number[] =>
  [...codes.keys()].toSorted((a, b) => compared(axis, codes[a] ?? "", codes[b] ?? ""));

const taken = <Item>(items: readonly Item[], places: readonly number[]): Item[] => places.map((place) => items[place] as Item);

export function inNaturalOrder(cut: Cut): Cut {
  const rows = placesOf(cut.rows, cut.rowCodes);
  const columns = cut.columns ? placesOf(cut.columns, cut.columnCodes) : null;
  return {
    ...cut,
    rowCodes: taken(cut.rowCodes, rows),
    columnCodes: columns ? taken(cut.columnCodes, columns) : cut.columnCodes,
    cells: taken(cut.cells, rows).map((line) => (columns ? taken(line, columns) : line)),
    rowTotals: taken(cut.rowTotals, rows),
    columnTotals: columns ? taken(cut.columnTotals, columns) : cut.columnTotals,
  };
}
