/**
 * `unprintable`: a character has no glyph in the letter's font; `compile_failed`: the template and its data do not
 * make a page. The caller maps both: the letter's rooms know no HTTP.
 */
export type LetterErrorCode = "unprintable" | "compile_failed";

export class LetterError extends Error {
  readonly code: LetterErrorCode;
  readonly characters: string[];

  constructor(code: LetterErrorCode, details: { characters?: string[]; cause?: unknown; message?: string } = {}) {
    super(details.message ?? `letter: ${code}`, { cause: details.cause });
    this.name = "LetterError";
    this.code = code;
    this.characters = details.characters ?? [];
  }
}
