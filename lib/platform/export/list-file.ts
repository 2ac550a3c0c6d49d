// A list as a file: rows of text in the order they come, as CSV or as a workbook.
import { ownBytes } from "../crypto/digest.ts";
import { csvLine } from "./csv-writer.ts";
import { openWorkbook } from "./xlsx-writer.ts";

export const listMediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export type ListFormat = keyof typeof listMediaTypes;

export type ListWriter = ReturnType<typeof openWorkbook>;

export const openList = (format: ListFormat): ListWriter => (format === "xlsx" ? openWorkbook() : openCsv());

/** UTF-8 with its mark, so that a spreadsheet reads Turkish letters. */
function openCsv(): ListWriter {
  const parts: Buffer[] = [Buffer.from("\ufeff")];
  return {
    write: (rows) => {
      parts.push(Buffer.from(rows.map(csvLine).join("")));
    },
    finish: async () => ownBytes(Buffer.concat(parts)),
  };
}
