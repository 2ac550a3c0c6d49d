// A file of any kind of record with faults planted at known rows (quality.md, S9).
import type { Cells, ImportColumn } from "../../lib/platform/import/column.ts";
import { dice } from "../../prisma/permits/dice.ts";

export type Planted = { rowNumber: number; kind: string; outcome: "invalid" | "duplicate"; column: string; message: string };
export type PlantedFile = { bytes: Uint8Array<ArrayBuffer>; planted: Planted[] };

/** `earlier` is a sound row above; `place` counts the planted ones. */
export type PlantedFault = {
  kind: string;
  column: string;
  message: string;
  outcome?: "duplicate";
  change(row: Cells, earlier: Cells, place: number): Cells;
};

type Wanted = {
  columns: readonly ImportColumn[];
  faults: readonly PlantedFault[];
  rows: number;
  faultCount: number;
  aRow(index: number): Cells;
};

/**
 * `rows` rows of which `faultCount` are wrong, at places that look like chance and are the same at every run. Each fault
 * stands at least one row below a sound one, which some kinds repeat.
 */
export function plantedIn({ columns, faults, rows, faultCount, aRow }: Wanted): PlantedFile {
  const places = placesOf(rows, faultCount);
  const planted: Planted[] = [];
  const cells: Cells[] = [];
  let sound: Cells = {};
  for (let index = 0; index < rows; index += 1) {
    const row = aRow(index);
    const fault = places.has(index) ? faults[planted.length % faults.length] : undefined;
    cells.push(fault ? { ...row, ...fault.change(row, sound, planted.length) } : row);
    if (!fault) sound = row;
    else planted.push({ rowNumber: index + 2, outcome: "invalid", ...plain(fault) });
  }
  return { bytes: csvOf(columns, cells), planted };
}

const plain = ({ change: _change, ...told }: PlantedFault) => told;

/** Never the first row, and never two in a row for one sound row to be repeated twice. */
function placesOf(rows: number, count: number): Set<number> {
  const roll = dice(9, rows);
  const places = new Set<number>();
  const stretch = rows / Math.max(1, count);
  for (let one = 0; one < count; one += 1) places.add(Math.floor(one * stretch + 1 + roll() * (stretch - 2)));
  return places;
}

/** Every column under its label; a row's cells by key. */
export function csvOf(columns: readonly ImportColumn[], rows: readonly Cells[]): Uint8Array<ArrayBuffer> {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ key }) => row[key] ?? ""))];
  return new TextEncoder().encode(lines.map((cells) => `${cells.join(";")}\r\n`).join(""));
}
