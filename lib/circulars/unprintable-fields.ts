/** Characters that the letter's font lacks, named at their field: PDF/A-1a cannot carry them (letter.md D). */
import type { InvalidParam } from "../platform/errors.ts";
import type { BodyBlock, DraftContent } from "./contract.ts";
import { unprintableCharacters } from "./printable-characters.ts";

export function unprintableFields(content: DraftContent): InvalidParam[] {
  const { contact, references } = content;
  return [
    ...unprintableText(content),
    ...unprintable([
      ["content.contact.name", contact.name],
      ["content.contact.title", contact.title],
      ["content.contact.phone", contact.phone],
      ...references.map((reference, index): [string, string] => [`content.references.${index}`, reference]),
    ]),
  ];
}

type Words = Pick<DraftContent, "subject" | "closing" | "body">;

/** The same for words that are no letter yet: a template's. */
export const unprintableText = (words: Words): InvalidParam[] => unprintable(textsAtPaths(words));

/** Every text of a letter's words with the path at which a message about it is shown. */
export function textsAtPaths({ subject, closing, body }: Words): [path: string, value: string][] {
  return [
    ["content.subject", subject],
    ["content.closing", closing],
    ...body.flatMap((block, index) => fieldsOf(block, `content.body.${index}`)),
  ];
}

/** A table's cells are its fields. */
function fieldsOf(block: BodyBlock, path: string): [string, string][] {
  if (block.kind !== "table") return [[`${path}.text`, block.text]];
  return block.table.rows.flatMap((row, r) => row.map((cell, c): [string, string] => [`${path}.table.rows.${r}.${c}`, cell]));
}

function unprintable(fields: readonly (readonly [path: string, value: string])[]): InvalidParam[] {
  return fields.flatMap(([path, value]) => {
    const characters = unprintableCharacters(value);
    return characters.length === 0 ? [] : [{ path, message: `Yazı tipinde bulunmayan karakter: ${characters.slice(0, 5).join(" ")}` }];
  });
}
