// A workbook to be read and printed: several sheets, numbers as numbers, a few looks, heads that stay in sight. Lists of any
// length go through `xlsx-writer.ts`, which holds no sheet in memory.

import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { type CellLook, styleOf, stylesXml } from "./xlsx-styles.ts";
import { relationsXml, textXml, xmlHead } from "./xlsx-xml.ts";

/** Text is text, whatever it begins with: it lies in the file as a string and is never computed. */
export type Cell = { look: CellLook; value: string | number; sheet?: string } | null;

export type BookSheet = {
  /** At most 31 characters, none of : \ / ? * [ ]. */
  name: string;
  /** Characters of each column. */
  widths: readonly number[];
  rows: readonly (readonly Cell[])[];
  /** Points of the rows that need more than one line, by their place from 0. */
  heights: Readonly<Record<number, number>>;
  /** Rows above and columns left of what scrolls; they are repeated on every printed page. */
  frozen: { rows: number; columns: number };
  /** Runs of cells that are one: a sentence over the width of the sheet. */
  merged: readonly string[];
  isLandscape: boolean;
};

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
/** The same content gives the same bytes. */
const packed = { mtime: new Date(Date.UTC(2000, 0, 1)), forceDosTimestamp: true };

export async function workbookOf(sheets: readonly BookSheet[], about: { title: string; author: string }): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xmlHead + xml), name, packed);
  add("[Content_Types].xml", typesXml(sheets.length));
  add(
    "_rels/.rels",
    relationsXml([
      { type: `${office}/officeDocument`, target: "xl/workbook.xml" },
      { type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", target: "docProps/core.xml" },
    ]),
  );
  add("docProps/core.xml", aboutXml(about));
  add("xl/workbook.xml", bookXml(sheets));
  add(
    "xl/_rels/workbook.xml.rels",
    relationsXml([
      ...sheets.map((_, index) => ({ type: `${office}/worksheet`, target: `worksheets/sheet${index + 1}.xml` })),
      { type: `${office}/styles`, target: "styles.xml" },
    ]),
  );
  add("xl/styles.xml", stylesXml());
  for (const [index, sheet] of sheets.entries()) add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet));
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream as NodeJS.ReadableStream));
}

const typesXml = (sheets: number): string => {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`;
  const own = Array.from({ length: sheets }, (_, index) =>
    part(`/xl/worksheets/sheet${index + 1}.xml`, "officedocument.spreadsheetml.worksheet"),
  );
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    part("/xl/workbook.xml", "officedocument.spreadsheetml.sheet.main") +
    part("/xl/styles.xml", "officedocument.spreadsheetml.styles") +
    `${part("/docProps/core.xml", "package.core-properties")}${own.join("")}</Types>`
  );
};

const aboutXml = ({ title, author }: { title: string; author: string }): string =>
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${textXml(title)}</dc:title><dc:creator>${textXml(author)}</dc:creator><dc:language>tr-TR</dc:language></cp:coreProperties>`;

function bookXml(sheets: readonly BookSheet[]): string {
  const list = sheets.map(({ name }, index) => `<sheet name="${textXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const titles = sheets.flatMap(({ name, frozen }, index) =>
    frozen.rows > 0
      ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quotedName(name)}!$${frozen.rows}:$${frozen.rows}</definedName>`]
      : [],
  );
  return (
    `<workbook ${main} xmlns:r="${office}"><sheets>${list.join("")}</sheets>` +
    `${titles.length > 0 ? `<definedNames>${titles.join("")}</definedNames>` : ""}</workbook>`
  );
}

const quotedName = (name: string): string => `'${textXml(name.replaceAll("'", "''"))}'`;

function sheetXml({ widths, rows, heights, frozen, merged, isLandscape }: BookSheet): string {
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  const links = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell?.sheet
        ? [`<hyperlink ref="${addressOf(row, column)}" location="${quotedName(cell.sheet)}!A1" display="${textXml(String(cell.value))}"/>`]
        : [],
    ),
  );
  return (
    `<worksheet ${main}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">${paneXml(frozen)}</sheetView></sheetViews>` +
    `<cols>${columns.join("")}</cols><sheetData>${rows.map((cells, row) => rowXml(cells, row, heights[row])).join("")}</sheetData>` +
    (merged.length > 0
      ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
      : "") +
    (links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "") +
    '<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${isLandscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/>` +
    "<headerFooter><oddFooter>&amp;L&amp;8&amp;A&amp;R&amp;8&amp;P/&amp;N</oddFooter></headerFooter></worksheet>"
  );
}

function paneXml({ rows, columns }: BookSheet["frozen"]): string {
  if (rows === 0 && columns === 0) return "";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const beside = rows > 0 ? "bottomLeft" : "topRight";
  const active = rows > 0 && columns > 0 ? "bottomRight" : beside;
  return `<pane${split} topLeftCell="${addressOf(rows, columns)}" activePane="${active}" state="frozen"/>`;
}

function rowXml(cells: readonly Cell[], row: number, height: number | undefined): string {
  const own = cells.map((cell, column) => (cell ? cellXml(cell, addressOf(row, column)) : ""));
  return `<row r="${row + 1}"${height ? ` ht="${height}" customHeight="1"` : ""}>${own.join("")}</row>`;
}

function cellXml({ look, value }: NonNullable<Cell>, address: string): string {
  const place = `r="${address}" s="${styleOf(look)}"`;
  if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${textXml(value)}</t></is></c>`;
}

/** "C5" of the fifth row's third cell. */
export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
