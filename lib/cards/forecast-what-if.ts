// What an early replacement would change (B18): so many old cards a month from a month on, those that would last longest
// first, until 95 per cent of the old cards are gone. The expectation only; each card replaced costs one blank at the tariff.
import { expectedAt, type Milestone, milestones, remainderAt } from "./forecast.ts";
import { type Drain, dayOf } from "./forecast-inputs.ts";

export type Tariff = { effectiveFrom: string; price: number };
export type Replacement = { perMonth: number; fromMonth: string };
export type WhatIf = {
  points: { on: string; left: number }[];
  days: { milestone: Milestone; on: string }[];
  months: number;
  cards: number;
  /** In kuruş, at the tariff of the day on which each card is made. */
  cost: number;
};

/** The price of one document on a day; of days to come the last one known (L9). */
export function priceOn(tariffs: readonly Tariff[], day: string): number {
  const known = tariffs.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  return (known.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? known[0])?.price ?? 0;
}

const isMonthEnd = (day: string, next: string): boolean => day.slice(0, 7) !== next.slice(0, 7);

type Stock = { ends: number[]; from: number; remains: number };

/** Takes `wanted` cards from the far end of those that end on day `from` or later; returns them as they stood at the forecast. */
function takeLongest({ ends, from, remains }: Stock, wanted: number): number {
  let open = wanted / remains;
  for (let day = ends.length - 1; day >= from && open > 1e-9; day -= 1) {
    const taken = Math.min(ends[day] ?? 0, open);
    ends[day] = (ends[day] ?? 0) - taken;
    open -= taken;
  }
  return wanted / remains - open;
}

export function replaceEarly(drain: Drain, { perMonth, fromMonth }: Replacement, tariffs: readonly Tariff[]): WhatIf {
  const ends = [...drain.ends];
  const goal = remainderAt(drain.baseline, 95);
  const result: WhatIf = { points: [], days: [], months: 0, cards: 0, cost: 0 };
  /** Taken already, of those whose printed day has not come. */
  let gone = 0;
  for (let offset = 0; offset < drain.alive.length; offset += 1) {
    if (offset > 0) gone -= (drain.ends[offset - 1] ?? 0) - (ends[offset - 1] ?? 0);
    const on = dayOf(drain, offset);
    const isEnd = isMonthEnd(on, dayOf(drain, offset + 1));
    const remains = Math.exp(-drain.hazard.daily * offset);
    let left = expectedAt(drain, offset) - gone * remains;
    if (perMonth > 0 && isEnd && on.slice(0, 7) >= fromMonth.slice(0, 7) && left >= goal + 0.5) {
      const taken = takeLongest({ ends, from: offset, remains }, Math.min(perMonth, left - goal));
      const cards = Math.ceil(taken * remains);
      gone += taken;
      left -= taken * remains;
      result.months += 1;
      result.cards += cards;
      result.cost += cards * priceOn(tariffs, on);
    }
    if (isEnd || offset === 0 || offset === drain.alive.length - 1) result.points.push({ on, left: Math.max(0, Math.round(left)) });
    result.days.push(...reached(drain, result, left, on));
  }
  return result;
}

function reached(drain: Drain, { days }: WhatIf, left: number, on: string): WhatIf["days"] {
  return milestones
    .filter((milestone) => !days.some((known) => known.milestone === milestone))
    .filter((milestone) => left < remainderAt(drain.baseline, milestone) + 0.5)
    .map((milestone) => ({ milestone, on }));
}

/** All old cards without an end by a day: how many a month, and what they cost. */
export function replaceOpen(
  count: number,
  from: string,
  by: string,
  tariffs: readonly Tariff[],
): { months: number; perMonth: number; cost: number } {
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const months = Math.max(1, monthOf(by) - monthOf(from) + 1);
  const perMonth = Math.ceil(count / months);
  let cost = 0;
  for (let month = 0, left = count; month < months; month += 1, left -= perMonth) {
    const at = monthOf(from) + month - 1;
    const day = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-15`;
    cost += Math.max(0, Math.min(left, perMonth)) * priceOn(tariffs, day);
  }
  return { months, perMonth, cost };
}
