// Ranges as people type them into a field: "0118001-0118500, 0118600", one line or many.
import type { SerialRange } from "@/lib/cards/ledger-rows.ts";
import { countOf, firstOverlap } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type TypedRanges = { ranges: SerialRange[]; count: number; complaint?: string };

const piece = /^(?:[A-Z][A-Z0-9]{0,5}\s+)?(\d{1,12})(?:\s*[-–—]\s*(?:[A-Z][A-Z0-9]{0,5}\s+)?(\d{1,12}))?$/i;

export function readRanges(typed: string): TypedRanges {
  const ranges: SerialRange[] = [];
  for (const part of typed.split(/[,;\n]/)) {
    const text = part.trim().replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, "");
    if (text === "") continue;
    const [, first, last = first] = piece.exec(text) ?? [];
    if (!first) return { ranges: [], count: 0, complaint: `“${part.trim()}” bir numara ya da aralık değil. Örnek: 0118001-0118500` };
    const range = { first: Number(first), last: Number(last) };
    if (range.first > range.last) return { ranges: [], count: 0, complaint: `“${part.trim()}”: son numara ilkinden küçük.` };
    ranges.push(range);
  }
  const twice = firstOverlap(ranges);
  if (twice) return { ranges: [], count: 0, complaint: `${twice.first} birden fazla kez yazılmış.` };
  return { ranges, count: countOf(ranges) };
}

/** "12 belge", under the field while one types. */
export const rangeHint = (typed: string): string => {
  const { count } = readRanges(typed);
  return count > 0 ? `${formatNumber(count)} belge` : "Tek tek ya da aralık olarak; virgülle ayırın.";
};
