// The one question both back ends answer: how many rows of a fact are there in some days, under some restrictions, by some
// axes. Everything that a screen, a file or a frozen figure shows is put together from such counts.
import type { Axis } from "./contract.ts";
import type { FactName, Restriction } from "./facts.ts";
import type { Days } from "./period.ts";
import { addTo, type Spread } from "./spread.ts";

/** `days.to` is also the day on which a stock is asked for. Axes are at most two. */
export type Tally = { fact: FactName; days: Days; restrictions: readonly Restriction[]; by: readonly Axis[] };

/** Codes in the order of the axes; `value` is null where the fact has none. */
export type TallyRow = { codes: readonly string[]; value: number | null; count: number };

/** Rows per tally, in the order asked. */
export type Tallied = readonly (readonly TallyRow[])[];

/** Tallies of one base differ in nothing but their axes, so that one scan may answer them together. */
export const baseOf = ({ fact, days, restrictions }: Tally): string => JSON.stringify([fact, days.from, days.to, restrictions]);

export const keyOf = (tally: Tally): string => `${baseOf(tally)}${tally.by.join()}`;

/** All rows of a tally in one. */
export function wholeOf(rows: readonly TallyRow[]): Spread {
  const spread: Spread = new Map();
  for (const { value, count } of rows) addTo(spread, value, count);
  return spread;
}

/** Spreads by the code of one axis. */
export function byCode(rows: readonly TallyRow[], axis = 0): Map<string, Spread> {
  const spreads = new Map<string, Spread>();
  for (const { codes, value, count } of rows) {
    const code = codes[axis] ?? "";
    const spread = spreads.get(code) ?? new Map();
    addTo(spread, value, count);
    spreads.set(code, spread);
  }
  return spreads;
}

/** Looks up what was found; whoever assembles an answer asks it for every tally that the answer needs. */
export type Rows = (tally: Tally) => readonly TallyRow[];

/** The tallies that an answer needs: found by assembling it once from nothing. */
export function talliesFor(assemble: (rows: Rows) => unknown): Tally[] {
  const needed = new Map<string, Tally>();
  assemble((tally) => {
    needed.set(keyOf(tally), tally);
    return [];
  });
  return [...needed.values()];
}

export function lookUp(tallies: readonly Tally[], found: Tallied): Rows {
  const rows = new Map(tallies.map((tally, index) => [keyOf(tally), found[index] ?? []]));
  return (tally) => {
    const known = rows.get(keyOf(tally));
    if (!known) throw new Error("an answer asks for what nobody counted");
    return known;
  };
}
