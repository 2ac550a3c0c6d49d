// A table within the text of a letter: rows of plain words under one head. It is printed in the letter's own face and
// never holds markup; its cells carry no rule of their own, so the checks of the text pass it by.
import { z } from "zod";
import { line } from "../platform/http/fields.ts";

export const mostColumns = 8;
export const mostRows = 200;
const longestCell = 500;

export const ColumnAlign = z.enum(["left", "center", "right"]);
export type ColumnAlign = z.infer<typeof ColumnAlign>;

export const BodyTable = z
  .object({
    /** The first row names the columns and is repeated on every page. */
    hasHeader: z.boolean(),
    /** One for each column. */
    aligns: z.array(ColumnAlign).min(1).max(mostColumns),
    rows: z
      .array(z.array(line(longestCell, 0)).min(1).max(mostColumns))
      .min(1)
      .max(mostRows),
  })
  .refine(({ aligns, rows }) => rows.every((row) => row.length === aligns.length), "Satırların sütun sayısı aynı olmalıdır.");
export type BodyTable = z.infer<typeof BodyTable>;

/** What a letter's text consists of; a table has no words of its own beside its cells. */
type Block = { kind: string; text: string; table?: BodyTable };

export const isWrittenBlock = ({ text, table }: Block): boolean =>
  table ? table.rows.some((row) => row.some((cell) => cell.trim() !== "")) : text.trim() !== "";

/** Everything a block prints, to be looked through. */
export const wordsOfBlock = ({ text, table }: Block): string => (table ? table.rows.map((row) => row.join(" ")).join("\n") : text);

export const emptyTable = (): BodyTable => ({ hasHeader: true, aligns: ["left", "left", "left"], rows: [1, 2, 3].map(() => ["", "", ""]) });

/** Cells as a spreadsheet puts them on the clipboard: tabs and lines, quoted where a cell holds one; null for plain text. */
export function cellsOfText(text: string): string[][] | null {
  if (!text.includes("\t")) return null;
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.replace(/\r\n?/g, "\n").matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)?.push(cellOf(quoted?.replaceAll('""', '"') ?? plain));
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  // The line break behind the last row begins none.
  return rows.filter((row, index) => index < rows.length - 1 || row.some((cell) => cell !== "") || row.length > 1);
}

const cellOf = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zs}]+/gu, " ")
    .trim()
    .slice(0, longestCell);

/** A table of pasted cells; columns that hold nothing but numbers below their head stand at the right. */
export function tableOfCells(cells: readonly (readonly string[])[]): BodyTable {
  const width = Math.min(mostColumns, Math.max(1, ...cells.map((row) => row.length)));
  const rows = cells.slice(0, mostRows).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
  return { hasHeader: rows.length > 1, aligns: Array.from({ length: width }, (_, column) => alignOf(rows, column)), rows };
}

const amount = /^[+-]?[\d.]+(?:,\d+)?\s*(?:%|TL|₺)?$|^%\s?\d+(?:,\d+)?$/;

function alignOf(rows: readonly (readonly string[])[], column: number): ColumnAlign {
  const below = rows
    .slice(1)
    .map((row) => row[column] ?? "")
    .filter((cell) => cell !== "");
  return below.length > 0 && below.every((cell) => amount.test(cell)) ? "right" : "left";
}

/** Pasted over the table from one cell on; it grows as far as it may, and what does not fit is left out. */
export function pasteCells(table: BodyTable, at: { row: number; column: number }, cells: readonly (readonly string[])[]): BodyTable {
  const wide = Math.max(table.aligns.length, Math.min(mostColumns, at.column + Math.max(...cells.map((row) => row.length))));
  const high = Math.max(table.rows.length, Math.min(mostRows, at.row + cells.length));
  const rows = Array.from({ length: high }, (_, row) =>
    Array.from({ length: wide }, (_, column) => cells[row - at.row]?.[column - at.column] ?? table.rows[row]?.[column] ?? ""),
  );
  const aligns = Array.from({ length: wide }, (_, column) => table.aligns[column] ?? alignOf(rows, column));
  return { ...table, aligns, rows };
}

export function withCell(table: BodyTable, { row, column }: { row: number; column: number }, text: string): BodyTable {
  return { ...table, rows: table.rows.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? text : cell)) : cells)) };
}

export function addRow(table: BodyTable, after: number): BodyTable {
  if (table.rows.length >= mostRows) return table;
  return {
    ...table,
    rows: table.rows.toSpliced(
      after + 1,
      0,
      table.aligns.map(() => ""),
    ),
  };
}

export const removeRow = (table: BodyTable, row: number): BodyTable =>
  table.rows.length === 1 ? table : { ...table, rows: table.rows.toSpliced(row, 1) };

export function addColumn(table: BodyTable, after: number): BodyTable {
  if (table.aligns.length >= mostColumns) return table;
  return { ...table, aligns: table.aligns.toSpliced(after + 1, 0, "left"), rows: table.rows.map((row) => row.toSpliced(after + 1, 0, "")) };
}

export const removeColumn = (table: BodyTable, column: number): BodyTable =>
  table.aligns.length === 1
    ? table
    : { ...table, aligns: table.aligns.toSpliced(column, 1), rows: table.rows.map((row) => row.toSpliced(column, 1)) };

export const alignColumn = (table: BodyTable, column: number, align: ColumnAlign): BodyTable => ({
  ...table,
  aligns: table.aligns.with(column, align),
});
