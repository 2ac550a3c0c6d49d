import { isCounted } from "@/components/statistics/figure-text.ts";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { formatNumber, withNumberSuffix } from "@/lib/platform/locale/tr.ts";
import type { StatisticsAnswer } from "@/lib/statistics/contract.ts";
import { measureOf } from "@/lib/statistics/measures.ts";

const shortTime = new Intl.NumberFormat("tr-TR", { maximumFractionDigits: 0 });

/** "5.012.384 kayıttan 51.884’ü · 9 ms": how much was looked at and how long it took. */
export function rowsSentence({ asOf, counters }: StatisticsAnswer, { measure }: StatisticsFilterState): string {
  const value = counters.find((counter) => counter.measure === measure)?.value ?? null;
  const time = `${shortTime.format(Math.max(1, asOf.ms))} ms`;
  if (value === null || !isCounted(measureOf(measure))) return `${formatNumber(asOf.rows)} kayıt · ${time}`;
  return `${formatNumber(asOf.rows)} kayıttan ${withNumberSuffix(formatNumber(value), "possessive")} · ${time}`;
}
