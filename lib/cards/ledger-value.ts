// L9: what valued paper is worth is the tariff of the day of the event (Muhasebat Genel Tebliği of each year).
import type { Price } from "./ledger-rows.ts";

/** Price of one document on a legal day. Days before the first known tariff take that one; the row names its day and source. */
export function tariffOn(tariffs: readonly Price[], day: string): Price {
  const sorted = tariffs.toSorted((a, b) => a.from.localeCompare(b.from));
  const found = sorted.findLast(({ from }) => from <= day) ?? sorted[0];
  if (!found) throw new Error("there is no tariff at all");
  return found;
}

export const valueOn = (tariffs: readonly Price[], day: string, count: number): number => tariffOn(tariffs, day).price * count;
