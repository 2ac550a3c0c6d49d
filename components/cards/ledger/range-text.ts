// Ranges as people type or scan them into a field: "0118001-0118500, A260118600", one line or many.
import type { SerialRange } from "@/lib/cards/ledger-rows.ts";
import { countOf, firstOverlap, parseSerials, rangeText } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type TypedRanges = { ranges: SerialRange[]; count: number; complaint?: string };

/** How the numbers of the series in question are written: a scanner reads the series with them. */
export type Numbered = { code: string; digits: number };

const bare = /^(\d{1,12})(?:\s*[-–—]\s*(\d{1,12}))?$/;

export function readRanges(typed: string, series: Numbered): TypedRanges {
  const ranges: SerialRange[] = [];
  for (const part of typed.split(/[,;\n]/)) {
    if (part.trim() === "") continue;
    const read = readPiece(part.trim(), series);
    if (typeof read === "string") return { ranges: [], count: 0, complaint: read };
    ranges.push(read);
  }
  const twice = firstOverlap(ranges);
  if (twice) return { ranges: [], count: 0, complaint: `${rangeText(series.code, twice, series.digits)} birden fazla kez yazılmış.` };
  return { ranges, count: countOf(ranges) };
}

/** A range, or what is wrong with it. A number of another series is never taken for one of this series. */
function readPiece(piece: string, { code, digits }: Numbered): SerialRange | string {
  const [, first, last = first] = bare.exec(piece.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, "")) ?? [];
  if (first) {
    const range = { first: Number(first), last: Number(last) };
    return range.first > range.last ? `“${piece}”: son numara ilkinden küçük.` : range;
  }
  const parsed = parseSerials(piece, digits);
  if (!parsed) return `“${piece}” bir numara ya da aralık değil. Örnek: 0118001-0118500`;
  return parsed.series === code ? { first: parsed.first, last: parsed.last } : `“${piece}” ${code} serisinin numarası değil.`;
}

/** What is wrong with the pieces that have been ended by a comma or Enter; the one still being typed is left in peace. */
export const endedComplaint = (typed: string, series: Numbered): string | undefined =>
  readRanges(typed.slice(0, typed.search(/[,;\n][^,;\n]*$/) + 1), series).complaint;

/** "12 belge, sonuncusu A26 0118012", under the field while one types or scans. */
export function rangeHint(typed: string, series: Numbered): string {
  const { count, ranges } = readRanges(typed, series);
  const last = ranges.at(-1);
  if (!last) return "Okutun ya da tek tek, aralık olarak yazın; virgül ya da Enter ayırır.";
  return `${formatNumber(count)} belge, sonuncusu ${rangeText(series.code, last, series.digits)}`;
}
