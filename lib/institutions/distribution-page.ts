// The Dağıtım of a letter as it comes out of a scan, a PDF or a mail: which pieces of the text name a recipient, and for
// what (Yönetmelik m.19: "Gereği" and "Bilgi" stand side by side, names are not numbered; lists in use are).
import { foldTr } from "../platform/locale/tr.ts";
import type { RecipientRole } from "./contract.ts";

/** A piece of the page that should name one institution; `from` and `to` are its place in the text. */
export type PageEntry = {
  text: string;
  from: number;
  to: number;
  line: number;
  role: RecipientRole | null;
  /** With what stands before it: "2." may belong to the name. */
  numbered: string;
};

type Segment = { text: string; from: number; column: number };
type Heading = "distribution" | RecipientRole;

/** A longer line is running text, no name. */
const longestName = 120;
const mostEntries = 300;

/** NFC, plain line breaks, no control characters: what a paste is read and shown as. */
export function cleanPage(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, " ")
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, " ")
    .trim();
}

export function readPage(text: string): PageEntry[] {
  const lines = linesOf(text);
  const start = startOf(lines);
  const entries: PageEntry[] = [];
  let column: Column = { role: null, informationAt: null };
  let headUntil = -1;
  for (const [number, line] of lines.entries()) {
    if (isStateHead(line.text)) headUntil = number + 3;
    const isHead = number <= headUntil && !/[ae]$/i.test(line.text.trim());
    if (number < start || isHead || isFurniture(line.text)) continue;
    const segments = segmentsOf(line);
    column = columnUnder(segments, column);
    const content = segments.filter((segment) => headingOf(segment) === null);
    const { role, informationAt } = column;
    for (const piece of informationAt === null ? joined(content, line) : content) {
      const entry = entryOf(piece, number, informationAt === null ? role : roleInColumn(piece.column, informationAt));
      if (entry && entries.length < mostEntries) entries.push(entry);
    }
  }
  return withoutHyphens(entries);
}

/** What the headings above a line say of it; `informationAt` where "Bilgi" stands beside "Gereği". */
type Column = { role: RecipientRole | null; informationAt: number | null };

function columnUnder(segments: Segment[], before: Column): Column {
  const headings = segments.map(headingOf);
  const role = headings.find((heading) => heading === "action" || heading === "information");
  if (!role) return before;
  const isBeside = headings.includes("action") && headings.includes("information");
  return { role, informationAt: isBeside ? (segments[headings.indexOf("information")]?.column ?? null) : null };
}

type PageLine = { text: string; from: number };

function linesOf(text: string): PageLine[] {
  let from = 0;
  return text.split("\n").map((line) => {
    const place = { text: line, from };
    from += line.length + 1;
    return place;
  });
}

/** The page begins under "Dağıtım"; without it under "Gereği"; a bare list at its first line. */
function startOf(lines: PageLine[]): number {
  const first = (wanted: Heading) => lines.findIndex((line) => segmentsOf(line).some((segment) => headingOf(segment) === wanted));
  const distribution = first("distribution");
  return distribution >= 0 ? distribution : Math.max(0, first("action"));
}

/** Parts of a line between tabs, wide gaps and a heading's colon. */
function segmentsOf({ text, from }: PageLine): Segment[] {
  return [...text.matchAll(/(?:(?!\s{3}|\t|:).)+/gu)].flatMap((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    const piece = match[0].trim();
    const at = match.index + lead;
    return piece === "" ? [] : [{ text: piece, from: from + at, column: columnOf(text, at) }];
  });
}

/** A tab stands for a wide gap. */
const columnOf = (line: string, at: number): number => [...line.slice(0, at)].reduce((sum, letter) => sum + (letter === "\t" ? 8 : 1), 0);

const plain = (text: string): string =>
  foldTr(text)
    .replace(/[1l|!]/g, "i")
    .replace(/[^a-z]/g, "");

