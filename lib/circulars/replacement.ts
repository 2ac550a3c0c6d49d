// What a circular says that stands in the place of another, or cancels it (A24): the old one becomes a reference, and the
// first paragraph says what became of it. A proposal like any draft: the drafter may word it otherwise.
import { formatDate } from "../platform/locale/tr.ts";
import type { BodyBlock, DraftContent } from "./contract.ts";
import { citedReference, mostReferences } from "./reference-letters.ts";

export type ReplacedLetter = { documentNumber: string; documentOn: string };

type Written = Pick<DraftContent, "subject" | "references" | "body">;

/** "17.03.2026 tarihli ve E-… sayılı" */
export const dateAndNumber = ({ documentNumber, documentOn }: ReplacedLetter): string =>
  `${formatDate(documentOn)} tarihli ve ${documentNumber} sayılı`;

export const referenceTo = (letter: ReplacedLetter): string => `${dateAndNumber(letter)} yazımız.`;

const longestSubject = 300;
const aloneCited = /(?<!\p{L})[İi]lgi['’]?de(?=\s+kayıtlı)/gu;

/** The old text once more; the old letter is its youngest, so its last reference. */
export function supersedingText(old: Written, letter: ReplacedLetter): Written {
  const kept = old.references.slice(0, mostReferences - 1);
  const references = [...kept, referenceTo(letter)];
  const cited = citedReference(references.length - 1, references.length);
  const first: BodyBlock = {
    kind: "paragraph",
    text: `${cited} kayıtlı yazımız işlemden kaldırılmış olup yerine bu yazımız geçmiştir.`,
  };
  // One reference has no letter; beside a second one it is (a).
  const relettered = kept.length === 1 ? old.body.map(citedAsFirst) : old.body;
  return { subject: old.subject, references, body: [first, ...relettered] };
}

const citedAsFirst = (block: BodyBlock): BodyBlock =>
  block.kind === "table" ? block : { ...block, text: block.text.replace(aloneCited, "İlgi (a)'da") };

export function cancellingText(old: Pick<Written, "subject">, letter: ReplacedLetter): Written {
  return {
    subject: cancellingSubject(old.subject),
    references: [referenceTo(letter)],
    body: [
      {
        kind: "paragraph",
        text: `İlgi'de kayıtlı ${dateAndNumber(letter)} yazımız işlemden kaldırılmıştır. Anılan yazıya göre işlem yapılmaması gerekmektedir.`,
      },
    ],
  };
}

function cancellingSubject(subject: string): string {
  const of = `${subject.trim()} Konulu Yazının İptali`;
  return of.length <= longestSubject ? of : "Yazının İptali";
}
