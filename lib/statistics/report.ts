// The printable A4 report: a publication as the plain strings its template sets.
import { formatDate } from "../platform/locale/tr.ts";
import { notesOf, noticeOf, type Publication, readText, symbolNotes } from "./publication.ts";
import { issuer, type Note } from "./publication-notes.ts";
import type { PublishedTable } from "./published-table.ts";

type ReportLine = { label: string; cells: string[]; total: boolean };
type ReportPart = { title: string; labelWidth: number; heads: string[]; lines: ReportLine[] };
export type Report = {
  title: string;
  issuer: string;
  subtitle: string;
  notice: string;
  landscape: boolean;
  parts: ReportPart[];
  tableNotes: readonly string[];
  symbols: Note[];
  about: Note[];
  foot: string;
};

const onPortrait = 5;
const onLandscape = 9;

export function reportOf(publication: Publication): Report {
  const { title, subtitle, tables, madeAt, audience } = publication;
  const width = Math.max(...tables.map(({ heads }) => heads.length - 1));
  return {
    title,
    issuer,
    subtitle,
    notice: noticeOf(publication),
    landscape: width > onPortrait,
    parts: tables.flatMap((table) => partsOf(table, width > onPortrait ? onLandscape : onPortrait)),
    tableNotes: tables.flatMap(({ notes }) => notes),
    symbols: symbolNotes(tables),
    about: notesOf(publication),
    foot: `${title} · ${formatDate(madeAt)}${audience === "internal" ? " · HİZMETE ÖZEL" : ""}`,
  };
}

/** A table wider than the sheet comes in parts that each repeat the labels. */
function partsOf({ title, heads, lines }: PublishedTable, most: number): ReportPart[] {
  const [label = "", ...columns] = heads;
  const count = Math.max(1, Math.ceil(columns.length / most));
  const each = Math.ceil(columns.length / count);
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [part * each, Math.min(columns.length, (part + 1) * each)];
    return {
      title: count === 1 ? title : `${part + 1}. bölüm, ${count} bölümden`,
      labelWidth: each > 6 ? 22 : 34,
      heads: [label, ...columns.slice(from, to)],
      lines: lines.map(({ label, cells, isTotal }) => ({ label, cells: cells.slice(from, to).map(readText), total: isTotal })),
    };
  });
}
