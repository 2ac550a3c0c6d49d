/**
 * The table set "Yabancıların Çalışma İzinleri" of a year (D17): what is divided by what, and the years side by side. All tables
 * count the same permits, so they are hidden together and their totals are one number.
 */

import { upperTr } from "../platform/locale/tr.ts";
import type { Axis, Cut } from "./contract.ts";
import { type Hidden, hiddenOf } from "./disclosure.ts";
import { countTableOf, type PublishedTable, publishedTable, type Shown } from "./published-table.ts";
import { dividedBy } from "./value-words.ts";

export const yearbookTitle = (year: number): string => `Yabancıların Çalışma İzinleri, ${year}`;

type Division = { rows: Axis; columns: Axis };

/** In the order of the published yearbook. */
export const divisions: readonly Division[] = [
  { rows: "month", columns: "sex" },
  { rows: "kind", columns: "sex" },
  { rows: "kind", columns: "type" },
  { rows: "province", columns: "sex" },
  { rows: "province", columns: "kind" },
  { rows: "nationality", columns: "sex" },
  { rows: "sector", columns: "sex" },
  { rows: "occupation", columns: "sex" },
  { rows: "age", columns: "sex" },
  { rows: "education", columns: "sex" },
];

export type YearLine = { year: number; records: number | null; published: number | null; source: string | null };

/** Every year from the first known to the last, also those of which nothing is known. */
export function yearLines(
  records: ReadonlyMap<number, number>,
  published: ReadonlyMap<number, { permits: number; source: string }>,
): YearLine[] {
  const years = [...records.keys(), ...published.keys()];
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const known = published.get(year);
    return { year, records: records.get(year) ?? null, published: known?.permits ?? null, source: known?.source ?? null };
  });
}

/** The system's own number where it has one, else the published one; two sources are never added. */
const seriesOf = ({ records, published }: YearLine): number | null => records ?? published;

type YearsAsked = { lines: readonly YearLine[]; until: number; threshold: number | null };

/** Table 1: the years up to the yearbook's own. A year that is too small is hidden; nothing published adds years up. */
export function yearsTable({ lines, until, threshold }: YearsAsked): PublishedTable {
  const shown = lines.filter(({ year }) => year <= until);
  const isSmall = (value: number | null) => threshold !== null && value !== null && value > 0 && value < threshold;
  const whole = (value: number | null): Shown => {
    if (value === null) return { symbol: "x" };
    return isSmall(value) ? { symbol: "c" } : { value, as: "count" };
  };
  return {
    title: "Yıllara göre verilen çalışma izinleri",
    heads: ["Yıl", "Sistem kayıtları (izin)", "Yayımlanmış toplam (izin)", "Önceki yıla göre değişim (%)"],
    lines: shown.map((line, index) => ({
      label: String(line.year),
      cells: [whole(line.records), whole(line.published), changeOf(shown[index - 1], line, isSmall)],
      isTotal: false,
    })),
    notes: [
      "Yayımlanmış toplamlar, Bakanlığın “Yabancıların Çalışma İzinleri” yıllıklarından alınmıştır; sistem kayıtlarına eklenmez.",
      "Değişim, iki yılın aynı kaynaktan gelen sayıları arasındadır; kaynağın değiştiği yılda uygulanamaz.",
    ],
  };
}

function changeOf(before: YearLine | undefined, line: YearLine, isSmall: (value: number | null) => boolean): Shown {
  const [earlier, later] = [before ? seriesOf(before) : null, seriesOf(line)];
  const isOneSource = before !== undefined && (before.records === null) === (line.records === null);
  if (earlier === null || later === null || earlier === 0 || !isOneSource) return { symbol: "z" };
  if (isSmall(earlier) || isSmall(later)) return { symbol: "c" };
  return { value: Math.round((1_000 * (later - earlier)) / earlier) / 10, as: "decimal" };
}

/** Tables of which anything is known: one whose records all lack the value says nothing. */
export const worthPrinting = ({ rows, rowCodes }: Cut): boolean =>
  rowCodes.length > 0 && !(rows === "education" && rowCodes.join() === "unknown");

/** All of them hidden together, since they share their totals; null hides nothing. */
export function yearbookTables(cuts: readonly Cut[], threshold: number | null): PublishedTable[] {
  const hidden: (Hidden | null)[] = threshold === null ? cuts.map(() => null) : hiddenOf(cuts.map(countTableOf), threshold);
  return cuts.map((cut, index) => ({ ...publishedTable(cut, hidden[index] ?? null), title: titleIn(cut) }));
}

function titleIn({ rows, columns }: Cut): string {
  const text = `${dividedBy(rows, columns)} verilen çalışma izinleri`;
  return upperTr(text.slice(0, 1)) + text.slice(1);
}
