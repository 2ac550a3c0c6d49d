// The read model beside PostgreSQL, measure by measure over all days: counts as rows, shares and days as the sum of their
// values too, since two sets of the same size may still differ.
import { MeasureName, measureOf } from "./measures.ts";
import { rowsIn, type Spread } from "./spread.ts";
import { type Rows, wholeOf } from "./tally.ts";

export type ReconciliationLine = { name: string; number: number };

export function reconciliationLines(rows: Rows, today: string): ReconciliationLine[] {
  return MeasureName.options.flatMap((measure) => {
    const { label, form } = measureOf(measure);
    const spread = wholeOf(rows({ fact: measure, days: { from: null, to: today }, restrictions: [], by: [] }));
    const count = { name: label, number: rowsIn(spread) };
    if (form === "count" || form === "stock") return [count];
    return [
      { ...count, name: `${label} (satır)` },
      { name: `${label} (toplam)`, number: sumOf(spread) },
    ];
  });
}

const sumOf = (spread: Spread): number => [...spread].reduce((sum, [value, count]) => sum + value * count, 0);
