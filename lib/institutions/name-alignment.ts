// How a name of the directory and a piece of scanned text fit, letter by letter. Blanks play no part, so that words a page
// has broken or run together are read all the same; what it cost is kept for each word of the name.
import { closedAs, isThin, openedAs, readingCost, stepCosts } from "./ocr-letters.ts";

export type WordFit = { word: string; soft: number; slips: number; wrong: number };

/** A line as it is compared: its signs, and what each of them may be by itself. */
export type ReadSigns = { signs: readonly string[]; pairs: readonly string[]; addCosts: readonly number[] };

const letters = /[\p{L}\p{M}\p{N}¢${}|![\]]/gu;

/** The letters of a line, and the signs that scans put in the place of letters. */
export function signsOf(text: string): ReadSigns {
  const signs: string[] = text.match(letters) ?? [];
  const pairs = signs.map((sign, index) => (signs[index - 1] ?? "") + sign);
  // A stroke or a letter read twice; anything else is a letter of another name.
  const addCosts = signs.map((sign, index) => (isThin(sign) || sign === signs[index - 1] ? stepCosts.slip : stepCosts.wrong));
  return { signs, pairs, addCosts };
}

/** What it costs to read the name in the line; infinite as soon as it is sure to be more than `most`. */
export function alignmentCost(words: readonly string[], read: ReadSigns, most: number): number {
  const name = lettersIn(words);
  // A letter too many costs at least half a pair.
  const isFar = Math.abs(name.length - read.signs.length) * (stepCosts.pair / 2) > most;
  return isFar ? Number.POSITIVE_INFINITY : (costsOf(name, read, most).at(-1) ?? 0);
}

/** The same, told for each word of the name. */
export function wordFits(words: readonly string[], read: ReadSigns): WordFit[] {
  const name = lettersIn(words);
  const owner = words.flatMap((word, index) => [...word].map(() => index));
  const fits = words.map((word): WordFit => ({ word, soft: 0, slips: 0, wrong: 0 }));
  const costs = costsOf(name, read, Number.POSITIVE_INFINITY);
  const width = read.signs.length + 1;
  for (let i = name.length, j = read.signs.length; i > 0 || j > 0; ) {
    const step = lastStep({ name, read, costs, width }, i, j);
    const fit = fits[owner[Math.max(0, i - 1)] ?? 0];
    if (fit) addStep(fit, step.cost);
    i -= step.name;
    j -= step.read;
  }
  return fits;
}

function addStep(fit: WordFit, cost: number): void {
  if (cost >= stepCosts.wrong) fit.wrong += 1;
  else if (cost >= stepCosts.slip) fit.slips += 1;
  else fit.soft += cost;
}

const lettersIn = (words: readonly string[]): string[] => words.flatMap((word) => [...word]);

/** The cheapest way to each pair of places, row by row of the name's letters; a row that costs too much is the last. */
function costsOf(name: readonly string[], { signs, pairs, addCosts }: ReadSigns, most: number): Float64Array {
  const width = signs.length + 1;
  const costs = new Float64Array((name.length + 1) * width);
  for (let j = 1; j < width; j += 1) costs[j] = (costs[j - 1] ?? 0) + (addCosts[j - 1] ?? 0);
  for (let i = 1; i <= name.length; i += 1) {
    const row = i * width;
    const { leaveCost, reading, opened, closed } = rowOf(name, i);
    costs[row] = (costs[row - width] ?? 0) + leaveCost;
    let least = costs[row] ?? 0;
    for (let j = 1; j < width; j += 1) {
      const at = row + j;
      const sign = signs[j - 1] ?? "";
      let best = (costs[at - width - 1] ?? 0) + reading(sign);
      best = Math.min(best, (costs[at - width] ?? 0) + leaveCost, (costs[at - 1] ?? 0) + (addCosts[j - 1] ?? 0));
      if (opened && j > 1 && opened.has(pairs[j - 1] ?? "")) best = Math.min(best, (costs[at - width - 2] ?? 0) + stepCosts.pair);
      if (closed?.includes(sign)) best = Math.min(best, (costs[at - 2 * width - 1] ?? 0) + stepCosts.pair);
      costs[at] = best;
      least = Math.min(least, best);
    }
    // Two letters read as one may still lead past this row, so that the row before it counts as well.
    if (least - stepCosts.wrong > most) return costs.fill(Number.POSITIVE_INFINITY);
  }
  return costs;
}

/** What is true of a letter of the name wherever it is compared. */
function rowOf(name: readonly string[], i: number) {
  const letter = name[i - 1] ?? "";
  return {
    leaveCost: isThin(letter) ? stepCosts.slip : stepCosts.wrong,
    reading: readingOf(letter),
    opened: openedAs(letter),
    closed: i > 1 ? closedAs((name[i - 2] ?? "") + letter) : undefined,
  };
}

type Table = { name: readonly string[]; read: ReadSigns; costs: Float64Array; width: number };
type Step = { cost: number; name: number; read: number };

/** The step that led here at the cost that stands here. */
function lastStep({ name, read, costs, width }: Table, i: number, j: number): Step {
  const here = costs[i * width + j] ?? 0;
  const { leaveCost, reading, opened, closed } = rowOf(name, i);
  const sign = read.signs[j - 1] ?? "";
  const steps: Step[] = [];
  if (i > 0 && j > 0) steps.push({ cost: reading(sign), name: 1, read: 1 });
  if (i > 0 && j > 1 && opened?.has(read.pairs[j - 1] ?? "")) steps.push({ cost: stepCosts.pair, name: 1, read: 2 });
  if (i > 1 && j > 0 && closed?.includes(sign)) steps.push({ cost: stepCosts.pair, name: 2, read: 1 });
  if (i > 0) steps.push({ cost: leaveCost, name: 1, read: 0 });
  if (j > 0) steps.push({ cost: read.addCosts[j - 1] ?? 0, name: 0, read: 1 });
  const fits = ({ cost, name: up, read: left }: Step) => Math.abs((costs[(i - up) * width + j - left] ?? 0) + cost - here) < 1e-9;
  return steps.find(fits) ?? { cost: 0, name: Math.min(1, i), read: Math.min(1, j) };
}

type Reading = (sign: string) => number;
const readings = new Map<string, Reading>();

/** Every letter of the alphabet is compared with the same few signs again and again. */
function readingOf(letter: string): Reading {
  const known = readings.get(letter);
  if (known) return known;
  const costs = new Map<string, number>();
  const reading = (sign: string) => {
    const cost = costs.get(sign) ?? readingCost(letter, sign);
    if (costs.size < 500) costs.set(sign, cost);
    return cost;
  };
  if (readings.size < 200) readings.set(letter, reading);
  return reading;
}
