import { csvLine } from "../export/csv-writer.ts";
import type { ImportColumn } from "./column.ts";

/** Headings, one example row: UTF-8 with its mark and semicolons, which a Turkish spreadsheet opens as columns. */
export function emptySheet(columns: readonly ImportColumn[]): Uint8Array<ArrayBuffer> {
  const lines = [columns.map(({ label }) => label), columns.map(({ example }) => example)].map(csvLine);
  return new TextEncoder().encode(`\ufeff${lines.join("")}`);
}
