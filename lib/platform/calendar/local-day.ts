// Legal days of Türkiye ("yyyy-MM-dd") and the instants they begin. Türkiye has stayed on UTC+3 since 2016-09-07.
import { localDateOf } from "../locale/tr.ts";

const DAY = 86_400_000;
const OFFSET = "+03:00";

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The instant at which a legal day begins. */
export function startOfLocalDay(date: string): Date {
  return new Date(`${date}T00:00:00${OFFSET}`);
}

/** The midnight that ends the legal day of an instant. */
export function nextLocalMidnight(instant: Date): Date {
  return startOfLocalDay(addDays(localDateOf(instant), 1));
}
