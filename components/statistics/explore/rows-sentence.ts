import { isCounted } from "@/components/statistics/figure-text.ts";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { formatNumber, withNumberSuffix } from "@/lib/platform/locale/tr.ts";
import type { AsOf, StatisticsAnswer } from "@/lib/statistics/contract.ts";
import { measureOf } from "@/lib/statistics/measures.ts";

const shortTime = new Intl.NumberFormat("tr-TR", { maximumFractionDigits: 0 });

/** "5.012.384 kayıttan 51.884’ü · 9 ms": how much was looked at and how long it took. */
export function rowsSentence({ asOf, counters }: StatisticsAnswer, { measure }: StatisticsFilterState): string {
  const value = counters.find((counter) => counter.measure === measure)?.value ?? null;
  if (value === null || !isCounted(measureOf(measure))) return timeSentence({ asOf });
  return `${formatNumber(asOf.rows)} kayıttan ${withNumberSuffix(formatNumber(value), "possessive")} · ${timeText(asOf)}`;
}

/** "5.012.384 kayıt · 9 ms" */
export const timeSentence = ({ asOf }: { asOf: AsOf }): string => `${formatNumber(asOf.rows)} kayıt · ${timeText(asOf)}`;

const timeText = ({ ms }: AsOf): string => `${shortTime.format(Math.max(1, ms))} ms`;
