/**
 * Checks a letter against the format rules of the Regulation while it is written, and once more before it is sent. Pure, so
 * that the composer and the server say the same. Nothing here stops a letter: the writer decides (product.md A33).
 */
import { endFindings } from "./letter-end-rules.ts";
import { fieldFindings } from "./letter-field-rules.ts";
import { headFindings } from "./letter-head-rules.ts";
import type { LetterFinding } from "./letter-rules.ts";
import { textFindings } from "./letter-text-rules.ts";
import type { WrittenLetter } from "./written-letter.ts";

/** In the order of the page, so that a reader can go through them from top to bottom. */
export function lintLetter(letter: WrittenLetter): LetterFinding[] {
  return [...headFindings(letter), ...fieldFindings(letter), ...textFindings(letter), ...endFindings(letter)];
}
