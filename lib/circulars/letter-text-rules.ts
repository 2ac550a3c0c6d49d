// The rules of the text itself and of its closing (Yönetmelik m.16), and what urgency and a reminder of a letter (tekit)
// ask of it (m.26, m.33, m.34).
import { formatDate, formatLongDate, formatNumber, lowerTr } from "../platform/locale/tr.ts";
import { wordsOfBlock } from "./body-table.ts";
import { finding, type LetterFinding } from "./letter-rules.ts";
import type { WrittenLetter } from "./written-letter.ts";

export function textFindings(letter: WrittenLetter): LetterFinding[] {
  return [
    ...citationFindings(letter),
    ...letter.body.flatMap(({ text }, index) => [...apostropheFindings(text, index), ...numberFindings(text, index)]),
    ...abbreviationFindings(letter),
    ...closingFindings(letter),
    ...urgencyFindings(letter),
    ...tekitFindings(letter),
  ];
}

const wholeText = ({ subject, body, closing }: WrittenLetter): string => [subject, ...body.map(wordsOfBlock), closing].join("\n");

const citation = /(?<!\p{L})[İi]lgi(?:['’]?de|\s*\([a-zçğıöşü]\)(?:['’]?[dt][ae])?)\s+kayıtlı/u;

/** In the first paragraph, since it says what the letter answers. */
function citationFindings({ references, body }: WrittenLetter): LetterFinding[] {
  const index = body.findIndex(({ text }) => text.trim() !== "");
  const first = body[index]?.text ?? "";
  const written = references.filter((reference) => reference.trim() !== "").length;
  if (written === 0 || index < 0 || citation.test(first)) return [];
  const form = written === 1 ? "İlgi'de kayıtlı yazı" : "İlgi (a)'da kayıtlı yazı";
  return [finding("I-09", "body", { index, mend: `İlk paragrafta ilgiyi “${form}” diye anın.` })];
}

