import { csvLine } from "@/lib/platform/export/csv-writer.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** What a picture shows, as a table: the same figures on the screen, in print and in the file. */
export type ChartData = {
  columns: readonly { label: string; numeric?: boolean }[];
  rows: readonly { key: string; cells: readonly (string | number | null)[] }[];
};

/** A number with its Turkish separators; "–" where there is none. */
export const cellText = (cell: string | number | null): string => {
  if (cell === null) return "–";
  return typeof cell === "string" ? cell : formatNumber(cell);
};

/** With a mark for Excel, semicolons and decimal commas; what it is and of when stands below the rows. */
export function csvOf({ columns, rows }: ChartData, notes: readonly string[]): string {
  const plain = (cell: string | number | null) => (cell === null ? "" : String(cell).replace(".", typeof cell === "number" ? "," : "."));
  const lines = [columns.map(({ label }) => label), ...rows.map(({ cells }) => cells.map(plain)), [], ...notes.map((note) => [note])];
  return `\ufeff${lines.map(csvLine).join("")}`;
}

export const saveText = (name: string, text: string): void => saveBlob(name, new Blob([text], { type: "text/csv;charset=utf-8" }));

/** Hands bytes to the browser as a file. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
