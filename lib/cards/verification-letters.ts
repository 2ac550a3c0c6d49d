import { foldTr } from "../platform/locale/tr.ts";

/** So few letters that a title could be guessed letter by letter are not compared. */
export const fewestLetters = 5;

/** The letters and digits of a title alone: casing, accents, blanks and dots differ from card to card. */
export const lettersOf = (title: string): string => foldTr(title).replace(/[^\p{L}\p{N}]/gu, "");

/** Whether a title begins as the card says (quality.md, Security 5: compared, never told). */
export function beginsWith(title: string, letters: string): boolean {
  const wanted = lettersOf(letters);
  return wanted.length >= fewestLetters && lettersOf(title).startsWith(wanted);
}
