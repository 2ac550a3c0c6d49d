// The rules above the text: heading, number, date, subject and references (Yönetmelik m.10–m.15).
import { lowerTr, parseDate, titleTr, upperTr } from "../platform/locale/tr.ts";
import { documentNumberPattern } from "./document-number.ts";
import { finding, type LetterFinding, type TextSpan } from "./letter-rules.ts";
import type { WrittenLetter } from "./written-letter.ts";

export function headFindings(letter: WrittenLetter): LetterFinding[] {
  return [
    ...letter.heading.flatMap(headingFindings),
    ...givenFindings(letter),
    ...subjectFindings(letter.subject),
    ...letter.references.flatMap(referenceFindings),
    ...orderFindings(letter.references),
  ];
}

/** Lines in capitals have VE; in all others the conjunction stays small. */
function headingFindings(line: string, index: number): LetterFinding[] {
  const match = /\s(Ve|Veya|İle)(?=\s)/u.exec(line);
  if (!match || line === upperTr(line)) return [];
  const from = match.index + 1;
  const mended = line.slice(0, from) + lowerTr(match[1] ?? "") + line.slice(from + (match[1] ?? "").length);
  const mend = `Başlık satırı “${mended}” olur; birimin kaydında düzeltilir.`;
  return [finding("B-04", "heading", { index, mend, span: { from, to: from + (match[1] ?? "").length } })];
}

const documentDate = /^(?:\d{2}\.\d{2}\.\d{4}|[1-9]\d? \p{Lu}\p{Ll}+ \d{4})$/u;

function givenFindings({ given }: WrittenLetter): LetterFinding[] {
  if (!given) return [];
  const { documentNumber, documentOn } = given;
  const found: LetterFinding[] = [];
  if (!documentNumber || !documentNumberPattern.test(documentNumber)) {
    const mend = "Sayı E-<DETSİS no>-<dosya kodu>-<kayıt no> biçiminde, aralarında yalnız kısa çizgi ile yazılır.";
    found.push(finding("S-01", "documentNumber", { mend, span: wholeOf(documentNumber ?? "") }));
  }
  if (!documentOn || !documentDate.test(documentOn)) {
    const mend = "Tarih, son imzanın tarihidir; 17.03.2026 ya da 17 Mart 2026 biçiminde yazılır.";
    found.push(finding("T-01", "documentOn", { mend, span: wholeOf(documentOn ?? "") }));
  }
  return found;
}

const wholeOf = (text: string): TextSpan | null => (text === "" ? null : { from: 0, to: text.length });

function subjectFindings(subject: string): LetterFinding[] {
  const text = subject.trimEnd();
  const found: LetterFinding[] = [];
  // "A.Ş." ends with a point of its own.
  const mark = /\p{Lu}\.$/u.test(text) ? null : /\s*[.,;:!?…]+$/.exec(text);
  const bare = mark ? text.slice(0, mark.index) : text;
  if (mark) found.push(finding("KONU-1", "subject", { mend: "Sondaki işareti silin.", span: spanOf(mark), mended: bare }));
  const titled = inInitialCapitals(bare);
  if (titled !== bare) {
    const mend = `“${titled}” biçiminde yazın; bağlaçlar küçük kalır.`;
    found.push(finding("KONU-2", "subject", { mend, span: differenceOf(bare, titled), mended: titled + (mark?.[0] ?? "") }));
  }
  return found;
}

const spanOf = (match: RegExpExecArray): TextSpan => ({ from: match.index, to: match.index + match[0].length });

/** Initials as in a title; what stands in capitals inside a line is an abbreviation and stays. */
function inInitialCapitals(subject: string): string {
  const letters = [...subject];
  const isShouted = subject === upperTr(subject) && /\p{L}\s+\p{L}/u.test(subject);
  if (isShouted) return titleTr(subject);
  const titled = [...titleTr(subject)];
  if (titled.length !== letters.length) return subject;
  const isFirst = (index: number) => !/[\p{L}\p{M}\p{N}'’]/u.test(letters[index - 1] ?? " ");
  const isSmall = (index: number) => titled[index] !== upperTr(titled[index] ?? "");
  const staysBig = (index: number) => /\p{Lu}/u.test(letters[index + 1] ?? "");
  const isElectronic = (index: number) => /^e-\p{L}/u.test(letters.slice(index, index + 3).join(""));
  return letters
    .map((letter, index) =>
      isFirst(index) && !(isSmall(index) && staysBig(index)) && !isElectronic(index) ? (titled[index] ?? letter) : letter,
    )
    .join("");
}

function differenceOf(before: string, after: string): TextSpan {
  const letters = [...before];
  const others = [...after];
  const from = letters.findIndex((letter, index) => letter !== others[index]);
  const to = letters.findLastIndex((letter, index) => letter !== others[index]) + 1;
  return { from, to };
}

const kinds = /tarihli(?:\s+ve\s+\S.*?\s+sayılı|\s+(?:başvuru|dilekçe))|isimsiz\s+ve\s+tarihsiz\s+(?:başvuru|dilekçe)/u;
const numberWithin = /tarihli\s+ve\s+(\S.*?)\s+sayılı/du;

function referenceFindings(reference: string, index: number): LetterFinding[] {
  const text = reference.trimEnd();
  if (text === "") return [];
  const found: LetterFinding[] = [];
  const number = numberWithin.exec(text);
  const [from = 0, to = 0] = number?.indices?.[1] ?? [];
  if (number && !documentNumberPattern.test(number[1] ?? "")) {
    const mend = `“${number[1]}” yerine yazının tam sayısını yazın: E-<DETSİS no>-<dosya kodu>-<kayıt no>.`;
    found.push(finding("I-03", "references", { index, mend, span: { from, to } }));
  }
  if (!kinds.test(lowerFirst(text)) || (number && !/\d{2}\.\d{2}\.\d{4}\s+tarihli/.test(text))) {
    const mend = "“Aksaray Valiliğinin 11.03.2026 tarihli ve … sayılı yazısı.” biçiminde yazın.";
    found.push(finding("ILGI-2", "references", { index, mend, span: { from: 0, to: text.length } }));
  }
  if (!text.endsWith(".")) {
    found.push(finding("ILGI-1", "references", { index, mend: "Sonuna nokta koyun.", mended: `${text}.` }));
  }
  return found;
}

/** "İsimsiz" opens a line; Turkish casing for that letter alone keeps the rest, and every place in it, as written. */
const lowerFirst = (text: string): string => lowerTr(text.slice(0, 1)) + text.slice(1);

/** Oldest first; the first one that is younger than its follower is enough to see. */
function orderFindings(references: readonly string[]): LetterFinding[] {
  const days = references.map((text) => parseDate(/(\d{2}\.\d{2}\.\d{4})\s+tarihli/.exec(text)?.[1] ?? ""));
  const index = days.findIndex((day, place) => day !== null && days.slice(0, place).some((earlier) => earlier !== null && earlier > day));
  if (index < 0) return [];
  return [finding("ILGI-3", "references", { index, mend: "Eski tarihli ilgi önce yazılır; bu satırı yukarı alın." })];
}
