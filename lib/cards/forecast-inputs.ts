// What a forecast is made from (X5): the printed ends of the old cards in force, and how many were lost early in the months
// before. Stored whole with each run, so that it can be made again.
import { z } from "zod";
import { addDays } from "../platform/calendar/local-day.ts";
import { LocalDate } from "../platform/http/fields.ts";
import { CardKind } from "./contract.ts";

/** Month's first day, days that old cards were held in it, how many of them left before their printed end, how many at it. */
export const DrainMonth = z.tuple([LocalDate, z.int(), z.int(), z.int()]);
export type DrainMonth = z.infer<typeof DrainMonth>;

export const KindInputs = z.object({
  /** Old cards with an end by their last day: `counts[i]` end `i` days after the day of the forecast. */
  ends: z.array(z.int()),
  /** Handed out already, of permits that begin later: first day, last day, how many. */
  later: z.array(z.tuple([LocalDate, LocalDate, z.int()])),
  /** Old cards without an end: they never drain by themselves. */
  open: z.int(),
  /** Old cards with an end on the day of the cut-over: what 95, 99 and 100 per cent are of. */
  baseline: z.int(),
  months: z.array(DrainMonth),
});
export type KindInputs = z.infer<typeof KindInputs>;

export const ForecastInputs = z.object({
  asOf: LocalDate,
  kinds: z.partialRecord(CardKind, KindInputs),
  /** The country's months: a small province leans on them. */
  countryMonths: z.partialRecord(CardKind, z.array(DrainMonth)),
  isCountry: z.boolean(),
});
export type ForecastInputs = z.infer<typeof ForecastInputs>;

/** How fast old cards leave before their printed end, and how sure that is. */
export type Hazard = {
  /** Chance a day. */
  daily: number;
  /** Exits that the figure rests on. */
  shape: number;
  /** Each month of the country's history against their mean. */
  months: number[];
};

/** The inputs of some kinds together, ready to be drained. `alive[t]`: cards whose printed days hold `t` days after `asOf`. */
export type Drain = { asOf: string; alive: number[]; ends: number[]; open: number; baseline: number; hazard: Hazard };

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A province's own exits count as they are; this many of the country's stand beside them. */
const borrowedExits = 20;

type Exits = { days: number; exits: number };
const summed = (months: readonly DrainMonth[]): Exits => ({
  days: months.reduce((sum, [, days]) => sum + days, 0),
  exits: months.reduce((sum, [, , exits]) => sum + exits, 0),
});

function hazardOf(inputs: ForecastInputs, kinds: readonly CardKind[]): Hazard {
  const country = kinds.flatMap((kind) => inputs.countryMonths[kind] ?? []);
  const { days, exits } = summed(country);
  const shape = exits + 0.5;
  const daily = days > 0 ? shape / days : 0;
  const byMonth = [...Map.groupBy(country, ([month]) => month).values()].map(summed).filter((month) => month.days > 0);
  const months = daily > 0 ? byMonth.map((month) => month.exits / month.days / daily) : [];
  if (inputs.isCountry || daily === 0) return { daily, shape, months };
  const own = summed(kinds.flatMap((kind) => inputs.kinds[kind]?.months ?? []));
  return { daily: (own.exits + borrowedExits) / (own.days + borrowedExits / daily), shape: own.exits + borrowedExits, months };
}

/** The chosen kinds as one stock. */
export function drainOf(inputs: ForecastInputs, chosen: readonly CardKind[] = CardKind.options): Drain {
  const parts = chosen.flatMap((kind) => inputs.kinds[kind] ?? []);
  const later = parts.flatMap((part) => part.later);
  const length = Math.max(0, ...parts.map((part) => part.ends.length), ...later.map(([, end]) => daysBetween(inputs.asOf, end) + 1));
  const ends = Array.from({ length }, (_, day) => parts.reduce((sum, part) => sum + (part.ends[day] ?? 0), 0));
  const alive = Array.from({ length: length + 1 }, () => 0);
  for (let day = length - 1; day >= 0; day -= 1) alive[day] = (alive[day + 1] ?? 0) + (ends[day] ?? 0);
  for (const [begin, end, count] of later) {
    for (let day = daysBetween(inputs.asOf, begin); day <= daysBetween(inputs.asOf, end); day += 1) alive[day] = (alive[day] ?? 0) + count;
  }
  const total = (of: "open" | "baseline") => parts.reduce((sum, part) => sum + part[of], 0);
  return { asOf: inputs.asOf, alive, ends, open: total("open"), baseline: total("baseline"), hazard: hazardOf(inputs, chosen) };
}

/** The legal day so many days after the forecast's. */
export const dayOf = ({ asOf }: Pick<Drain, "asOf">, offset: number): string => addDays(asOf, offset);
