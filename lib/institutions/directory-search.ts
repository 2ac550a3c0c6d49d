// Finding an institution as people type it: any order of words, without Turkish letters, by number or by address.
import { foldTr } from "../platform/locale/tr.ts";

export type Searchable = { name: string; district: string | null; detsisNumber: string | null; addresses: string };

/** True for what contains every word of the question; an empty question finds all. */
export function directoryMatcher(question: string): (entry: Searchable) => boolean {
  const words = foldTr(question).split(" ").filter(Boolean);
  if (words.length === 0) return () => true;
  return ({ name, district, detsisNumber, addresses }) => {
    const text = foldTr(`${name} ${district ?? ""} ${detsisNumber ?? ""} ${addresses}`);
    return words.every((word) => text.includes(word));
  };
}
