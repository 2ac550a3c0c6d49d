// Fields of a template that nobody filled: a letter would print their braces.
import { formatDate } from "../platform/locale/tr.ts";
import { wordsOfBlock } from "./body-table.ts";
import type { BodyBlock } from "./contract.ts";
import { finding, type LetterFinding, type LetterPlace } from "./letter-rules.ts";
import { type FieldValues, fillFields, type UnfilledField, unfilledFields } from "./template-fields.ts";
import type { WrittenLetter } from "./written-letter.ts";

type Text = { text: string; field: LetterPlace["field"]; index: number; isTable?: boolean };

export function fieldFindings({ subject, references, body, closing, dueOn }: WrittenLetter): LetterFinding[] {
  const known: FieldValues = dueOn ? { son_tarih: formatDate(dueOn) } : {};
  const texts: Text[] = [
    { text: subject, field: "subject", index: 0 },
    ...references.map((text, index): Text => ({ text, field: "references", index })),
    ...body.map((block, index): Text => ({ text: wordsOfBlock(block), field: "body", index, isTable: block.kind === "table" })),
    { text: closing, field: "closing", index: 0 },
  ];
  return texts.flatMap((written) => unfilledFields(written.text).map((unfilled) => findingOf(written, unfilled, known)));
}

function findingOf({ text, field, index, isTable }: Text, { name, label, span }: UnfilledField, known: FieldValues): LetterFinding {
  if (isTable) return finding("ALAN-1", field, { index, mend: `Tablodaki “${label}” alanının yerine değerini yazın.` });
  const value = name && known[name];
  const mended = value ? text.slice(0, span.from) + fillFields(text.slice(span.from, span.to), known) + text.slice(span.to) : null;
  const mend = mended === null ? `“${label}” alanının yerine değerini yazın.` : `“${label}” alanının yerine “${value}” yazın.`;
  return finding("ALAN-1", field, { index, mend, span, mended });
}

type Words = { subject: string; references: readonly string[]; body: readonly BodyBlock[]; closing: string };

/** "Son gün (2. paragraf)": each unfilled field once, with the place where it is written first. */
export function unfilledInWords({ subject, references, body, closing }: Words): string[] {
  const places: [place: string, text: string][] = [
    ["konu", subject],
    ...references.map((text): [string, string] => ["ilgi", text]),
    ...body.map((block, index): [string, string] => [placeOf(body, index), wordsOfBlock(block)]),
    ["kapanış", closing],
  ];
  const first = new Map<string, string>();
  for (const [place, text] of places) for (const { label } of unfilledFields(text)) if (!first.has(label)) first.set(label, place);
  return [...first].map(([label, place]) => `${label} (${place})`);
}

/** As the composer counts: paragraphs and tables through the text, entries of a list from its beginning. */
function placeOf(body: readonly BodyBlock[], index: number): string {
  const kind = body[index]?.kind;
  const from = kind === "item" ? body.slice(0, index).findLastIndex((block) => block.kind !== "item") + 1 : 0;
  const number = body.slice(from, index + 1).filter((block) => block.kind === kind).length;
  return `${number}. ${blockNames[kind ?? "paragraph"]}`;
}

const blockNames = { paragraph: "paragraf", item: "madde", table: "tablo" } as const satisfies Record<BodyBlock["kind"], string>;
