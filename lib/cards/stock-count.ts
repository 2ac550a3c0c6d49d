// L7: a blind count of one account by two people; a variance is a case, not an edit (domain.md §2).
import type { SerialRange } from "./ledger-rows.ts";
import { common, countOf, merged, without } from "./serial-ranges.ts";

type Sheet = { quantity: number; ranges: readonly SerialRange[] };

export type CountVerdict = {
  state: "matched" | "variance";
  /** By how many pieces the sheet farthest from the book differs; with serials, how many of them differ if that is more. */
  quantity: number;
  /** Serials in the book and on no sheet, or on a sheet and not in the book. */
  differing: SerialRange[];
};

/** `ranges` of a sheet may be empty where only pieces were counted; then its figure alone is compared. */
export function verdictOf(book: readonly SerialRange[], sheets: readonly Sheet[]): CountVerdict {
  const bookCount = countOf(book);
  const read = sheets.filter(({ ranges }) => ranges.length > 0);
  const seen = read.flatMap(({ ranges }) => ranges);
  const differing = read.length === 0 ? [] : merged([...without(book, seen), ...without(seen, book)]);
  const agrees = ({ quantity, ranges }: Sheet) =>
    quantity === bookCount && (ranges.length === 0 || (without(book, ranges).length === 0 && without(ranges, book).length === 0));
  const off = sheets.map(({ quantity }) => Math.abs(quantity - bookCount));
  return { state: sheets.every(agrees) ? "matched" : "variance", quantity: Math.max(0, countOf(differing), ...off), differing };
}

/** The two halves of `differing`, told apart by what the sheets say. */
export function splitDifference(
  differing: readonly SerialRange[],
  sheets: readonly Sheet[],
): { onlyInBook: SerialRange[]; onlyOnSheets: SerialRange[] } {
  const seen = sheets.flatMap(({ ranges }) => ranges);
  return { onlyInBook: without(differing, seen), onlyOnSheets: common(differing, seen) };
}
