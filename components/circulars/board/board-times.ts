import { formatDate, formatTime, localDateOf } from "@/lib/platform/locale/tr.ts";

type Instants = readonly (string | null)[];

/** A column whose times all fall on one day shows the clock alone. */
export function sharesOneDay(instants: Instants): boolean {
  return new Set(instants.filter((instant) => instant !== null).map((instant) => localDateOf(new Date(instant)))).size <= 1;
}

/** "10:24" or "17.03 10:24". */
export function boardTime(instant: string, clockOnly: boolean): string {
  const at = new Date(instant);
  return clockOnly ? formatTime(at) : dayAndTime(at);
}

/** "17.03 10:24": the year stands in the page's head. */
export function dayAndTime(at: Date): string {
  return `${formatDate(at).slice(0, 5)} ${formatTime(at)}`;
}

/** "17.03.2026 10:24–11:40", from the first to the last; null while there is none. */
export function timeSpan(instants: Instants): string | null {
  const sorted = instants.filter((instant) => instant !== null).toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [new Date(first), new Date(last)];
  const start = `${formatDate(from)} ${formatTime(from)}`;
  if (formatTime(from) === formatTime(to) && sharesOneDay(sorted)) return start;
  return `${start}–${sharesOneDay(sorted) ? formatTime(to) : dayAndTime(to)}`;
}

/** The middle of the waits from `from` to `to`, in milliseconds; null where nobody has both. */
export function medianWait(pairs: readonly { from: string | null; to: string | null }[]): number | null {
  const waits = pairs
    .flatMap(({ from, to }) => (from && to ? [Date.parse(to) - Date.parse(from)] : []))
    .filter((wait) => wait >= 0)
    .toSorted((a, b) => a - b);
  const middle = waits.length >> 1;
  const [low, high] = [waits[middle - 1], waits[middle]];
  if (high === undefined) return null;
  return waits.length % 2 === 0 && low !== undefined ? (low + high) / 2 : high;
}
