// Periods are whole calendar months of legal days (Europe/Istanbul). One that has not ended is cut at today, and what it is
// compared with at the same day of its own month, so that nine days are never held against thirty.
import type { Comparison } from "./contract.ts";

/** Legal days, both included; without a first one since the records began. */
export type Days = { from: string | null; to: string };

export type Period = {
  months: { from: string | null; to: string };
  days: Days;
  /** The last day of a period that has not ended. */
  until: string | null;
};

export const monthOf = (day: string): string => day.slice(0, 7);

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const monthNumbered = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

export const addMonths = (month: string, count: number): string => monthNumbered(numberOf(month) + count);

export const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

/** Every month from one to another, both included; none where the first lies behind the last. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let number = numberOf(first); number <= numberOf(last); number += 1) months.push(monthNumbered(number));
  return months;
}

/** The period that a filter's months mean on a legal day; without an end it goes on until that day. */
export function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }, today: string): Period {
  const thisMonth = monthOf(today);
  const isOpen = to === undefined || to >= thisMonth;
  const last = isOpen ? thisMonth : to;
  const days = { from: from === undefined ? null : `${from}-01`, to: isOpen ? today : lastDayOf(last) };
  return { months: { from: from ?? null, to: last }, days, until: isOpen ? today : null };
}

export type Compared = { months: { from: string; to: string }; days: { from: string; to: string } };

/** The period that one is compared with; none without a beginning. */
export function comparedWith({ months, until }: Period, comparison: Comparison): Compared | null {
  if (months.from === null || months.from > months.to) return null;
  const length = numberOf(months.to) - numberOf(months.from) + 1;
  const back = comparison === "year_before" ? 12 : length;
  const [from, to] = [addMonths(months.from, -back), addMonths(months.to, -back)];
  return { months: { from, to }, days: { from: `${from}-01`, to: until === null ? lastDayOf(to) : sameDayIn(to, until) } };
}

/** The day of another month with the same number, or that month's last. */
function sameDayIn(month: string, day: string): string {
  const last = lastDayOf(month);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** How many months back the series shows beside each month. */
export function monthsBack({ months }: Period, comparison: Comparison): number {
  if (comparison === "year_before" || months.from === null || months.from > months.to) return 12;
  return numberOf(months.to) - numberOf(months.from) + 1;
}
