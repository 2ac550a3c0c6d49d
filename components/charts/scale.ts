// From figures to places on a drawing.

export type Span = readonly [from: number, to: number];

export const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** A straight scale; of an empty domain everything stands at its beginning. */
export const linear =
  ([low, high]: Span, [from, to]: Span) =>
  (value: number): number =>
    high === low ? from : from + ((value - low) / (high - low)) * (to - from);

/** Round figures from zero up to the first that is not below `most`; about `count` of them. */
export function niceTicks(most: number, count = 4): number[] {
  if (most <= 0) return [0, 1];
  const raw = most / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((one) => one * power >= raw) ?? 10) * power);
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < most) ticks.push((ticks.at(-1) ?? 0) + step);
  return ticks;
}

/** First days of months between two days, as many as have room. */
export function monthTicks(from: string, to: string, most: number): string[] {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  const step = [1, 2, 3, 6, 12, 24, 60].find((one) => months / one <= most) ?? 120;
  const ticks: string[] = [];
  for (let month = 0; month <= months + 1; month += 1) {
    const at = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + month;
    const day = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
    if (at % step === 0 && day >= from && day <= to) ticks.push(day);
  }
  return ticks;
}

/** Index of the point whose day is nearest to a time. */
export function nearestTo(days: readonly string[], time: number): number {
  let best = 0;
  for (const [index, day] of days.entries()) {
    if (Math.abs(timeOf(day) - time) < Math.abs(timeOf(days[best] ?? "") - time)) best = index;
  }
  return best;
}

/** "M1 2L3 4" through points. */
export const pathThrough = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

/** The ground between an upper and a lower line. */
export const pathBetween = (upper: readonly (readonly [number, number])[], lower: readonly (readonly [number, number])[]): string =>
  upper.length === 0 ? "" : `${pathThrough(upper)}${pathThrough(lower.toReversed()).replace("M", "L")}Z`;
