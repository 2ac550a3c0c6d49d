// The smallest workbook every spreadsheet opens: one sheet, every cell text, so that nothing is computed or rounded.

import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const types =
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
  '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const relation = (id: string, type: string, target: string) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const book =
  `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
  '<sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>';

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const cellXml = (cell: string): string =>
  cell === ""
    ? "<c/>"
    : `<c t="inlineStr"><is><t xml:space="preserve">${cell.replace(/[&<>]/g, (letter) => escapes[letter] ?? "")}</t></is></c>`;

/** Takes rows as they come; only the packed archive is held. */
export function openWorkbook(): { write(rows: readonly (readonly string[])[]): void; finish(): Promise<Uint8Array<ArrayBuffer>> } {
  const zip = new ZipFile();
  const sheet = new PassThrough();
  zip.addBuffer(Buffer.from(types), "[Content_Types].xml");
  zip.addBuffer(Buffer.from(relation("rId1", "officeDocument", "xl/workbook.xml")), "_rels/.rels");
  zip.addBuffer(Buffer.from(book), "xl/workbook.xml");
  zip.addBuffer(Buffer.from(relation("rId1", "worksheet", "worksheets/sheet1.xml")), "xl/_rels/workbook.xml.rels");
  zip.addReadStream(sheet, "xl/worksheets/sheet1.xml");
  zip.end();
  const packed = buffer(zip.outputStream as NodeJS.ReadableStream);
  sheet.write(`${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`);
  return {
    write: (rows) => {
      sheet.write(rows.map((cells) => `<row>${cells.map(cellXml).join("")}</row>`).join(""));
    },
    finish: async () => {
      sheet.end("</sheetData></worksheet>");
      return new Uint8Array(await packed);
    },
  };
}
