// Working days (iş günü) of Turkish offices, on legal dates "yyyy-MM-dd". A day that is a holiday only from 13:00 is a
// working day: offices are open in its morning. Outside the known years there is no guess: a RangeError.
import { calendarYears, holidaysOf } from "./holidays.ts";
import { addDays } from "./local-day.ts";

const fullHolidaysByYear = new Map<number, ReadonlySet<string>>();

/** Whether the calendar can answer for this date at all; ask before counting on a date a user typed. */
export function isWithinCalendar(date: string): boolean {
  const year = yearOf(date);
  return year >= calendarYears.first && year <= calendarYears.last;
}

export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (Number.isNaN(weekday)) throw new RangeError(`not a date: ${date}`);
  const isWeekend = weekday === 0 || weekday === 6;
  return !fullHolidaysOf(yearOf(date)).has(date) && !isWeekend;
}

/** The day on which a period of working days ends; the first day does not count. Negative counts go back. */
export function addWorkingDays(date: string, count: number): string {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before. */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

function fullHolidaysOf(year: number): ReadonlySet<string> {
  const known = fullHolidaysByYear.get(year);
  if (known !== undefined) return known;
  const holidays = holidaysOf(year).filter(({ isHalfDay }) => !isHalfDay);
  const dates = new Set(holidays.map(({ date }) => date));
  fullHolidaysByYear.set(year, dates);
  return dates;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
