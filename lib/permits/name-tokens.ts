// Names as they are searched: folded words, so that the passport's, the officer's and the newspaper's spelling meet.
import { foldTr } from "../platform/locale/tr.ts";

/** What transliterations write differently, to one spelling; both the stored and the asked word go through it. */
const spellings: readonly [RegExp, string][] = [
  [/dzh|dj/g, "c"],
  [/sch|sh/g, "s"],
  [/tch|ch/g, "c"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/zh/g, "j"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/ck|q/g, "k"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/ou/g, "u"],
  [/iy|ij/g, "i"],
  [/([^aeiou])y/g, "$1i"],
  [/(.)\1+/g, "$1"],
];

/** Names come again and again: those of one answer, and those of a file of a thousand permits. */
const folds = new Map<string, string>();
const mostFolds = 50_000;

/** One word in its search spelling: "Şahin", "Shahin" and "sahiin" become the same. */
export function foldedWord(word: string): string {
  const known = folds.get(word);
  if (known !== undefined) return known;
  const folded = spellings.reduce((text, [from, to]) => text.replace(from, to), foldTr(word).replace(/[^\p{L}\p{N}]/gu, ""));
  if (folds.size >= mostFolds) folds.clear();
  folds.set(word, folded);
  return folded;
}

/** The words of a text where they stand, for searching and for marking what was found. */
export function wordsOf(text: string): { word: string; folded: string; at: number }[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].flatMap((match) => {
    const folded = foldedWord(match[0]);
    return folded.length < 2 ? [] : [{ word: match[0], folded, at: match.index }];
  });
}

/** The distinct folded words of a person's name. */
export const tokensOf = (name: string): string[] => [...new Set(wordsOf(name).map(({ folded }) => folded))];

/** Stand in nearly every title, so they would find everything. */
const legalForms = new Set(
  "anonim limited ltd sti as sirketi sirket sanayi san ticaret tic ve ins insat turizm tur ithalat ihracat ith ihr isletmeleri hizmetleri"
    .split(" ")
    .map(foldedWord),
);

/** Without legal forms, unless there is nothing else. */
export function tellingWords(folded: readonly string[]): string[] {
  const telling = folded.filter((word) => !legalForms.has(word));
  return telling.length > 0 ? telling : [...folded];
}

/** As {@link tokensOf} for an employer's title, by its telling words. */
export const employerTokensOf = (title: string): string[] => tellingWords(tokensOf(title));

/** Edits between two words up to `most`, a swap of neighbours counting once; more than that is `most + 1`. */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = [(previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1)];
      row.push(Math.min(...steps, swap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
    }
    if (Math.min(...row) > most) return most + 1;
    [before, previous] = [previous, row];
  }
  return Math.min(previous[b.length] ?? 0, most + 1);
}
