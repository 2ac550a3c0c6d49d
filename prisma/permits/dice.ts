// Numbers that look like chance and are the same at every run.

export type Dice = () => number;

/** mulberry32: small, quick, even enough for a demo. */
export function dice(seed: number, index: number): Dice {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const texts = new Map<number, string>();

/** The day of a moment (UTC) as yyyy-MM-dd. */
export function dateText(moment: number): string {
  const day = Math.floor(moment / 86_400_000);
  const known = texts.get(day);
  if (known) return known;
  const text = new Date(moment).toISOString().slice(0, 10);
  texts.set(day, text);
  return text;
}

const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));

/** A moment as yyyy-MM-ddTHH:mm:ss.SSSZ. */
export function instantText(moment: number): string {
  const ofDay = moment - Math.floor(moment / 86_400_000) * 86_400_000;
  const seconds = Math.floor(ofDay / 1_000);
  const clock = `${two[Math.floor(seconds / 3_600)]}:${two[Math.floor(seconds / 60) % 60]}:${two[seconds % 60]}`;
  return `${dateText(moment)}T${clock}.${String(ofDay - seconds * 1_000).padStart(3, "0")}Z`;
}

/** A choice by weight for a roll from 0 to 1. */
export function picker<T>(choices: readonly (readonly [T, number])[]): (roll: number) => T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  const bounds: number[] = [];
  let sum = 0;
  for (const [, weight] of choices) {
    sum += weight / total;
    bounds.push(sum);
  }
  return (roll) => {
    let at = 0;
    while (at < bounds.length - 1 && roll >= (bounds[at] ?? 1)) at += 1;
    return (choices[at] as readonly [T, number])[0];
  };
}
