// Files as offices send them, and files as nobody should (quality.md, R6).

import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { csvLine } from "../../lib/platform/export/csv-writer.ts";
import { openWorkbook } from "../../lib/platform/export/xlsx-writer.ts";
import type { ImportColumn } from "../../lib/platform/import/column.ts";
import { CsvRecords } from "../../lib/platform/import/csv-records.ts";
import { readSheet } from "../../lib/platform/import/read-sheet.ts";
import { shapeOf, suggestMapping } from "../../lib/platform/import/shape.ts";
import type { SheetRow } from "../../lib/platform/import/sheet.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function rowsOf(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of (await readSheet(bytes)).batches) rows.push(...batch);
  return rows;
}
const cellsOf = async (bytes: Uint8Array) => (await rowsOf(bytes)).map(({ cells }) => cells);
const column = (key: string, label: string): ImportColumn => ({ key, label, aliases: [], required: true, note: "", example: "" });
const columns = [column("name", "Ad"), column("city", "İl")];

describe("a CSV", () => {
  const table = [
    ["Ad", "İl"],
    ["Şule", "Iğdır"],
  ];

  test.each([
    ["UTF-8", bytesOf("Ad;İl\nŞule;Iğdır\n")],
    ["UTF-8 with its mark", bytesOf("\ufeffAd,İl\r\nŞule,Iğdır")],
    ["UTF-16", new Uint8Array(Buffer.from("\ufeffAd\tİl\r\nŞule\tIğdır", "utf16le"))],
    ["windows-1254", new Uint8Array([65, 100, 59, 0xdd, 108, 10, 0xde, 117, 108, 101, 59, 73, 0xf0, 100, 0xfd, 114])],
  ])("is read in %s", async (_name, bytes) => {
    expect(await cellsOf(bytes)).toEqual(table);
    expect((await readSheet(bytes)).rows).toBe(table.length);
  });

  test("keeps line breaks and separators inside quotes", async () => {
    expect(await cellsOf(bytesOf('a;b\n"x;\n""y""";2'))).toEqual([
      ["a", "b"],
      ['x;\n"y"', "2"],
    ]);
  });

  test("is the same however its text is cut into pieces, quotes or not", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ş", '"', ";", "\n", "\r", " ", "0"), maxLength: 6 });
    const quoted = (text: string, isAlways: boolean) => (isAlways || /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), fc.constantFrom("\n", "\r\n"), fc.boolean(), (rows, piece, lineEnd, isEnded) => {
        const lines = rows.map((row) => row.map(([text, isAlways]) => quoted(text, isAlways)).join(";"));
        const text = lines.join(lineEnd) + (isEnded || lines.at(-1) === "" ? lineEnd : "");
        const records = new CsvRecords({ delimiter: ";", lineEnd: "\n" });
        const pieces = Array.from({ length: Math.ceil(text.length / piece) }, (_, index) => text.slice(index * piece, (index + 1) * piece));
        const found = [...pieces.flatMap((one) => records.read(one)), ...records.end()];
        expect(found).toEqual(rows.map((row) => row.map(([told]) => told)));
      }),
      { numRuns: 2_000 },
    );
  });

  test("is refused with the row when a quote never closes, a cell is huge or the bytes are no text", async () => {
    await expect(rowsOf(bytesOf('a;b\n"x;2\n3;4'))).rejects.toMatchObject({
      code: "file_refused",
      message: expect.stringContaining("tırnak"),
    });
    await expect(rowsOf(bytesOf(`a;b\n1;${"x".repeat(10_000_000)}`))).rejects.toMatchObject({ code: "file_refused" });
    await expect(rowsOf(bytesOf("a;b\n1;\u0001"))).rejects.toMatchObject({ code: "file_refused" });
    await expect(rowsOf(new Uint8Array())).rejects.toMatchObject({ message: "Dosya boş." });
  });

  test("is refused beyond the row limit without being read to its end", async () => {
    await expect(rowsOf(bytesOf("1;2\n".repeat(1_000_000)))).rejects.toMatchObject({ message: expect.stringContaining("250.000") });
  });

  test("tells the cells that are formulas", async () => {
    expect((await rowsOf(bytesOf("a;b\n1;=HYPERLINK(1)")))[1]?.formulas).toEqual([1]);
  });
});

describe("headings", () => {
  test("are found under a title, and matched by name", async () => {
    const shape = await shapeOf(await readSheet(bytesOf("Liste 2026;\nİL;AD\nVan;Ali")), columns);
    expect(shape).toMatchObject({ headerRow: 2, header: ["İL", "AD"] });
    expect(suggestMapping(shape.header, columns, {})).toEqual({ name: 1, city: 0 });
  });

  test("in two rows are refused", async () => {
    await expect(shapeOf(await readSheet(bytesOf("Ad;İl\nAd;İl\nAli;Van")), columns)).rejects.toMatchObject({
      message: expect.stringContaining("başlık"),
    });
  });
});

describe("an XLSX", () => {
  test("that we wrote is read back", async () => {
    const book = openWorkbook();
    book.write([
      ["Ad", "İl"],
      ["a<b&c", ""],
      ["=1+1", "Van"],
    ]);
    expect(await cellsOf(await book.finish())).toEqual([
      ["Ad", "İl"],
      ["a<b&c", ""],
      ["=1+1", "Van"],
    ]);
  });

  test("that declares a document type or is damaged is refused", async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), "xl/worksheets/sheet1.xml");
    zip.end();
    await expect(rowsOf(new Uint8Array(await buffer(zip.outputStream as NodeJS.ReadableStream)))).rejects.toMatchObject({
      code: "file_refused",
    });
    await expect(rowsOf(bytesOf("PK\u0003\u0004broken"))).rejects.toMatchObject({ code: "file_refused" });
  });

  test("that explodes when unpacked is refused before it is", async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(1_000), "xl/worksheets/sheet1.xml");
    zip.end();
    const archive = await buffer(zip.outputStream as NodeJS.ReadableStream);
    archive.writeUInt32LE(420 * 1_048_576, archive.indexOf("PK\u0001\u0002") + 24);
    await expect(rowsOf(new Uint8Array(archive))).rejects.toMatchObject({ message: expect.stringContaining("çok büyük") });
  });
});

test("an exported cell never computes", () => {
  expect(csvLine(["=1+1", "+90", "-1", "@x", "\tx", "düz;metin"])).toBe("'=1+1;'+90;'-1;'@x;'\tx;\"düz;metin\"\r\n");
});
