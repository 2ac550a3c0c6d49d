// Stretches of serial numbers, both ends within, as people write them: "A26 0118001–0118500".
import type { SerialRange } from "./ledger-rows.ts";

export const sizeOf = ({ first, last }: SerialRange): number => last - first + 1;

export const countOf = (ranges: readonly SerialRange[]): number => ranges.reduce((sum, range) => sum + sizeOf(range), 0);

export const overlaps = (a: SerialRange, b: SerialRange): boolean => a.first <= b.last && b.first <= a.last;

/** What both have, or null. */
export function intersection(a: SerialRange, b: SerialRange): SerialRange | null {
  const first = Math.max(a.first, b.first);
  const last = Math.min(a.last, b.last);
  return first <= last ? { first, last } : null;
}

/** In order, neighbours and overlaps joined. */
export function merged(ranges: readonly SerialRange[]): SerialRange[] {
  const joined: SerialRange[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    const previous = joined.at(-1);
    if (previous && first <= previous.last + 1) previous.last = Math.max(previous.last, last);
    else joined.push({ first, last });
  }
  return joined;
}

/** What `ranges` have and `others` do not. */
export function without(ranges: readonly SerialRange[], others: readonly SerialRange[]): SerialRange[] {
  const taken = merged(others);
  return merged(ranges).flatMap((range) => withoutTaken(range, taken));
}

function withoutTaken({ first, last }: SerialRange, taken: readonly SerialRange[]): SerialRange[] {
  const left: SerialRange[] = [];
  let from = first;
  for (const hole of taken) {
    if (hole.last < from) continue;
    if (hole.first > last) break;
    if (hole.first > from) left.push({ first: from, last: hole.first - 1 });
    from = hole.last + 1;
  }
  if (from <= last) left.push({ first: from, last });
  return left;
}

/** What both lists have. */
export const common = (ranges: readonly SerialRange[], others: readonly SerialRange[]): SerialRange[] =>
  without(ranges, without(ranges, others));

/** Two of the given ranges that share a serial, or null. */
export function firstOverlap(ranges: readonly SerialRange[]): SerialRange | null {
  const sorted = ranges.toSorted((a, b) => a.first - b.first);
  for (const [index, range] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && next.first <= range.last) return { first: next.first, last: Math.min(range.last, next.last) };
  }
  return null;
}

export const padded = (serial: number, digits: number): string => String(serial).padStart(digits, "0");

/** "A26 0123456", or "A26 0118001–0118500". */
export function rangeText(series: string, { first, last }: SerialRange, digits = 7): string {
  return first === last ? `${series} ${padded(first, digits)}` : `${series} ${padded(first, digits)}–${padded(last, digits)}`;
}

/** As a case or a sheet stores them: "118001-118500, 118600". */
export const storedText = (ranges: readonly SerialRange[]): string =>
  merged(ranges)
    .map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`))
    .join(", ");

export function storedRanges(text: string): SerialRange[] {
  return text
    .split(",")
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => {
      const [first = "", last = first] = piece.split("-");
      return { first: Number(first), last: Number(last) };
    });
}

const apart = /^([A-Z][A-Z0-9]{0,5})[\s-]+(\d{1,12})(?:\s*[-–—]\s*(?:[A-Z][A-Z0-9]{0,5}\s+)?(\d{1,12}))?$/;

/**
 * What somebody typed as series and serials; dots and blanks between digits are a reader's. Written together ("A260123456"),
 * the last `digits` are the serial, since a series may end in digits itself.
 */
export function parseSerials(typed: string, digits = 7): { series: string; first: number; last: number } | null {
  const text = typed
    .normalize("NFC")
    .trim()
    .toLocaleUpperCase("en-US")
    .replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, "");
  const together = new RegExp(`^([A-Z][A-Z0-9]{0,5}?)(\\d{${digits}})(?:\\s*[-–—]\\s*(?:\\1\\s*)?(\\d{1,12}))?$`).exec(text);
  const found = apart.exec(text) ?? together;
  if (!found) return null;
  const [, series = "", first = "", last = first] = found;
  const range = { series, first: Number(first), last: Number(last) };
  return range.first >= 1 && range.first <= range.last ? range : null;
}
