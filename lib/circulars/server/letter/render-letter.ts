import type { Letter } from "../../letter.ts";
import { unprintableCharacters } from "../../printable-characters.ts";
import { LetterError } from "./letter-error.ts";
import { typeset } from "./typesetter.ts";

/** The letter as PDF/A-1a (ISO 19005-1, what the e-correspondence guide asks for); the same letter and time give the same bytes. */
export function renderLetter(letter: Letter, { createdAt }: { createdAt: Date }): { pdf: Buffer; pageCount: number } {
  const characters = unprintableCharacters(JSON.stringify(letter));
  if (characters.length > 0) throw new LetterError("unprintable", { characters });
  const creationTimestamp = Math.floor(createdAt.getTime() / 1000);
  const pdf = typeset(letter, (compiler, entry) => compiler.pdf(entry, { pdfStandard: "a-1a", creationTimestamp }));
  return { pdf, pageCount: pageCount(pdf) };
}

/** The root of the page tree carries the count; PDF/A-1 has no compressed objects, so it stands in plain sight. */
function pageCount(pdf: Buffer): number {
  const counts = [...pdf.toString("latin1").matchAll(/\/Type \/Pages\b[^>]*?\/Count (\d+)/g)].map((match) => Number(match[1]));
  if (counts.length === 0) throw new LetterError("compile_failed", { message: "letter: compile_failed: no page tree" });
  return Math.max(...counts);
}
