// Adding up the five parts, and holding forecasts of earlier against what came.
import type { ForecastResult } from "./forecast-result.ts";
import type { BackTestPoint, PartCounts } from "./transition-contract.ts";
import type { TransitionPart } from "./transition-part.ts";

type Counted = { part: TransitionPart; permits: number };

export const nobody: PartCounts = { new: 0, old_ending: 0, old_open: 0, in_replacement: 0, without_card: 0, total: 0 };

export function sumParts(rows: readonly Counted[]): PartCounts {
  const counts = { ...nobody };
  for (const { part, permits } of rows) {
    counts[part] += permits;
    counts.total += permits;
  }
  return counts;
}

/** Each group's parts, in the order in which the groups are met. */
export function sumBy<Row extends Counted, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): [Key, PartCounts][] {
  return [...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, sumParts(group)]);
}

type Run = { asOf: string; result: Pick<ForecastResult, "forecast"> };
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Every earlier forecast at every month's end since, against the day's own figure; the oldest forecast first. */
export function backTestPoints(runs: readonly Run[], actual: ReadonlyMap<string, number>): BackTestPoint[] {
  return runs
    .toSorted((a, b) => a.asOf.localeCompare(b.asOf))
    .flatMap(({ asOf, result }) =>
      result.forecast.points.flatMap(({ on, expected, low, high }) => {
        const came = actual.get(on);
        if (came === undefined || monthOf(on) <= monthOf(asOf)) return [];
        return [{ asOf, on, months: monthOf(on) - monthOf(asOf), expected, low, high, actual: came }];
      }),
    );
}

/** Mean absolute error in per cent, and how much of what came lay within the interval. */
export function backTestError(points: readonly BackTestPoint[]): { error: number | null; coverage: number | null } {
  const known = points.filter(({ actual }) => actual > 0);
  if (known.length === 0) return { error: null, coverage: null };
  const misses = known.map(({ expected, actual }) => Math.abs(expected - actual) / actual);
  const held = known.filter(({ low, high, actual }) => low <= actual && actual <= high);
  const percent = (share: number) => Math.round(share * 1_000) / 10;
  return { error: percent(misses.reduce((sum, miss) => sum + miss, 0) / known.length), coverage: percent(held.length / known.length) };
}
