// What is found in one cell: how many rows have which value. Counts, shares and quantiles are all read off it, and sums of
// cells are merged spreads, so that a total is never reckoned in another way than its parts.
import type { Figure } from "./contract.ts";
import type { MeasureForm } from "./measures.ts";

/** Rows by value; a measure without a value puts all under 0. */
export type Spread = Map<number, number>;

export function addTo(spread: Spread, value: number | null, count: number): void {
  const key = value ?? 0;
  spread.set(key, (spread.get(key) ?? 0) + count);
}

export function merged(spreads: Iterable<Spread | undefined>): Spread {
  const sum: Spread = new Map();
  for (const spread of spreads) for (const [value, count] of spread ?? []) addTo(sum, value, count);
  return sum;
}

export function rowsIn(spread: Spread | undefined): number {
  let rows = 0;
  for (const count of spread?.values() ?? []) rows += count;
  return rows;
}

/** What a spread says in a measure's form. Nothing measured is no number, except for what is counted: none is 0. */
export function figureOf(form: MeasureForm, spread: Spread | undefined): Figure {
  const rows = rowsIn(spread);
  if (form === "count" || form === "stock") return { value: rows };
  if (rows === 0 || !spread) return { value: null };
  if (form === "share") return { value: Math.round((1_000 * (spread.get(1) ?? 0)) / rows) / 10 };
  const values = [...spread].toSorted(([one], [other]) => one - other);
  return { value: quantile(values, rows, 50), p90: quantile(values, rows, 90), p99: quantile(values, rows, 99) };
}

/** The smallest value that so many per cent of the rows do not exceed; reckoned in whole numbers, so that every machine agrees. */
function quantile(values: readonly (readonly [number, number])[], rows: number, percent: number): number {
  let below = 0;
  for (const [value, count] of values) {
    below += count;
    if (below * 100 >= rows * percent) return value;
  }
  return values.at(-1)?.[0] ?? 0;
}
