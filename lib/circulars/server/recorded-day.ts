import { startOfLocalDay } from "../../platform/calendar/local-day.ts";
import { AppError } from "../../platform/errors.ts";
import { localDateOf } from "../../platform/locale/tr.ts";

/** A day an officer writes down: its field, its name in the sentence of refusal, and what was written. */
export type RecordedDay = { path: string; name: string; day: string };

/** The instant of a recorded act of which only the day is known; not before the dispatch, not in the future. */
export function recordedInstant({ path, name, day }: RecordedDay, dispatchedAt: Date | null, now: Date): Date {
  const isTooEarly = dispatchedAt !== null && day < localDateOf(dispatchedAt);
  if (isTooEarly || day > localDateOf(now)) {
    const message = isTooEarly ? `${name} tarihi, yazının dağıtıldığı günden önce olamaz.` : `${name} tarihi ileri bir gün olamaz.`;
    throw new AppError("bad_input", { invalidParams: [{ path, message }] });
  }
  const start = startOfLocalDay(day);
  return dispatchedAt !== null && dispatchedAt > start ? dispatchedAt : start;
}
