// A stock by month: what stood on each month's last day is the running sum of what had begun less what had ended, so that one
// scan of each gives every month.
import type { Axis } from "./contract.ts";
import type { Restriction } from "./facts.ts";
import { monthsFrom } from "./period.ts";
import type { Spread } from "./spread.ts";
import type { Rows } from "./tally.ts";

export type StockAsked = { today: string; restrictions: readonly Restriction[]; axis?: Axis | undefined };

/** Rows in force by code of the axis (or "") and month, from the first month with any to the last asked. */
export function stockByMonth(rows: Rows, { today, restrictions, axis }: StockAsked, lastMonth: string): Map<string, Map<string, Spread>> {
  const days = { from: null, to: today };
  const by = axis ? (["month", axis] as const) : (["month"] as const);
  const changes = new Map<string, Map<string, number>>();
  for (const [fact, sign] of [
    ["begun", 1],
    ["ended", -1],
  ] as const) {
    for (const {
      codes: [month = "", code = ""],
      count,
    } of rows({ fact, days, restrictions, by })) {
      const months = changes.get(code) ?? new Map<string, number>();
      months.set(month, (months.get(month) ?? 0) + sign * count);
      changes.set(code, months);
    }
  }
  return new Map([...changes].map(([code, months]) => [code, runningSums(months, lastMonth)]));
}

function runningSums(changes: ReadonlyMap<string, number>, lastMonth: string): Map<string, Spread> {
  const first = [...changes.keys()].toSorted()[0];
  const sums = new Map<string, Spread>();
  let stock = 0;
  for (const month of first === undefined ? [] : monthsFrom(first, lastMonth)) {
    stock += changes.get(month) ?? 0;
    sums.set(month, new Map([[0, stock]]));
  }
  return sums;
}
