import { AppError } from "../errors.ts";

/** One row as a spreadsheet counts it, first row 1. `formulas` are the columns whose cell computes instead of telling. */
export type SheetRow = { number: number; cells: string[]; formulas?: number[] };

/** What was recognised of a file before its rows. */
export type SheetFormat = { format: "csv" | "xlsx"; encoding: string | null; delimiter: string | null };

/** `rows` is how many there are, roughly and before any is read; null where the file does not tell. */
export type Sheet = { about: SheetFormat; rows: number | null; batches: AsyncIterable<SheetRow[]> };

/** A spreadsheet's own limit for a cell; the others keep one file from taking the worker for itself. */
export const sheetLimits = { rows: 250_000, columns: 200, cell: 32_767, unpacked: 400 * 1_048_576, entries: 2_000 } as const;

export const refusedFile = (message: string): AppError =>
  new AppError("file_refused", { message, invalidParams: [{ path: "file", message }] });

/** Refuses a row that no spreadsheet would hold; says which row and column. */
export function assertWithinLimits({ number, cells }: SheetRow): void {
  if (number > sheetLimits.rows) throw refusedFile("Dosyada 250.000’den çok satır var. Dosyayı bölüp parça parça yükleyin.");
  if (cells.length > sheetLimits.columns) throw refusedFile(`${number}. satırda 200’den çok sütun var. Ayırıcıyı denetleyin.`);
  const long = cells.findIndex((cell) => cell.length > sheetLimits.cell);
  if (long >= 0)
    throw refusedFile(`${number}. satırın ${long + 1}. hücresi 32.767 karakterden uzun. Kapanmamış bir tırnak olabilir; dosyayı düzeltin.`);
}
