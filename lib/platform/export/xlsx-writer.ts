// The smallest workbook every spreadsheet opens: one sheet, every cell text, so that nothing is computed or rounded.

import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { relationsXml, textXml, xmlHead } from "./xlsx-xml.ts";

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
  '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const book =
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">` +
  '<sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>';

const cellXml = (cell: string): string =>
  cell === "" ? "<c/>" : `<c t="inlineStr"><is><t xml:space="preserve">${textXml(cell)}</t></is></c>`;

/** Takes rows as they come; only the packed archive is held. */
export function openWorkbook(): { write(rows: readonly (readonly string[])[]): void; finish(): Promise<Uint8Array<ArrayBuffer>> } {
  const zip = new ZipFile();
  const sheet = new PassThrough();
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xmlHead + xml), name);
  add("[Content_Types].xml", types);
  add("_rels/.rels", relationsXml([{ type: `${office}/officeDocument`, target: "xl/workbook.xml" }]));
  add("xl/workbook.xml", book);
  add("xl/_rels/workbook.xml.rels", relationsXml([{ type: `${office}/worksheet`, target: "worksheets/sheet1.xml" }]));
  zip.addReadStream(sheet, "xl/worksheets/sheet1.xml");
  zip.end();
  const packed = buffer(zip.outputStream as NodeJS.ReadableStream);
  sheet.write(`${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`);
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
