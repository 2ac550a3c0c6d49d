// The file that goes to NVİ with a batch, documented in docs/partner-files.md. What of a person may leave the ministry stands in
// one list, here (K10): the card prints it, and nothing else is sent.
import { csvLine } from "../platform/export/csv-writer.ts";

/** The only fields that leave, in the order of the columns. Each is printed on the card or names the blank and the line. */
export const partnerFields = [
  "satir",
  "kart_no",
  "seri_no",
  "tur",
  "izin_no",
  "ad",
  "soyad",
  "cinsiyet",
  "uyruk",
  "dogum_tarihi",
  "yabanci_kimlik_no",
  "gecerlilik_baslangic",
  "gecerlilik_bitis",
  "isveren",
  "calisma_ili",
  "serhler",
  "karekod",
] as const;
export type PartnerField = (typeof partnerFields)[number];

export type PartnerRow = Record<PartnerField, string>;

export const partnerFileVersion = "1";

export type PartnerFile = { batchNumber: string; series: string; rows: readonly PartnerRow[] };

/** Only the fields of the list, whatever else a row carries. */
const listed = (row: PartnerRow): string[] => partnerFields.map((field) => row[field]);

/** Semicolons, UTF-8, one header row; a cell a spreadsheet would compute gets an apostrophe before it. */
export function partnerCsv({ rows }: PartnerFile): string {
  return csvLine(partnerFields) + rows.map((row) => csvLine(listed(row))).join("");
}

export function partnerXml({ batchNumber, series, rows }: PartnerFile): string {
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<parti surum="${partnerFileVersion}" no="${escaped(batchNumber)}" seri="${escaped(series)}" adet="${rows.length}">\n`;
  return `${head}${rows.map(kartElement).join("")}</parti>\n`;
}

function kartElement(row: PartnerRow): string {
  const fields = partnerFields.map((field) => `    <${field}>${escaped(row[field])}</${field}>\n`).join("");
  return `  <kart>\n${fields}  </kart>\n`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Control characters cannot stand in XML 1.0, not even as references; no name or title has one. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? "").replace(/[^\P{Cc}\t\n\r]/gu, "");

/** What NVİ says about a line; the words of its file. */
export const partnerStateWords = { ALINDI: "received", DOGRULANDI: "validated", BASILDI: "printed", HATA: "error" } as const;

export const answerFields = ["satir", "kart_no", "seri_no", "durum", "kod", "aciklama"] as const;
export type AnswerField = (typeof answerFields)[number];
