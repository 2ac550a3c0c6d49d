// The drain of old cards with an end (B18). Most of it is certain: a card is over after its printed day. What is not is how
// many leave earlier, by cancellation, loss or replacement; that is taken from the months gone by, each future month being
// one of them at random. The line is the expectation; the interval holds 90 of 100 futures drawn from the stored seed (X5).

import { type Drain, dayOf } from "./forecast-inputs.ts";
import { binomialQuantile, type Chance, chanceOf, gamma } from "./forecast-odds.ts";

export const milestones = [95, 99, 100] as const;
export type Milestone = (typeof milestones)[number];

/** Left over when so many per cent of the baseline are gone. */
export const remainderAt = (baseline: number, milestone: Milestone): number => Math.floor((baseline * (100 - milestone)) / 100 + 1e-9);

export type MilestoneDay = { milestone: Milestone; on: string; from: string; to: string };
export type DrainPoint = { on: string; expected: number; low: number; high: number };
export type DrainForecast = {
  points: DrainPoint[];
  /** Without those that are reached already. */
  days: MilestoneDay[];
  /** The last printed day of a card. */
  lastEndOn: string | null;
};

const futures = 400;
const inside = 0.9;
const monthLength = 365.25 / 12;

/** The expectation `offset` days on. */
export const expectedAt = ({ alive, hazard }: Drain, offset: number): number => (alive[offset] ?? 0) * Math.exp(-hazard.daily * offset);

/** One future: how far each card is from having left, as a chance to remain on each day. */
type Future = { remains: (offset: number) => number; luck: number };

function futureOf({ hazard, alive }: Drain, chance: Chance): Future {
  const level = hazard.daily * (gamma(hazard.shape, chance) / hazard.shape);
  // First the months that history might have had, then the future's from them: so a short history widens the interval.
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)];
  const history = hazard.months.map(() => pick(hazard.months) ?? 1);
  const spent = [0];
  for (let month = 0; month * monthLength <= alive.length; month += 1) {
    spent.push((spent[month] ?? 0) + level * (pick(history) ?? 1) * monthLength);
  }
  const remains = (offset: number) => {
    const month = Math.floor(offset / monthLength);
    const before = spent[month] ?? 0;
    const share = offset / monthLength - month;
    return Math.exp(-(before + share * ((spent[month + 1] ?? before) - before)));
  };
  return { remains, luck: chance() };
}

const leftIn = ({ alive }: Drain, { remains, luck }: Future, offset: number): number =>
  binomialQuantile(luck, alive[offset] ?? 0, remains(offset));

/** The first day from which on `isOver` holds; cards of permits that begin later may lift the curve before. */
function firstDay(drain: Drain, isOver: (offset: number) => boolean): number {
  let peak = 0;
  for (let day = 1; day < drain.alive.length; day += 1) if ((drain.alive[day] ?? 0) > (drain.alive[day - 1] ?? 0)) peak = day;
  let low = peak;
  let high = drain.alive.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isOver(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;

/** Ends of the months from the day of the forecast to the last card's end, that day and the last included. */
export function monthEnds(from: string, to: string): string[] {
  const days = [from];
  const end = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  for (;;) {
    end.setUTCMonth(end.getUTCMonth() + 1, 1);
    const day = new Date(end.getTime() - 86_400_000).toISOString().slice(0, 10);
    if (day >= to) break;
    if (day > from) days.push(day);
  }
  if (to > from) days.push(to);
  return days;
}

/** The day on which the expectation falls to a milestone; null if it is there already or there was nothing. */
export function expectedDay(drain: Drain, milestone: Milestone): number | null {
  const rest = remainderAt(drain.baseline, milestone);
  if (drain.baseline === 0 || (drain.alive[0] ?? 0) <= rest) return null;
  // Of less than half a card there is none.
  return firstDay(drain, (offset) => expectedAt(drain, offset) < rest + 0.5);
}

export function forecastDrain(drain: Drain, seed: number): DrainForecast {
  const chance = chanceOf(seed);
  const drawn = Array.from({ length: futures }, () => futureOf(drain, chance));
  const last = drain.alive.length - 2;
  const spread = (values: number[]): [number, number] => {
    const sorted = values.toSorted((a, b) => a - b);
    return [quantile(sorted, (1 - inside) / 2), quantile(sorted, (1 + inside) / 2)];
  };
  const days = milestones.flatMap((milestone): MilestoneDay[] => {
    const on = expectedDay(drain, milestone);
    if (on === null) return [];
    const rest = remainderAt(drain.baseline, milestone);
    const [from, to] = spread(drawn.map((future) => firstDay(drain, (offset) => leftIn(drain, future, offset) <= rest)));
    return [{ milestone, on: dayOf(drain, on), from: dayOf(drain, Math.min(from, on)), to: dayOf(drain, Math.max(to, on)) }];
  });
  const points = last < 0 ? [] : monthEnds(drain.asOf, dayOf(drain, last)).map((on) => pointOn(drain, drawn, on, spread));
  return { points, days, lastEndOn: last < 0 ? null : dayOf(drain, last) };
}

function pointOn(drain: Drain, drawn: readonly Future[], on: string, spread: (values: number[]) => [number, number]): DrainPoint {
  const offset = Math.round((Date.parse(on) - Date.parse(drain.asOf)) / 86_400_000);
  const expected = Math.round(expectedAt(drain, offset));
  if (offset === 0) return { on, expected, low: expected, high: expected };
  const [low, high] = spread(drawn.map((future) => leftIn(drain, future, offset)));
  return { on, expected, low: Math.min(low, expected), high: Math.max(high, expected) };
}
