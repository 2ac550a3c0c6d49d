// What somebody typed into the one search field, told apart by its shape; and what of the answer it found.
import { editsBetween, wordsOf } from "./name-tokens.ts";
import type { Marked } from "./search-contract.ts";

export type SearchQuestion = {
  /** Beginning of a permit's or a tax number. */
  numberPrefix: string | null;
  foreignerId: string | null;
  passport: string | null;
  applicationPrefix: string | null;
  /** Folded words of a name or title. */
  words: string[];
};

const nothing: SearchQuestion = { numberPrefix: null, foreignerId: null, passport: null, applicationPrefix: null, words: [] };

export function readQuestion(typed: string): SearchQuestion {
  const solid = typed.replace(/[\s-]+/g, "").toUpperCase();
  if (/^\d{3,}$/.test(solid)) return { ...nothing, numberPrefix: solid, ...numbersOf(solid), applicationPrefix: solid };
  if (/^[A-Z]{1,3}\d{4,}[A-Z0-9]*$/.test(solid)) return { ...nothing, passport: solid, applicationPrefix: solid };
  return { ...nothing, words: [...new Set(wordsOf(typed).map(({ folded }) => folded))].slice(0, 8) };
}

/** Some passports are digits only. */
const numbersOf = (digits: string) => ({
  foreignerId: digits.length === 11 ? digits : null,
  passport: digits.length >= 6 ? digits : null,
});

/** One mistyped letter; in a long word two. A short word must be right. */
export function mostEdits(word: string): number {
  if (word.length <= 3) return 0;
  return word.length >= 9 ? 2 : 1;
}

/** How far a word of the answer is from the asked one: 0 the same, then its beginning, then mistyped; null is another word. */
export function distanceOf(asked: string, found: string): number | null {
  if (asked === found) return 0;
  if (asked.length >= 2 && found.startsWith(asked)) return 0.5;
  const edits = editsBetween(asked, found, mostEdits(asked));
  return edits <= mostEdits(asked) ? edits : null;
}

/** Sum of the words' distances, or null when a word is not found at all. */
export function scoreOf(asked: readonly string[], text: string): number | null {
  const found = wordsOf(text);
  let sum = 0;
  for (const word of asked) {
    const distances = found.flatMap(({ folded }) => distanceOf(word, folded) ?? []);
    if (distances.length === 0) return null;
    sum += Math.min(...distances);
  }
  return sum;
}

export function markWords(asked: readonly string[], text: string): Marked {
  const pieces: Marked = [];
  let at = 0;
  for (const { word, folded, at: start } of wordsOf(text)) {
    if (!asked.some((one) => distanceOf(one, folded) !== null)) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: word, hit: true });
    at = start + word.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

export function markPrefix(prefix: string | null, text: string): Marked {
  if (!prefix || !text.startsWith(prefix)) return [{ text, hit: false }];
  const rest = text.slice(prefix.length);
  return [{ text: prefix, hit: true }, ...(rest ? [{ text: rest, hit: false }] : [])];
}
