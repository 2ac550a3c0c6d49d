import { isCounted } from "@/components/statistics/figure-text.ts";
import { naturalOrder } from "@/components/statistics/value-names.ts";
import type { StatisticsAnswer } from "@/lib/statistics/contract.ts";
import { type MeasureName, measureOf } from "@/lib/statistics/measures.ts";

export type Breakdown = StatisticsAnswer["breakdowns"][number];
export type BarRow = Breakdown["rows"][number] & {
  /** Parts of the widest bar: of the selection, and of everything behind it. */
  bar: number;
  ghost: number | null;
};

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? 0), 0);

/**
 * Bars that can be compared with what stands behind them. What adds up is drawn by its share of the breakdown, so that a small
 * selection over the whole country still shows where it is more and where less; shares and medians are drawn as they are.
 */
export function barsOf(measure: MeasureName, { dimension, rows }: Breakdown, hasGhost: boolean): BarRow[] {
  const counted = isCounted(measureOf(measure));
  const whole = counted ? sum(rows.map(({ value }) => value)) || 1 : 1;
  const wholeOfAll = counted ? sum(rows.map(({ all }) => all)) || 1 : 1;
  const parts = rows.map((row) => ({
    ...row,
    bar: (row.value ?? 0) / whole,
    ghost: hasGhost && row.all !== null ? row.all / wholeOfAll : null,
  }));
  const most = Math.max(...parts.flatMap(({ bar, ghost }) => [bar, ghost ?? 0]), Number.EPSILON);
  const scaled = parts.map((row) => ({ ...row, bar: row.bar / most, ghost: row.ghost === null ? null : row.ghost / most }));
  const order = naturalOrder[dimension];
  return order ? scaled.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code)) : scaled;
}

export type ShownRows = { rows: BarRow[]; rest: { count: number; value: number | null } | null };

/** The first rows, those chosen further down, and the rest as one line; its sum only where figures add up. */
export function firstRows(measure: MeasureName, rows: readonly BarRow[], limit: number, chosen: readonly string[]): ShownRows {
  if (rows.length <= limit + 1) return { rows: [...rows], rest: null };
  const shown = rows.filter(({ code }, index) => index < limit || chosen.includes(code));
  const rest = rows.filter(({ code }, index) => index >= limit && !chosen.includes(code));
  if (rest.length === 0) return { rows: shown, rest: null };
  return { rows: shown, rest: { count: rest.length, value: isCounted(measureOf(measure)) ? sum(rest.map(({ value }) => value)) : null } };
}

export const totalOf = (rows: readonly { value: number | null; all: number | null }[]) => ({
  value: sum(rows.map(({ value }) => value)),
  all: sum(rows.map(({ all }) => all)),
});
