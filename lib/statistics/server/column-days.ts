// Days, months and durations as the model writes them: whole numbers, days from 2000-01-01, months from January 2000. What never happens lies before
// every day, what has no end behind every day.
export const never = -32_768;
export const always = 32_767;
/** Days beyond these are kept as these: the years 1912 to 2089. */
export const firstDay = -32_000;
export const lastDay = 32_766;

const epoch = Date.UTC(2000, 0, 1);

export function dayNumber(day: string): number {
  return Math.min(Math.max(Math.round((Date.parse(`${day}T00:00:00Z`) - epoch) / 86_400_000), firstDay), lastDay);
}

export const dayOfNumber = (day: number): string => new Date(epoch + day * 86_400_000).toISOString().slice(0, 10);

/** By day, the months from January 2000, which is 1. */
const months = new Int16Array(65_536);
for (let day = firstDay; day <= lastDay; day += 1) {
  const date = new Date(epoch + day * 86_400_000);
  months[day + 32_768] = (date.getUTCFullYear() - 2000) * 12 + date.getUTCMonth() + 1;
}
const isDay = (day: number): boolean => day >= firstDay && day <= lastDay;
const orderOfDay = (day: number): number => months[day + 32_768] ?? 0;

/**
 * The month of a day's number; what is no day is in none, which is 0. Months before 2000 are numbered down from the highest
 * number: DuckDB counts in an array where a column's numbers lie close together, and those of the records do.
 */
export function monthNumber(day: number): number {
  if (!isDay(day)) return 0;
  const order = orderOfDay(day);
  return order > 0 ? order : 65_535 + order;
}

/** Months in their order, which is not that of their numbers. */
export const monthOrder = (number: number): number => (number > 32_767 ? number - 65_535 : number);

const yearOfOrder = (order: number): number => 2000 + Math.floor((order - 1) / 12);

export function monthOfNumber(number: number): string {
  const order = monthOrder(number);
  return `${yearOfOrder(order)}-${String(((((order - 1) % 12) + 12) % 12) + 1).padStart(2, "0")}`;
}

export const yearOfDay = (day: number): number => yearOfOrder(orderOfDay(day));

/** Days that something took, as a number that is 0 for none and small for a few days in either direction. */
export function durationNumber(days: number): number {
  if (days === never) return 0;
  return days < 0 ? -2 * days : 2 * days + 1;
}

/** Null for none. */
export function durationOf(number: number): number | null {
  if (number === 0) return null;
  return number % 2 === 0 ? -number / 2 : (number - 1) / 2;
}
