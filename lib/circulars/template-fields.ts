/**
 * Fields (alan) of a template: "{{son_tarih}}" stands for what each letter says anew. They are filled when a draft begins; a
 * letter in which one is left cannot be submitted. An ending behind a field is written in any of its forms and comes out as
 * the value asks for: "{{il}}'de" gives "Aksaray'da" and "Kocaeli'de", "{{kurum}}ne" "İl Müdürlüğüne".
 */
import { inflect } from "../institutions/suffix.ts";
import { caseEnding, type NounCase } from "../platform/locale/harmony.ts";
import { lowerTr } from "../platform/locale/tr.ts";
import type { BodyBlock } from "./contract.ts";
import type { TextSpan } from "./letter-rules.ts";

/** What one may write between the braces, and what is printed in its place. */
export const templateFields = {
  il: { label: "İl", meaning: "birimin ili" },
  kurum: { label: "Gönderen kurum", meaning: "yazıyı çıkaran birimin adı" },
  tarih: { label: "Bugünün tarihi", meaning: "taslağın başladığı gün" },
  yil: { label: "Yıl", meaning: "taslağın başladığı yıl" },
  son_tarih: { label: "Son gün", meaning: "yazının günü; taslağa başlarken sorulur" },
  donem: { label: "Dönem", meaning: "istenen dönem; taslağa başlarken sorulur" },
  ilgili_kisi: { label: "Bilgi için aranacak kişi", meaning: "yazıyı hazırlayan" },
  telefon: { label: "Aranacak telefon", meaning: "yazıyı hazırlayanın telefonu" },
} as const satisfies Record<string, { label: string; meaning: string }>;

export type TemplateField = keyof typeof templateFields;
export type FieldValues = Partial<Record<TemplateField, string>>;

export const templateFieldNames = Object.keys(templateFields) as TemplateField[];

/** Names of persons and places keep their letters behind an apostrophe; everything else is declined as in Dağıtım and İlgi. */
const properNames: readonly TemplateField[] = ["il", "ilgili_kisi"];

const isField = (name: string): name is TemplateField => Object.hasOwn(templateFields, name);

type Written = { name: string; apostrophe: string; ending: string; span: TextSpan };

function writtenFields(text: string): Written[] {
  return [...text.matchAll(/\{\{([^{}]*)\}\}(?:(['’]?)(\p{L}+))?/gu)].map(
    ({ 0: whole, 1: name = "", 2: mark = "", 3: ending = "", index }) => ({
      name: name.trim(),
      apostrophe: mark,
      ending,
      span: { from: index, to: index + whole.length },
    }),
  );
}

type Ending = { nounCase: NounCase; tail: string };

const endings: readonly [RegExp, NounCase][] = [
  [/^n?[dt][ae]n$/u, "ablative"],
  [/^n?[dt][ae](?:ki)?$/u, "locative"],
  [/^[yn]?[ae]$/u, "dative"],
  [/^n?[ıiuü]n$/u, "genitive"],
  [/^[yn]?[ıiuü]$/u, "accusative"],
];

function endingOf(written: string): Ending | null {
  const found = endings.find(([form]) => form.test(written));
  return found ? { nounCase: found[1], tail: written.endsWith("ki") ? "ki" : "" } : null;
}

/** The text with every known value in its place; what has no value stays as it is written. */
export function fillFields(text: string, values: FieldValues): string {
  return writtenFields(text).reduceRight((filled, { name, apostrophe, ending, span }) => {
    const value = isField(name) ? values[name]?.trim() : undefined;
    if (!isField(name) || !value) return filled;
    return filled.slice(0, span.from) + withEnding(name, value, { apostrophe, ending }) + filled.slice(span.to);
  }, text);
}

function withEnding(name: TemplateField, value: string, { apostrophe, ending }: Pick<Written, "apostrophe" | "ending">): string {
  if (ending === "") return value;
  const known = endingOf(ending);
  if (!known) return value + apostrophe + ending;
  if (!properNames.includes(name)) return inflect(value, known.nounCase) + known.tail;
  return `${value}'${caseEnding(lowerTr(value), known.nounCase)}${known.tail}`;
}

/** The same for each text of a letter. */
export function fillWords<Words extends { subject: string; body: readonly BodyBlock[]; closing: string }>(
  words: Words,
  values: FieldValues,
) {
  const filled = (text: string) => fillFields(text, values);
  const body = words.body.map((block): BodyBlock => {
    if (block.kind !== "table") return { ...block, text: filled(block.text) };
    return { ...block, table: { ...block.table, rows: block.table.rows.map((row) => row.map(filled)) } };
  });
  return { ...words, subject: filled(words.subject), body, closing: filled(words.closing) };
}

/** Which fields a text names, in the order of the catalogue. */
export function fieldsIn(texts: readonly string[]): TemplateField[] {
  const names = new Set(texts.flatMap(writtenFields).map(({ name }) => name));
  return templateFieldNames.filter((name) => names.has(name));
}

export type UnfilledField = { name: TemplateField | null; label: string; span: TextSpan };

/** Fields that are left in a letter's text, also those that nobody knows. */
export function unfilledFields(text: string): UnfilledField[] {
  return writtenFields(text).map(({ name, span }) =>
    isField(name) ? { name, label: templateFields[name].label, span } : { name: null, label: text.slice(span.from, span.to), span },
  );
}

/** Why a text cannot be a template's; null where every field can be filled. */
export function fieldFault(text: string): string | null {
  const written = writtenFields(text);
  const unknown = written.find(({ name }) => !isField(name));
  if (unknown) return `“{{${unknown.name}}}” diye bir alan yok. Alanlar: ${templateFieldNames.join(", ")}.`;
  const bare = written.reduceRight((rest, { span }) => rest.slice(0, span.from) + rest.slice(span.to), text);
  if (/\{\{|\}\}/u.test(bare)) return "Alan iki süslü ayraçla açılıp kapanır: “{{il}}”.";
  const odd = written.find(({ ending }) => ending !== "" && !endingOf(ending));
  if (!odd) return null;
  return `“{{${odd.name}}}${odd.apostrophe}${odd.ending}”: bu ek değere göre yazılamaz. -e, -i, -de, -den, -in eklerinden birini yazın ya da araya boşluk koyun.`;
}
