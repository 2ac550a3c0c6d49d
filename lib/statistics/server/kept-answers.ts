// What the read model has counted already, kept until its table changes. Without a filter every month is counted once: whatever
// whole months are then asked for are a sum of them, so that the figures beside a selection cost a click nothing.
import { type FactTable, factOf } from "../facts.ts";
import { type Days, lastDayOf, monthOf } from "../period.ts";
import { keyOf, type Tally, type TallyRow } from "../tally.ts";

/** Together at most so many rows; those of a filter make room for the others. */
const mostKept = 400_000;

type Kept = { tally: Tally; rows: readonly TallyRow[] };

export class KeptAnswers {
  /** By table, so that a permit's change does not make the letters be counted again; then by place and tally. */
  readonly #answers = new Map<FactTable, Map<string, Kept>>();
  #count = 0;

  find(place: string, tally: Tally): readonly TallyRow[] | undefined {
    return this.#answers.get(factOf(tally.fact).table)?.get(`${place}${keyOf(tally)}`)?.rows;
  }

  keep(place: string, tally: Tally, rows: readonly TallyRow[]): void {
    const { table } = factOf(tally.fact);
    if (this.#count + rows.length > mostKept) this.#drop(({ restrictions }) => restrictions.length > 0);
    if (this.#count + rows.length > mostKept) this.#drop(() => true);
    const answers = this.#answers.get(table) ?? new Map<string, Kept>();
    this.#answers.set(table, answers.set(`${place}${keyOf(tally)}`, { tally, rows }));
    this.#count += rows.length + 1;
  }

  /** Those that every click of the same day asks for again. */
  withoutFilter(place: string, table: FactTable): Tally[] {
    const kept = [...(this.#answers.get(table) ?? [])].flatMap(([key, { tally }]) =>
      tally.restrictions.length === 0 && key === `${place}${keyOf(tally)}` ? [tally] : [],
    );
    const lastDay = lastDayIn(kept);
    return kept.filter(({ days }) => days.to === lastDay);
  }

  forget(table: FactTable): void {
    this.#drop(({ fact }) => factOf(fact).table === table);
  }

  #drop(isIt: (tally: Tally) => boolean): void {
    for (const answers of this.#answers.values()) {
      for (const [key, { tally, rows }] of answers) {
        if (!isIt(tally)) continue;
        answers.delete(key);
        this.#count -= rows.length + 1;
      }
    }
  }
}

/** The last day that any of them asks for. */
export const lastDayIn = (tallies: readonly Tally[]): string =>
  tallies
    .map(({ days }) => days.to)
    .toSorted()
    .at(-1) ?? "";

/** What was counted, less the rows that are gone and with those that have come. */
export function amended(counted: readonly TallyRow[], gone: readonly TallyRow[], come: readonly TallyRow[]): TallyRow[] {
  const rows = [...counted, ...gone.map((row) => ({ ...row, count: -row.count })), ...come];
  return summed(rows, rows[0]?.codes.length ?? 0).filter(({ count }) => count !== 0);
}

export const isOfMonths = ({ from, to }: Days, lastDay: string): boolean =>
  (from === null || from.endsWith("-01")) && (to === lastDay || to === lastDayOf(monthOf(to)));

/** The tally of every month that one without a filter is a sum of; itself where there is none. */
export function monthlyOf(tally: Tally, lastDay: string): Tally {
  const { fact, days, restrictions, by } = tally;
  const { day, value } = factOf(fact);
  const isNarrow = by.length === 0 || (by.length === 1 && by[0] !== "month" && by[0] !== "year" && value === null);
  if (!day || restrictions.length > 0 || !isNarrow || !isOfMonths(days, lastDay)) return tally;
  return { fact, days: { from: null, to: lastDay }, restrictions, by: [...by, "month"] };
}

/** The months of a tally, out of every month. */
export function summedUp({ days, by }: Tally, monthly: readonly TallyRow[]): TallyRow[] {
  const [first, last] = [days.from === null ? "" : monthOf(days.from), monthOf(days.to)];
  const isWithin = ({ codes }: TallyRow) => (codes[by.length] ?? "") >= first && (codes[by.length] ?? "") <= last;
  return summed(monthly.filter(isWithin), by.length);
}

/** By their first codes alone. */
function summed(rows: readonly TallyRow[], width: number): TallyRow[] {
  const sums = new Map<string, TallyRow & { count: number }>();
  for (const { codes, value, count } of rows) {
    const own = width === 1 ? (codes[0] ?? "") : codes.slice(0, width).join();
    const key = value === null ? own : `${own}|${value}`;
    const known = sums.get(key);
    if (known) known.count += count;
    else sums.set(key, { codes: codes.slice(0, width), value, count });
  }
  return [...sums.values()];
}
