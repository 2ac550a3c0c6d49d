import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinWithPrevious, pasteTable } from "../../components/circulars/composer/body-edits.ts";
import type { Block } from "../../components/circulars/composer/draft-content.ts";
import {
  addColumn,
  addRow,
  BodyTable,
  cellsOfText,
  emptyTable,
  pasteCells,
  removeColumn,
  removeRow,
  tableOfCells,
} from "../../lib/circulars/body-table.ts";
import { BodyBlock } from "../../lib/circulars/contract.ts";
import type { Letter } from "../../lib/circulars/letter.ts";
import { lintLetter } from "../../lib/circulars/letter-linter.ts";
import { renderLetter } from "../../lib/circulars/server/letter/render-letter.ts";
import type { WrittenLetter } from "../../lib/circulars/written-letter.ts";
import { pdfLines, pdfText } from "./fixtures/pdf-text.ts";
import { printedSeedLetter } from "./fixtures/seed-letter.ts";

const cell = fc.string({ unit: fc.constantFrom("a", "ş", " ", "1", '"', ","), minLength: 0, maxLength: 8 }).map((text) => text.trim());
const cells = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 12 }))
  .chain(([columns, rows]) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));

/** As a spreadsheet copies it. */
const copied = (rows: string[][]) =>
  rows.map((row) => row.map((text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join("\t")).join("\r\n");

const collapsed = (text: string) => text.replace(/ +/g, " ");

describe("cells from a spreadsheet", () => {
  test("arrive as they were copied, quotes and line breaks within a cell included", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const read = cellsOfText(copied(rows)) ?? [];
        expect(rows.map((row) => row.map(collapsed))).toEqual(rows.map((_, index) => read[index] ?? []));
      }),
    );
    expect(cellsOfText('İl\t"iki\nsatır"\r\nAksaray\t5\r\n')).toEqual([
      ["İl", "iki satır"],
      ["Aksaray", "5"],
    ]);
    expect(cellsOfText("tek sütun\niki satır")).toBeNull();
  });

  test("make a table whose columns of numbers stand at the right", () => {
    const table = tableOfCells([
      ["İl", "Kart", "Pay"],
      ["Aksaray", "1.204", "%12,5"],
      ["Konya", "", "8,2 %"],
    ]);
    expect(table).toMatchObject({ hasHeader: true, aligns: ["left", "right", "right"] });
  });

  test("every way of changing a table leaves a whole one within its limits", () => {
    const edits = fc.array(fc.tuple(fc.constantFrom("row", "column", "-row", "-column", "paste"), fc.nat(9)), { maxLength: 40 });
    fc.assert(
      fc.property(edits, cells, (deeds, pasted) => {
        let table = emptyTable();
        for (const [deed, at] of deeds) {
          if (deed === "row") table = addRow(table, at);
          if (deed === "column") table = addColumn(table, at % table.aligns.length);
          if (deed === "-row") table = removeRow(table, at % table.rows.length);
          if (deed === "-column") table = removeColumn(table, at % table.aligns.length);
          if (deed === "paste") table = pasteCells(table, { row: at % table.rows.length, column: at % table.aligns.length }, pasted);
          expect(BodyTable.safeParse(table).success).toBe(true);
        }
      }),
    );
  });

  test("pasted into an empty paragraph take its place; into a written one they follow it", () => {
    const table = tableOfCells([["a", "b"]]);
    const body: Block[] = [
      { key: "1", kind: "paragraph", text: "Metin" },
      { key: "2", kind: "paragraph", text: "" },
    ];
    expect(pasteTable(body, 1, table)?.body.map(({ kind }) => kind)).toEqual(["paragraph", "table"]);
    const followed = pasteTable(body, 0, table)?.body ?? [];
    expect(followed.map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
    expect(joinWithPrevious(followed, 2)).toBeNull();
  });

  test("a table has no words of its own and no ragged row", () => {
    const table = { hasHeader: false, aligns: ["left", "left"], rows: [["a", "b"], ["c"]] };
    expect(BodyBlock.safeParse({ kind: "table", text: "", table }).success).toBe(false);
    expect(BodyBlock.safeParse({ kind: "table", text: "x", table: emptyTable() }).success).toBe(false);
    expect(BodyBlock.safeParse({ kind: "table", text: "", table: emptyTable() }).success).toBe(true);
  });
});

const tableBlock = (rows: string[][], hasHeader = true): Letter["body"][number] => ({
  kind: "table",
  text: "",
  table: { ...tableOfCells(rows), hasHeader },
});

const manyRows = (count: number) => [
  ["Sıra", "Kurum", "Kart"],
  ...Array.from({ length: count }, (_, n) => [`${n + 1}`, `Kurum ${n + 1}`, "1.204"]),
];