/** "DAĞITIM YERLERİNE" is an address, no heading. */
function headingOf({ text }: Segment): Heading | null {
  const word = plain(text);
  if (/^da[gq][it]{1,3}m(?:iistesi|yerieri|piani)?$/.test(word)) return "distribution";
  if (/^gere[gq]i(?:icin)?$/.test(word)) return "action";
  return /^bi[it][gq]i(?:icin)?$/.test(word) ? "information" : null;
}

const furniture = [
  /^\s*(?:sayfa\s*)?[\d1lı]{1,3}\s*[/-]\s*[\d1lı]{1,3}\s*$/,
  /^\s*\d{1,3}\s*$/,
  /^\s*t\s*\.?\s*c\s*\.?\s*$/,
  /^\s*(?:sayi|konu|ilgi|tarih|ek|ekler|adres|tel|telefon|faks|e-?posta|internet|kep|belge|bu belge|ayrintili|ayrmtili|evrak|not)\b.*[:;]/,
  /^\s*(?:ek-?\d|bu belge|belge do[gq]rulama|da[gq]itim yerlerine|kep)\b/,
  /^\s*bi[l1i][gq]i i[cg¢]in\s*:\s*\S/,
  /(?:arz|rica)\s+eder(?:im|iz)\s*\.?\s*$/,
  /https?:\/\/|www\.|@/,
];

const isFurniture = (line: string): boolean => furniture.some((pattern) => pattern.test(foldTr(line)));

const isStateHead = (line: string): boolean => /^\s*t\s*\.?\s*c\s*\.?\s*$/.test(foldTr(line));

/** Outside the two columns, gaps inside a line belong to its name. */
function joined(content: Segment[], line: PageLine): Segment[] {
  const [first] = content;
  const last = content.at(-1);
  if (!first || !last) return [];
  const text = line.text.slice(first.from - line.from, last.from + last.text.length - line.from);
  return [{ ...first, text }];
}

/** The right half of the space before "Bilgi" already belongs to it: scans shift columns. */
const roleInColumn = (column: number, informationAt: number): RecipientRole => (column >= informationAt * 0.6 ? "information" : "action");

/** "1-", "a)", "•"; a bare number too, unless it may be a scanned "İl" ("11 Emniyet"). */
const numbering = /^(?:(?!1{1,2}\s)\d{1,3}\s+(?=\p{Lu})|\(?[\dlıIoO]{1,3}\s*[-.)–:]+\s*|\(?[a-zçğıöşü]\)\s*|[•·▪◦*~—–-]+\s*)+/u;
const ownRole = /\s*[-–(\t]\s*(gere[gğ][iı]|b[iı1]lg[iı1])\s*(?:i[cç][iı]n)?\s*\)?\s*$/iu;

function entryOf({ text, from }: Segment, line: number, role: RecipientRole | null): PageEntry | null {
  const said = ownRole.exec(text);
  const named = said ? text.slice(0, said.index) : text;
  const mark = numbering.exec(named)?.[0] ?? "";
  const name = named.slice(mark.length).replace(/[\s.,;:]+$/u, "");
  if (!/\p{L}{2}/u.test(name) || name.length > longestName) return null;
  const own = said ? roleSaid(said[1] ?? "") : role;
  return { text: name, from: from + mark.length, to: from + mark.length + name.length, line, role: own, numbered: named };
}

const roleSaid = (word: string): RecipientRole => (plain(word).startsWith("g") ? "action" : "information");

/** A word parted at the end of a line goes on in the next one. */
function withoutHyphens(entries: PageEntry[]): PageEntry[] {
  return entries.reduce<PageEntry[]>((kept, entry) => {
    const before = kept.at(-1);
    const isParted = before && /\p{L}[-\u00ad¬]$/u.test(before.text) && entry.line - before.line <= 2;
    if (!before || !isParted) kept.push(entry);
    else kept[kept.length - 1] = { ...before, text: before.text.slice(0, -1) + entry.text, to: entry.to, numbered: "" };
    return kept;
  }, []);
}