/** "Valiliği'nin", "Bakanlığımız'ca"; a law's name keeps its apostrophe ("Kanunu'nun"). */
const apostrophe =
  /(?<!\p{L})\p{Lu}\p{Ll}*(?:l[ıiuü]ğ[ıiuü](?:m[ıiuü]z)?|kurumu(?:muz)?|kurulu(?:muz)?|üniversitesi|belediyesi|odası|borsası|birliği|vakfı|müdürlük|bakanlık|valilik)(['’])(?=\p{Ll})/dgu;

function apostropheFindings(text: string, index: number): LetterFinding[] {
  return [...text.matchAll(apostrophe)].map((match) => {
    const [from, to] = match.indices?.[1] ?? [0, 0];
    const word = /^\p{L}+/u.exec(text.slice(to))?.[0] ?? "";
    const mended = text.slice(0, from) + text.slice(to);
    return finding("METIN-1", "body", {
      index,
      mend: `Kesme işareti olmadan yazın: “${match[0].slice(0, -1)}${word}”.`,
      span: { from: match.index, to: to + word.length },
      mended,
    });
  });
}

/** Long whole numbers; those of laws, gazettes and telephones are names, not amounts. */
const ungrouped = /(?<![\p{L}\p{N}.,/:_-]|\d\s)([1-9]\d{4,11})(?![\p{L}\p{N}/_-]|[.,]\d|\s+(?:sayılı|numaralı|no['’.]?lu)(?!\p{L}))/gu;
const isNamed = (before: string): boolean => /(?:no|numarası|nu|sayı|tel|telefon|faks|kodu|dosya)\s*[:.]?\s*$/u.test(lowerTr(before));

function numberFindings(text: string, index: number): LetterFinding[] {
  return [...text.matchAll(ungrouped)].flatMap((match) => {
    const number = match[1] ?? "";
    if (isNamed(text.slice(0, match.index))) return [];
    const span = { from: match.index, to: match.index + number.length };
    const grouped = formatNumber(BigInt(number));
    const mended = text.slice(0, span.from) + grouped + text.slice(span.to);
    return [finding("METIN-2", "body", { index, mend: `Bir miktarsa “${grouped}” yazın.`, span, mended })];
  });
}

/** Registered or everyday in short: the seed letter's PTT is no finding (letter.md A.4). */
const knownInShort = new Set(["PTT", "TL", "PDF", "ABD", "AB", "GSM", "SMS", "WEB", "TV"]);
const roman = /^[IVX]+$/;
/** "(KISALTMA)" brings one in; one that stands alone must have been brought in before. */
const shortName = /\((\p{Lu}{2,8})\)|(?<![\p{L}\p{N}(/.@_-])(\p{Lu}{2,8})(?![\p{L}\p{N}/.@_-])/gu;

/** The first time an abbreviation stands in the text it is "long form (KISALTMA)". */
function abbreviationFindings({ body }: WrittenLetter): LetterFinding[] {
  const known = new Set(knownInShort);
  return body.flatMap(({ text }, index) =>
    [...text.matchAll(shortName)].flatMap((match) => {
      const name = match[2] ?? "";
      const isAsked = name !== "" && !known.has(name) && !roman.test(name) && !isShouted(text, match);
      known.add(match[1] ?? name);
      if (!isAsked) return [];
      const span = { from: match.index, to: match.index + name.length };
      return [finding("METIN-3", "body", { index, mend: `İlk geçtiği yerde açık adını yazın: “… (${name})”.`, span })];
    }),
  );
}

/** Part of a line in capitals, no abbreviation. */
function isShouted(text: string, match: RegExpExecArray): boolean {
  const before = /(\p{L}+)\s+$/u.exec(text.slice(0, match.index))?.[1] ?? "";
  const after = /^\s+(\p{L}+)/u.exec(text.slice(match.index + match[0].length))?.[1] ?? "";
  return [before, after].some((word) => word.length > 1 && /^\p{Lu}+$/u.test(word));
}

function closingFindings({ body, closing, proposedClosing }: WrittenLetter): LetterFinding[] {
  const found: LetterFinding[] = [];
  const index = body.findLastIndex(({ text }) => text.trim() !== "");
  const last = body[index]?.text.trimEnd() ?? "";
  const repeated = /(?:^|(?<=[.;:]\s))[^.;:]*(?:arz|rica)\s+eder(?:im|iz)\.?$/u.exec(last);
  if (repeated && closing.trim() !== "") {
    const mend = "Kapanış kendi alanından basılır; metnin sonundakini silin.";
    const span = { from: repeated.index, to: last.length };
    found.push(finding("KAPANIS-2", "body", { index, mend, span, mended: last.slice(0, repeated.index).trimEnd() || null }));
  }
  const written = closing.trim();
  if (proposedClosing && written !== "" && written !== proposedClosing.text && !isTekit(closing)) {
    const mend = `“${proposedClosing.text}” önerilir. ${proposedClosing.reason}`;
    found.push(finding("KAPANIS-1", "closing", { mend, span: { from: 0, to: written.length }, mended: proposedClosing.text }));
  }
  return found;
}

const isTekit = (text: string): boolean => lowerTr(text).includes("tekid");

const period = /\d+\s*(?:\([^)]*\)\s*)?(?:iş\s+)?gün[üu]?n?\s+içinde|(?:tarihine|gününe|bitimine)\s+kadar/u;

function urgencyFindings(letter: WrittenLetter): LetterFinding[] {
  const { urgency, dueOn } = letter;
  const text = wholeText(letter);
  const found: LetterFinding[] = [];
  if (urgency === "timed" && dueOn && ![formatDate(dueOn), formatLongDate(dueOn)].some((day) => text.includes(day)) && !period.test(text)) {
    const index = Math.max(
      0,
      letter.body.findLastIndex(({ kind }) => kind !== "table"),
    );
    found.push(finding("GUNLU-1", "body", { index, mend: `Metinde “${formatDate(dueOn)} tarihine kadar” diye yazın.` }));
  }
  for (const [index, block] of letter.body.entries()) {
    const match = period.exec(block.text);
    if (urgency !== "urgent" || !match) continue;
    const span = { from: match.index, to: match.index + match[0].length };
    found.push(finding("ACELE-1", "body", { index, mend: "Süreyi çıkarın ya da yazıyı GÜNLÜDÜR yapın.", span }));
  }
  return [...found, ...otherMarks(letter), ...requestFindings(letter)];
}

const otherMark = /(?<!\p{L})(?:ÇOK\s+)?(?:İVEDİ|İVEDİDİR|ACİL|ACİLDİR)(?!\p{L})/u;

function otherMarks({ subject, body }: WrittenLetter): LetterFinding[] {
  const mend = "Bu sözcüğü silin; ivediliği “Gereği ve süre” bölümünden seçin, ACELE ya da GÜNLÜDÜR basılır.";
  const places = [
    { text: subject, field: "subject", index: 0 } as const,
    ...body.map(({ text }, index) => ({ text, field: "body" as const, index })),
  ];
  return places.flatMap(({ text, field, index }) => {
    const match = otherMark.exec(text);
    return match ? [finding("ACELE-2", field, { index, mend, span: { from: match.index, to: match.index + match[0].length } })] : [];
  });
}

/** "görüşünüzün bildirilmesi", "bilgi ve belgelerin Müdürlüğümüze gönderilmesi": at most three words between. */
const request =
  /(?<!\p{L})(?:bilgi|görüş|belge)(?:ler)?(?:iniz|ünüz|leriniz|imiz)?(?:in|ün|nin|nün)(?:\s+\p{L}+){0,3}\s+(?:gönderilmesi|bildirilmesi|iletilmesi)/iu;

function requestFindings({ urgency, body }: WrittenLetter): LetterFinding[] {
  const index = urgency === "normal" ? body.findIndex(({ text }) => request.test(text)) : -1;
  const match = request.exec(body[index]?.text ?? "");
  if (!match) return [];
  const mend = "Yazıyı GÜNLÜDÜR yapın: belge için 5, görüş için 15 iş günü verilir.";
  return [finding("GUNLU-2", "body", { index, mend, span: { from: match.index, to: match.index + match[0].length } })];
}

function tekitFindings(letter: WrittenLetter): LetterFinding[] {
  if (lowerTr(letter.subject.trim()) !== "tekit yazısı") return [];
  const found: LetterFinding[] = [];
  if (letter.references.every((reference) => reference.trim() === ""))
    found.push(finding("TEKIT-1", "subject", { mend: "Cevabı beklenen yazıyı İlgi olarak ekleyin." }));
  if (!isTekit(wholeText({ ...letter, subject: "" })))
    found.push(finding("TEKIT-2", "closing", { mend: "Kapanışı “… tekiden rica ederim.” diye yazın." }));
  if (letter.hasSuperior) found.push(finding("TEKIT-3", "recipients", { mend: "Üst makamı muhataplardan çıkarın." }));
  return found;
}
