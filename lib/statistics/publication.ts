/** A set of tables with all that must stand beside them, before it becomes a file. */
import { formatDateTime } from "../platform/locale/tr.ts";
import type { Audience } from "./publication-contract.ts";
import { audienceWords, inventedNotice, issuer, type Note, ruleText } from "./publication-notes.ts";
import { type PublishedTable, type Shown, symbolsIn, symbolWords } from "./published-table.ts";

export type Publication = {
  title: string;
  /** Period and rows in one line. */
  subtitle: string;
  tables: readonly PublishedTable[];
  /** Of the figures; rule, symbols and audience are added by `notesOf`. */
  about: readonly Note[];
  audience: Audience;
  threshold: number;
  /** Demo and training: every record is invented, and every file says so. */
  isInvented: boolean;
  madeAt: Date;
};

/** What a reader must not overlook, on every sheet. */
export function noticeOf({ isInvented, audience }: Publication): string {
  return [...(isInvented ? [inventedNotice] : []), ...(audience === "internal" ? [audienceWords.internal] : [])].join(" ");
}

export const symbolNotes = (tables: readonly PublishedTable[]): Note[] =>
  symbolsIn(tables).map((symbol) => ({ name: symbol, text: symbolWords[symbol] }));

export function notesOf({ about, audience, threshold, madeAt }: Publication): Note[] {
  const rule = audience === "publication" ? ruleText(threshold) : "Hiçbir sayı gizlenmedi.";
  return [
    ...about,
    { name: "Kullanım", text: audienceWords[audience] },
    { name: "Gizleme kuralı", text: rule },
    { name: "Hazırlayan", text: issuer },
    { name: "Hazırlanma", text: formatDateTime(madeAt) },
  ];
}

const plain = new Intl.NumberFormat("tr-TR", { useGrouping: false, minimumFractionDigits: 1, maximumFractionDigits: 1 });
const grouped = new Intl.NumberFormat("tr-TR", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("tr-TR", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** For a reader: "51.884", "44,7". */
export function readText(cell: Shown): string {
  if ("symbol" in cell) return cell.symbol;
  return (cell.as === "count" ? grouped : oneDecimal).format(cell.value);
}

/** For a program that reads Turkish decimals: "51884", "44,7". */
export function machineText(cell: Shown): string {
  if ("symbol" in cell) return cell.symbol;
  return cell.as === "count" ? String(cell.value) : plain.format(cell.value);
}
