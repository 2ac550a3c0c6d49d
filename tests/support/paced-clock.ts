import type { Clock } from "../../lib/platform/clock.ts";

/** A clock that stood at `at` when real time was `startedAt` (milliseconds), and has run `pace` times as fast since. */
export function pacedClock(at: number, startedAt: number, pace: number): Clock {
  return { now: () => new Date(at + (Date.now() - startedAt) * pace), pace };
}