async function printed(body: Letter["body"], change: Partial<Letter> = {}) {
  const letter = { ...printedSeedLetter, recipients: printedSeedLetter.recipients.slice(0, 3), body, ...change };
  const { pdf, pageCount } = renderLetter(letter, { createdAt: new Date("2026-11-23T07:15:00Z") });
  return { pdf, pageCount, lines: (await pdfText(pdf)).map(pdfLines) };
}

const paragraph = (text: string): Letter["body"][number] => ({ kind: "paragraph", text });

describe("a table in the letter", () => {
  test("stands between its paragraphs, and its head is on every page it reaches", async () => {
    const { pageCount, lines, pdf } = await printed([paragraph("Önce."), tableBlock(manyRows(90)), paragraph("Sonra.")]);
    expect(pageCount).toBeGreaterThan(2);
    const headed = lines.filter((page) => page.some((line) => line.startsWith("Sıra Kurum Kart")));
    const reached = lines.filter((page) => page.some((line) => /^\d+ Kurum \d+ 1\.204$/.test(line)));
    expect(headed).toEqual(reached);
    const all = lines.flat();
    for (const n of [1, 45, 90]) expect(all).toContain(`${n} Kurum ${n} 1.204`);
    expect(all.indexOf("Önce.")).toBeLessThan(all.indexOf("1 Kurum 1 1.204"));
    expect(all.indexOf("90 Kurum 90 1.204")).toBeLessThan(all.indexOf("Sonra."));
    // Tagged, so that a screen reader names the columns; still PDF/A-1a.
    const text = pdf.toString("latin1");
    for (const tag of ["/Table", "/TH", "/TD", "<pdfaid:conformance>A</pdfaid:conformance>"]) expect(text).toContain(tag);
  });

  test("that ends the text keeps signature, attachments and distribution together on the last page", async () => {
    for (let count = 1; count <= 60; count += 3) {
      const { lines } = await printed([paragraph("Önce."), tableBlock(manyRows(count))]);
      const pageOf = (text: string) => lines.findIndex((page) => page.includes(text));
      expect([pageOf("Ad SOYAD"), pageOf("Gereğini arz ederim.")], `${count} rows`).toEqual([pageOf("Dağıtım:"), pageOf("Dağıtım:")]);
      expect(pageOf("Ad SOYAD")).toBeGreaterThanOrEqual(0);
    }
  });

  test("keeps every word within the page, however long and however many columns", async () => {
    const word = "Mukavelename".repeat(20);
    const { pdf } = await printed([tableBlock([Array.from({ length: 8 }, () => "Başlık"), Array.from({ length: 8 }, () => word)])]);
    const margin = (1.5 / 2.54) * 72;
    for (const piece of (await pdfText(pdf)).flat()) expect(piece.right).toBeLessThanOrEqual(595.28 - margin + 0.01);
  });

  test("is text and never markup", async () => {
    const { lines } = await printed([
      tableBlock(
        [
          ["#let x = 1", "*kalın*"],
          ["$x$", "<a>"],
        ],
        false,
      ),
    ]);
    expect(lines.flat()).toEqual(expect.arrayContaining(["#let x = 1 *kalın*", "$x$ <a>"]));
  });
});

describe("the linter and a table", () => {
  const written = (body: WrittenLetter["body"]): WrittenLetter => ({
    heading: ["T.C.", "AKSARAY VALİLİĞİ"],
    subject: "Kart Teslimi",
    references: ["Aksaray Valiliğinin 11.03.2026 tarihli ve E-12345678-903.07-9209 sayılı yazısı."],
    body,
    closing: "Gereğini rica ederim.",
    urgency: "timed",
    dueOn: "2026-12-15",
    attachments: [],
    proposedClosing: null,
    hasSuperior: false,
    given: null,
    pages: null,
    placement: null,
  });
  const first = paragraph("İlgi'de kayıtlı yazı uyarınca kartlar teslim edilir.");
  const table = tableBlock([
    ["ABC", "12345"],
    ["Valiliği'nin", "Gereğini rica ederim."],
  ]);

  test("cells break no rule of the text, wherever the table stands", () => {
    const codes = (body: WrittenLetter["body"]) => lintLetter(written(body)).map(({ code }) => code);
    expect(codes([table, first, table])).toEqual(codes([first]));
  });

  test("a day that stands in a cell is a day in the letter, and the missing one is asked of a paragraph", () => {
    const asked = lintLetter(written([first, table])).find(({ code }) => code === "GUNLU-1");
    expect(asked?.place).toEqual({ field: "body", index: 0 });
    const dated = tableBlock([["Son gün", "15.12.2026"]]);
    expect(lintLetter(written([first, dated])).map(({ code }) => code)).not.toContain("GUNLU-1");
  });
});
