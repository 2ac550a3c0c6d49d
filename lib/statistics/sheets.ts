// A publication as sheets of a workbook and as lines of a CSV file.
import { csvLine } from "../platform/export/csv-writer.ts";
import { addressOf, type BookSheet, type Cell } from "../platform/export/xlsx-book.ts";
import type { CellLook } from "../platform/export/xlsx-styles.ts";
import { machineText, notesOf, noticeOf, type Publication, symbolNotes } from "./publication.ts";
import type { Note } from "./publication-notes.ts";
import type { PublishedLine, PublishedTable, Shown } from "./published-table.ts";

const cell = (look: CellLook, value: string | number): Cell => ({ look, value });

/** Title, period and notice over the table, its notes and symbols under it. */
export function tableSheet(name: string, table: PublishedTable, publication: Publication, back: string | null): BookSheet {
  const notice = noticeOf(publication);
  const top: Cell[][] = [
    [cell("title", table.title)],
    [cell("subtitle", publication.subtitle)],
    ...(notice ? [[cell("field", notice)]] : []),
    back ? [{ look: "link", value: `← ${back}`, sheet: back }] : [],
  ];
  const head = table.heads.map((text, index) => cell(index === 0 ? "head" : "headRight", text));
  const symbols = symbolNotes([table]);
  const noteTexts = [...table.notes, ...symbols.map(({ name, text }) => `${name}  ${text}`)];
  const bottom: Cell[][] = [[], ...noteTexts.map((text) => [cell("note", text)])];
  const widths = widthsOf(table);
  const sheetWidth = widths.reduce((sum, width) => sum + width, 0);
  const wide = (row: number) => `${addressOf(row, 0)}:${addressOf(row, widths.length - 1)}`;
  const firstNote = top.length + 1 + table.lines.length + 1;
  const noteRows = noteTexts.map((_, index) => wide(firstNote + index));
  return {
    name,
    widths,
    rows: [...top, head, ...table.lines.map(lineCells), ...bottom],
    heights: {
      0: 20,
      2: notice ? linesOf(notice, sheetWidth) * 14 : 14,
      [top.length]: Math.max(1, ...table.heads.map((text, index) => linesOf(text, widths[index] ?? 10))) * 14,
      ...Object.fromEntries(noteTexts.map((text, index) => [firstNote + index, linesOf(text, sheetWidth * 1.1) * 13])),
    },
    frozen: { rows: top.length + 1, columns: 1 },
    merged: [...(notice ? [wide(2)] : []), ...noteRows],
    isLandscape: table.heads.length > 7,
  };
}

function lineCells({ label, cells, isTotal }: PublishedLine): Cell[] {
  return [cell(isTotal ? "totalLabel" : "label", label), ...cells.map((shown) => figureCell(shown, isTotal))];
}

function figureCell(shown: Shown, isTotal: boolean): Cell {
  if ("symbol" in shown) return cell(isTotal ? "totalSymbol" : "symbol", shown.symbol);
  if (shown.as === "count") return cell(isTotal ? "totalCount" : "count", shown.value);
  return cell(isTotal ? "totalDecimal" : "decimal", shown.value);
}

/** At least as wide as a sentence of notes needs. */
function widthsOf(table: PublishedTable): number[] {
  const widths = [labelWidth(table), ...table.heads.slice(1).map(figureWidth)];
  const missing = 84 - widths.reduce((sum, width) => sum + width, 0);
  return missing > 0 ? [...widths, missing] : widths;
}

const linesOf = (text: string, width: number): number => Math.ceil((text.length * 1.05) / width);

const labelWidth = ({ heads: [head = ""], lines }: PublishedTable): number =>
  Math.min(46, Math.max(14, head.length, ...lines.map(({ label }) => label.length)) + 2);

const figureWidth = (head: string): number =>
  Math.min(18, Math.max(10, Math.ceil(head.length / 2), ...head.split(/\s/).map((word) => word.length + 2)));

/** The metadata sheet: everything a reader needs to use the figures rightly (D3). */
export function notesSheet(name: string, publication: Publication): BookSheet {
  const notice = noticeOf(publication);
  const symbols = symbolNotes(publication.tables);
  const notes = [...(notice ? [{ name: "Dikkat", text: notice }] : []), ...notesOf(publication)];
  const line = ({ name, text }: Note): Cell[] => [cell("field", name), cell("label", text)];
  const first = 3;
  return {
    name,
    widths: [24, notesWidth],
    rows: [
      [cell("title", publication.title)],
      [cell("subtitle", publication.subtitle)],
      [],
      ...notes.map(line),
      ...(symbols.length > 0 ? [[], [cell("head", "Simge"), cell("head", "Anlamı")], ...symbols.map(line)] : []),
    ],
    heights: { 0: 20, ...Object.fromEntries(notes.map(({ text }, index) => [first + index, linesOf(text, notesWidth) * 14])) },
    frozen: { rows: 0, columns: 0 },
    merged: [],
    isLandscape: true,
  };
}

const notesWidth = 96;

/** The table first, so that a program finds its heads in the first line; what it means comes after an empty one. */
export function csvOf(publication: Publication): string {
  const tables = publication.tables.map(({ heads, lines }) =>
    [heads, ...lines.map(({ label, cells }) => [label, ...cells.map(machineText)])].map(csvLine).join(""),
  );
  const notice = noticeOf(publication);
  const notes = [
    ["Tablo", publication.title],
    ...(notice ? [["Dikkat", notice]] : []),
    ...notesOf(publication).map(({ name, text }) => [name, text]),
    ...symbolNotes(publication.tables).map(({ name, text }) => [name, text]),
  ];
  return `\ufeff${tables.join("\r\n")}\r\n${notes.map(csvLine).join("")}`;
}
