// When silence is answered (A21): a reminder, a second one, then whoever stands above the silent institution is told, or a
// person of the office decides. Days are working days of Turkish offices; a step that was missed is made up for, but no two
// fall on one day.
import { addDays } from "../platform/calendar/local-day.ts";
import { addWorkingDays, isWithinCalendar, isWorkingDay } from "../platform/calendar/working-days.ts";
import { formatTime, localDateOf } from "../platform/locale/tr.ts";

export const reminderBases = ["due_date", "silence"] as const;
export type ReminderBasis = (typeof reminderBases)[number];

export const reminderSteps = ["first", "second", "escalation"] as const;
export type ReminderStepKind = (typeof reminderSteps)[number];

/** Working days: after the due date, or after the dispatch; then each after the one before. */
export type ReminderRule = { basis: ReminderBasis; firstAfter: number; secondAfter: number; escalateAfter: number };

/** yyyy-MM-dd; null while there is none. */
export type ReminderDates = { dueOn: string | null; dispatchedOn: string | null };

/** What an office usually wants: a letter with a due date waits for it, any other a week. */
export function proposedRule(dueOn: string | null): ReminderRule {
  return dueOn === null
    ? { basis: "silence", firstAfter: 5, secondAfter: 3, escalateAfter: 3 }
    : { basis: "due_date", firstAfter: 1, secondAfter: 3, escalateAfter: 3 };
}

/** The three days; null while the day they count from is not known, or beyond the calendar. */
export function plannedDays(rule: ReminderRule, { dueOn, dispatchedOn }: ReminderDates): [string, string, string] | null {
  // A letter that went out after its due date is waited for from then on: before, nobody was silent.
  const due = dispatchedOn !== null && dueOn !== null ? later(dueOn, dispatchedOn) : dueOn;
  const from = rule.basis === "silence" ? dispatchedOn : due;
  if (from === null || !isWithinCalendar(addDays(from, 365))) return null;
  const first = addWorkingDays(from, rule.firstAfter);
  const second = addWorkingDays(first, rule.secondAfter);
  return [first, second, addWorkingDays(second, rule.escalateAfter)];
}

/** When the step at `position` (1–3) is taken, seen from today: its day, or the next working day if that has passed. */
export function dayOfStep(days: readonly string[], position: number, notBefore: string): string | null {
  const day = days[position - 1];
  return day === undefined ? null : later(day, notBefore);
}

/** The step that follows one taken today never falls on the same day. */
export const dayAfter = (today: string): string => addWorkingDays(today, 1);

/** Messages of the office go out while it is open. */
export function isOfficeTime(now: Date): boolean {
  const today = localDateOf(now);
  const time = formatTime(now);
  return isWithinCalendar(today) && isWorkingDay(today) && time >= "09:00" && time < "18:00";
}

/** Promised on the telephone for a day that has not passed: until then nobody asks again. */
export const isHeld = (promisedOn: string | null, today: string): boolean => promisedOn !== null && promisedOn >= today;

const later = (a: string, b: string): string => (a > b ? a : b);
