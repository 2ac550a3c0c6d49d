import { CsvError, parse } from "csv-parse";
import { encodingOf, type TextEncoding, textOf } from "./encoding.ts";
import { assertWithinLimits, refusedFile, type Sheet, type SheetRow, sheetLimits } from "./sheet.ts";

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
  return { about: { format: "csv", encoding: encodingNames[encoding], delimiter }, batches: batchesOf(bytes, encoding, delimiter) };
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

async function* batchesOf(bytes: Uint8Array, encoding: TextEncoding, delimiter: string): AsyncGenerator<SheetRow[]> {
  const parser = parse({ delimiter, bom: true, relax_column_count: true, max_record_size: 1_000_000, trim: false });
  let batch: SheetRow[] = [];
  let number = 0;
  parser.on("data", (cells: string[]) => {
    number += 1;
    if (number === 1 && /^sep=.?$/i.test(cells.join(""))) return;
    const formulas = cells.flatMap((cell, index) => (cell.startsWith("=") ? [index] : []));
    batch.push({ number, cells, ...(formulas.length > 0 && { formulas }) });
  });
  // Each step is told its own failure; unheard, the stream's would end the process.
  parser.on("error", () => undefined);
  const taken = () => {
    const rows = batch;
    batch = [];
    for (const row of rows) assertWithinLimits(row);
    return rows;
  };
  try {
    for (const text of textOf(bytes, encoding)) {
      await written(parser, text);
      yield taken();
      if (number > sheetLimits.rows) break;
    }
    await ended(parser);
    yield taken();
  } catch (error) {
    throw error instanceof CsvError ? refusedFile(faultOf(error, number)) : error;
  } finally {
    parser.destroy();
  }
}

type Parser = ReturnType<typeof parse>;

const written = (parser: Parser, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()));
  });

const ended = (parser: Parser): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.once("error", reject);
    parser.once("end", resolve);
    parser.end();
  });

function faultOf(error: CsvError, read: number): string {
  const row = `${read + 1}. satır`;
  if (error.code === "CSV_MAX_RECORD_SIZE") return `${row} okunamadı: bir hücre çok uzun ya da bir tırnak kapanmamış.`;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return `${row} okunamadı: açılan tırnak dosyanın sonuna kadar kapanmıyor.`;
  return `${row} okunamadı: tırnak işareti hücrenin ortasında. Tırnak içeren hücreleri "" ile yazın.`;
}
