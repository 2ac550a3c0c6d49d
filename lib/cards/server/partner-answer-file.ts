// NVİ's answer as it arrives: CSV with a header row, or XML with one element a line (docs/partner-files.md). Everything is read and
// judged before anything is done; the bytes come from outside.
import { XMLParser } from "fast-xml-parser";
import { AppError } from "../../platform/errors.ts";
import { readCsv } from "../../platform/import/csv-reader.ts";
import type { PartnerState } from "../batch.ts";
import { type AnswerField, answerFields, partnerStateWords } from "../partner-file.ts";

export type PartnerAnswer = {
  row: number;
  line: number;
  cardNumber: string;
  serialNumber: string;
  state: PartnerState;
  code: string;
  text: string;
};

const maxAnswers = 20_000;

/** Errors: `file_refused` with the row that cannot be read. */
export async function readPartnerAnswers(bytes: Uint8Array): Promise<{ batchNumber: string | null; answers: PartnerAnswer[] }> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200)).replace(/^ï»¿/, "").trimStart();
  const { batchNumber, rows } = head.startsWith("<") ? readXml(bytes) : await readTable(bytes);
  if (rows.length === 0) throw refused("Dosyada yanıt satırı yok.");
  return { batchNumber, answers: rows.map(({ row, cells }) => answerOf(row, cells)) };
}

export const refused = (message: string) => new AppError("file_refused", { message, invalidParams: [{ path: "file", message }] });

type Cells = Partial<Record<AnswerField | "parti_no", string>>;
type Read = { batchNumber: string | null; rows: { row: number; cells: Cells }[] };

function answerOf(row: number, cells: Cells): PartnerAnswer {
  const state = (partnerStateWords as Record<string, PartnerState | undefined>)[cells.durum ?? ""];
  if (!/^\d{1,5}$/.test(cells.satir ?? "")) throw refused(`${row}. satır: “satir” bir sayı değil.`);
  if (!state) throw refused(`${row}. satır: “durum” ${Object.keys(partnerStateWords).join(", ")} olabilir.`);
  const code = cells.kod ?? "";
  if (state === "error" && code === "") throw refused(`${row}. satır: hatanın kodu yok.`);
  const text = (cells.aciklama ?? "").replace(/\p{Cc}/gu, " ").slice(0, 300);
  return {
    row,
    line: Number(cells.satir),
    cardNumber: cells.kart_no ?? "",
    serialNumber: cells.seri_no ?? "",
    state,
    code: code.slice(0, 40),
    text,
  };
}

async function readTable(bytes: Uint8Array): Promise<Read> {
  let header: string[] | null = null;
  const rows: Read["rows"] = [];
  for await (const batch of readCsv(bytes).batches) {
    for (const { number, cells } of batch) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      if (header) rows.push({ row: number, cells: named(header, cells) });
      else header = headerOf(cells);
      if (rows.length > maxAnswers) throw refused(`Bir dosyada en çok ${maxAnswers} yanıt olabilir.`);
    }
  }
  return { batchNumber: rows.find(({ cells }) => cells.parti_no)?.cells.parti_no ?? null, rows };
}

function headerOf(cells: readonly string[]): string[] {
  const header = cells.map((cell) => cell.trim().toLowerCase());
  const missing = answerFields.slice(0, 4).filter((field) => !header.includes(field));
  if (missing.length > 0) throw refused(`Dosyanın ilk satırında şu sütunlar yok: ${missing.join(", ")}.`);
  return header;
}

const named = (header: readonly string[], cells: readonly string[]): Cells =>
  Object.fromEntries(header.map((name, index) => [name, (cells[index] ?? "").trim()]));

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  isArray: (name) => name === "kart",
});

function readXml(bytes: Uint8Array): Read {
  const text = utf8(bytes);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw refused("XML içinde tanım (DOCTYPE) olamaz.");
  const root = parsed(text).yanit;
  if (!isObject(root) || !Array.isArray(root.kart)) throw refused("XML’in kökü <yanit>, satırları <kart> olmalı.");
  if (root.kart.length > maxAnswers) throw refused(`Bir dosyada en çok ${maxAnswers} yanıt olabilir.`);
  const rows = root.kart.map((kart: unknown, index) => ({ row: index + 1, cells: isObject(kart) ? textCells(kart) : {} }));
  return { batchNumber: typeof root["@parti"] === "string" ? root["@parti"] : null, rows };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const textCells = (kart: Record<string, unknown>): Cells =>
  Object.fromEntries(answerFields.map((field) => [field, typeof kart[field] === "string" ? kart[field].trim() : ""]));

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refused("XML dosyası UTF-8 değil.");
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return parser.parse(text) as Record<string, unknown>;
  } catch {
    throw refused("XML okunamadı; dosya eksik ya da bozuk.");
  }
}
