/** Characters that the letter's font lacks, named at their field: PDF/A-1a cannot carry them (letter.md D). */
import type { InvalidParam } from "../platform/errors.ts";
import type { DraftContent } from "./contract.ts";
import { unprintableCharacters } from "./printable-characters.ts";

export function unprintableFields(content: DraftContent): InvalidParam[] {
  const fields: [string, string][] = [
    ["content.subject", content.subject],
    ["content.closing", content.closing],
    ["content.contact.name", content.contact.name],
    ["content.contact.title", content.contact.title],
    ["content.contact.phone", content.contact.phone],
    ...content.references.map((reference, index): [string, string] => [`content.references.${index}`, reference]),
    ...content.body.map(({ text }, index): [string, string] => [`content.body.${index}.text`, text]),
  ];
  return fields.flatMap(([path, value]) => {
    const characters = unprintableCharacters(value);
    return characters.length === 0 ? [] : [{ path, message: `Yazı tipinde bulunmayan karakter: ${characters.slice(0, 5).join(" ")}` }];
  });
}
