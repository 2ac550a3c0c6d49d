import { readCsv } from "./csv-reader.ts";
import { refusedFile, type Sheet } from "./sheet.ts";
import { readXlsx } from "./xlsx-reader.ts";

const signatures = { zip: [0x50, 0x4b, 0x03, 0x04], ole: [0xd0, 0xcf, 0x11, 0xe0] };
const begins = (bytes: Uint8Array, signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

/** Judged by its first bytes, never by its name. */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  if (bytes.length === 0) throw refusedFile("Dosya boş.");
  if (begins(bytes, signatures.ole)) throw refusedFile("Eski Excel biçimi (.xls) ya da parolalı dosya. XLSX ya da CSV olarak kaydedin.");
  return begins(bytes, signatures.zip) ? readXlsx(bytes) : readCsv(bytes);
}
