// The ways one institution stands in a Dağıtım: with the dative or without, with "İl" where the writer put it, with its
// province before it or as a part of the governorship's name.
import { foldTr, lowerTr } from "../platform/locale/tr.ts";

export type DirectoryName = { id: string; name: string; dative: string };

export type NameForm = {
  id: string;
  words: string[];
  /** Without the province's name: every province has such an institution, so that a person must say which. */
  isPartial: boolean;
  /** As the directory writes it. */
  isPlain: boolean;
};

export const wordsIn = (text: string): string[] =>
  lowerTr(text.replace(/(?<=\p{L})['’](?=\p{Ll})/gu, "")).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Same letters, whatever their accents and wherever the blanks. */
export const foldedLetters = (words: readonly string[]): string => foldTr(words.join(""));

export function formsOf({ id, name, dative }: DirectoryName, province: string | null): NameForm[] {
  const plain = [wordsIn(name), wordsIn(dative)].filter((words) => words.length > 0);
  const forms = new Map<string, NameForm>();
  const add = (words: string[], kind: "plain" | "rare" | "partial") => {
    const key = words.join(" ");
    if (!forms.has(key)) forms.set(key, { id, words, isPartial: kind === "partial", isPlain: kind === "plain" });
  };
  for (const words of plain) add(words, "plain");
  for (const words of plain.flatMap(withMovedProvince)) {
    add(words, "rare");
    const place = province && lowerTr(province);
    if (!place) continue;
    if (words[0] !== place) {
      add([place, ...words], "rare");
      add([place, "ili", ...words], "rare");
    } else if (words.length > 2) {
      add([place, "valiliği", ...words.slice(1)], "rare");
      add(words.slice(1), "partial");
    }
  }
  return [...forms.values()];
}

/** "Aksaray İl Millî Eğitim Müdürlüğü" is also written "Aksaray Millî Eğitim İl Müdürlüğü". */
function withMovedProvince(words: string[]): string[][] {
  const at = words.indexOf("il");
  if (at < 0) return [words];
  const others = words.filter((_, index) => index !== at);
  return [words, others.toSpliced(1, 0, "il"), others.toSpliced(-1, 0, "il")];
}
