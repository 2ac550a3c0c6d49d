import { foldTr } from "../locale/tr.ts";
import type { ImportColumn } from "./column.ts";
import type { ImportMapping, ImportShape } from "./run-contract.ts";
import { refusedFile, type Sheet, type SheetRow } from "./sheet.ts";

const looked = 10;
const sampled = 5;

/** Finds the heading among the first rows. Two rows of headings cannot be told from data and are refused. */
export async function shapeOf(sheet: Sheet, columns: readonly ImportColumn[]): Promise<ImportShape> {
  const rows = await firstRows(sheet, looked + sampled);
  if (rows.length === 0) throw refusedFile("Dosyada satır yok.");
  const scored = rows.slice(0, looked).map((row) => ({ row, score: knownIn(row, columns) }));
  const best = scored.toSorted((a, b) => b.score - a.score || a.row.number - b.row.number)[0];
  const headings = scored.filter(({ score }) => score >= 2);
  if (headings.length > 1) {
    const numbers = headings.map(({ row }) => row.number).join(" ve ");
    throw refusedFile(`${numbers}. satırların ikisi de başlık. Birini silip dosyayı yeniden yükleyin.`);
  }
  const head = best && best.score > 0 ? best.row : rows[0];
  if (!head) throw refusedFile("Dosyada satır yok.");
  const header = trimmed(head.cells);
  refuseTwice(header);
  const sample = rows.filter(({ number }) => number > head.number).slice(0, sampled);
  if (sample.length === 0) throw refusedFile("Başlığın altında satır yok.");
  return {
    ...sheet.about,
    headerRow: head.number,
    header,
    sample: sample.map(({ cells }) => header.map((_, index) => (cells[index] ?? "").slice(0, 80))),
  };
}

async function firstRows(sheet: Sheet, count: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of sheet.batches) {
    rows.push(...batch.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")));
    if (rows.length >= count) break;
  }
  return rows.slice(0, count);
}

const wordOf = (heading: string): string =>
  foldTr(heading)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
const wordsOf = ({ key, label, aliases }: ImportColumn): string[] => [key, label, ...aliases].map(wordOf);

function knownIn({ cells }: SheetRow, columns: readonly ImportColumn[]): number {
  const words = new Set(columns.flatMap(wordsOf));
  return cells.filter((cell) => words.has(wordOf(cell))).length;
}

function trimmed(cells: string[]): string[] {
  const header = cells.map((cell) =>
    cell
      .replace(/^\ufeff/, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return header.slice(0, header.findLastIndex((cell) => cell !== "") + 1);
}

function refuseTwice(header: string[]): void {
  const seen = new Set<string>();
  for (const heading of header.map(wordOf).filter(Boolean)) {
    if (seen.has(heading)) throw refusedFile(`"${header.find((cell) => wordOf(cell) === heading)}" başlığı iki kez geçiyor. Birini silin.`);
    seen.add(heading);
  }
}

/** What the headings say, and before that what this source's headings have meant the last time. */
export function suggestMapping(header: string[], columns: readonly ImportColumn[], remembered: Record<string, string>): ImportMapping {
  const words = header.map(wordOf);
  const mapping: ImportMapping = {};
  for (const column of columns) {
    const last = remembered[column.key];
    const index = last === undefined ? -1 : words.indexOf(last);
    const found = index >= 0 ? index : words.findIndex((word) => word !== "" && wordsOf(column).includes(word));
    if (found >= 0 && !Object.values(mapping).includes(found)) mapping[column.key] = found;
  }
  return mapping;
}

/** The mapping by the headings' words, so that it fits the source's next file in another order. */
export const toRemember = (header: string[], mapping: ImportMapping): Record<string, string> =>
  Object.fromEntries(Object.entries(mapping).map(([key, index]) => [key, wordOf(header[index] ?? "")]));
