import { CsvRecords } from "./csv-records.ts";
import { encodingOf, type TextEncoding, textOf } from "./encoding.ts";
import { assertWithinLimits, type Sheet, type SheetRow, sheetLimits } from "./sheet.ts";

const delimiters = [";", ",", "\t"] as const;
const encodingNames: Record<TextEncoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1254": "Windows-1254 (Türkçe)",
};

/** A CSV of any of the usual encodings and separators, read in one pass with the memory of one piece. */
export function readCsv(bytes: Uint8Array): Sheet {
  const encoding = encodingOf(bytes);
  const head = textOf(bytes.subarray(0, 65_536), encoding).next().value ?? "";
  const delimiter = delimiterOf(head);
  const records = new CsvRecords({ delimiter, lineEnd: head.includes("\n") ? "\n" : "\r" });
  const about = { format: "csv", encoding: encodingNames[encoding], delimiter } as const;
  return { about, rows: lineCount(bytes, head.includes("\n") ? 0x0a : 0x0d), batches: batchesOf(textOf(bytes, encoding), records) };
}

/** Lines within quotes are counted too: it is for a progress bar. */
function lineCount(bytes: Uint8Array, lineEnd: number): number {
  let count = 0;
  for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) count += 1;
  return bytes.at(-1) === lineEnd ? count : count + 1;
}

/** What stands most often between the cells of the first lines, quoted text left out; "sep=;" says it outright. */
function delimiterOf(head: string): string {
  const told = /^\ufeff?sep=(.)\r?\n/i.exec(head)?.[1];
  if (told) return told;
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 10);
  const counts = delimiters.map((delimiter) => ({
    delimiter,
    count: Math.max(0, ...lines.map((line) => line.split(delimiter).length - 1)),
  }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ";";
}

async function* batchesOf(texts: Iterable<string>, records: CsvRecords): AsyncGenerator<SheetRow[]> {
  let number = 0;
  const numbered = (found: readonly string[][]): SheetRow[] =>
    found.flatMap((cells) => {
      number += 1;
      if (number === 1 && /^sep=.?$/i.test(cells.join(""))) return [];
      const row = rowOf(number, cells);
      assertWithinLimits(row);
      return row;
    });
  for (const text of texts) {
    yield numbered(records.read(text));
    if (number > sheetLimits.rows) return;
  }
  yield numbered(records.end());
}

function rowOf(number: number, cells: string[]): SheetRow {
  const formulas = cells.flatMap((cell, index) => (cell.charCodeAt(0) === 61 ? [index] : []));
  return formulas.length > 0 ? { number, cells, formulas } : { number, cells };
}
