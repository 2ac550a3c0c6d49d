import { describe, expect, test } from "vitest";
import { ApplicationType, Education, PermitCard, PermitKind, Sex, SizeBand } from "../../lib/permits/contract.ts";
import { sectorLabels } from "../../lib/permits/value-words.ts";
import { workbookOf } from "../../lib/platform/export/xlsx-book.ts";
import { readXlsx } from "../../lib/platform/import/xlsx-reader.ts";
import { type Axis, Axis as AxisSchema, type Cut, type Figure } from "../../lib/statistics/contract.ts";
import { durationTable } from "../../lib/statistics/duration-table.ts";
import { measureOf } from "../../lib/statistics/measures.ts";
import { inNaturalOrder } from "../../lib/statistics/natural-order.ts";
import { occupationGroupCodes } from "../../lib/statistics/occupation-groups.ts";
import type { Publication } from "../../lib/statistics/publication.ts";
import { hiddenInCut, publishedTable, symbolWords, titleOf } from "../../lib/statistics/published-table.ts";
import { reportOf } from "../../lib/statistics/report.ts";
import { csvOf, notesSheet, tableSheet } from "../../lib/statistics/sheets.ts";
import { axisHead, dividedBy, valueWord } from "../../lib/statistics/value-words.ts";
import { readBook } from "../support/workbook.ts";

const figure = (value: number | null): Figure => ({ value });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function aCut(counts: number[][], given: Partial<Cut> = {}): Cut {
  const rows = counts.map((line) => figure(sum(line)));
  const columns = (counts[0] ?? []).map((_, column) => figure(sum(counts.map((line) => line[column] ?? 0))));
  return {
    measure: "permits_issued",
    rows: "kind",
    columns: "sex",
    rowCodes: ["fixed_term", "permanent", "exemption"].slice(0, counts.length),
    columnCodes: ["female", "male"],
    cells: counts.map((line) => line.map(figure)),
    rowTotals: rows,
    columnTotals: columns,
    total: figure(sum(counts.flat())),
    ...given,
  };
}

const aPublication = (cut: Cut, given: Partial<Publication> = {}): Publication => {
  const table = publishedTable(cut, hiddenInCut(cut, cut, 5));
  const about = [{ name: "Gösterge", text: "=1+1" }];
  const settings = { audience: "publication", threshold: 5, isInvented: false, madeAt: new Date("2026-11-30T09:00:00Z") } as const;
  return { title: table.title, subtitle: "Türkiye · 2025", tables: [table], about, ...settings, ...given };
};

const cellsOf = (cut: Cut, hidden = hiddenInCut(cut, cut, 5)) =>
  publishedTable(cut, hidden).lines.map(({ label, cells }) => [
    label,
    ...cells.map((cell) => ("symbol" in cell ? cell.symbol : cell.value)),
  ]);

describe("a published table", () => {
  test("shows counts, totals and shares, and a share that rounds to nothing as such", () => {
    expect(
      cellsOf(
        aCut([
          [20_000, 10_000],
          [7, 0],
          [30, 12],
        ]),
      ),
    ).toEqual([
      ["Süreli", 20_000, 10_000, 30_000, 99.8],
      ["Süresiz", 7, 0, 7, "low"],
      ["Muafiyet", 30, 12, 42, 0.1],
      ["Toplam", 20_037, 10_012, 30_049, 100],
    ]);
  });

  test("hides a small count with its company, and the share of a hidden total", () => {
    const cells = cellsOf(
      aCut([
        [40, 30],
        [3, 0],
        [30, 12],
      ]),
    );
    expect(cells[1]).toEqual(["Süresiz", "c", 0, "c", "c"]);
    expect(cells.flat().filter((cell) => cell === "c").length).toBeGreaterThan(3);
    expect(cells.at(-1)?.slice(1, 4)).toEqual([73, 42, 115]);
  });

  test("adds no stock of different days together", () => {
    const stock = { measure: "in_force", rows: "month", rowCodes: ["2026-01", "2026-02"], total: figure(52) } as const;
    const cut = aCut(
      [
        [20, 30],
        [2, 50],
      ],
      { ...stock, rowCodes: [...stock.rowCodes], columnTotals: [figure(2), figure(50)] },
    );
    expect(cellsOf(cut)).toEqual([
      ["Ocak 2026", 20, 30, 50],
      ["Şubat 2026", "c", "c", 52],
      ["Dönem sonu", "c", "c", 52],
    ]);
  });

  test("hides a duration that rests on too few cases, and says where nothing was measured", () => {
    const days = {
      measure: "decision_days",
      total: figure(12),
      rowTotals: [figure(9), figure(15)],
      columnTotals: [figure(9), figure(14)],
    } as const;
    const cut = aCut(
      [
        [9, 30],
        [11, 8],
      ],
      { ...days, rowTotals: [...days.rowTotals], columnTotals: [...days.columnTotals] },
    );
    cut.cells[1] = [figure(null), figure(8)];
    const basis = aCut([
      [40, 4],
      [0, 60],
    ]);
    expect(cellsOf(cut, hiddenInCut(cut, basis, 5))).toEqual([
      ["Süreli", 9, "c", 9],
      ["Süresiz", "z", 8, 15],
      ["Tümü", 9, 14, 12],
    ]);
  });

  test("of durations has the slow tenth and hundredth, where enough cases lie beyond them", () => {
    const durations = [
      { value: 9, p90: 20, p99: 41 },
      { value: 11, p90: 30, p99: 55 },
    ];
    const cut = aCut([[0], [0]], { measure: "decision_days", columns: null, rowTotals: durations, total: { value: 10, p90: 28, p99: 50 } });
    const basis = { ...cut, rowTotals: [figure(600), figure(49)], total: figure(649) };
    const cells = (threshold: number | null) =>
      durationTable("Süreler", cut, basis, threshold).lines.map(({ cells }) =>
        cells.map((cell) => ("symbol" in cell ? cell.symbol : cell.value)),
      );
    expect(cells(5)).toEqual([
      [9, 20, 41],
      [11, "c", "c"],
      [10, 28, 50],
    ]);
    expect(cells(null)[1]).toEqual([11, 30, 55]);
  });

  test("stands in an order that the figures do not make", () => {
    const cut = aCut(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      { rows: "province", rowCodes: ["34", "unknown", "1"], columnCodes: ["male", "female"] },
    );
    const ordered = inNaturalOrder(cut);
    expect(ordered.rowCodes).toEqual(["1", "34", "unknown"]);
    expect(ordered.columnCodes).toEqual(["female", "male"]);
    expect(ordered.cells.map((line) => line.map(({ value }) => value))).toEqual([
      [6, 5],
      [2, 1],
      [4, 3],
    ]);
    expect(ordered.columnTotals.map(({ value }) => value)).toEqual([12, 9]);
  });

  test("is titled as an office would", () => {
    expect(titleOf({ measure: "permits_issued", rows: "province", columns: "sex" })).toBe("İllere ve cinsiyete göre verilen izin");
    expect(titleOf({ measure: "post_to_holder_days", rows: "province", columns: null })).toBe("İllere göre PTT’den hak sahibine");
  });

  test("has words for every axis and every value", () => {
    for (const axis of AxisSchema.options) {
      expect(axisHead(axis)).toMatch(/^[A-ZÇĞİÖŞÜ]/);
      expect(dividedBy(axis, null)).toMatch(/[ea] göre$/);
      expect(valueWord(axis, "unknown")).toMatch(/^(Kayıtlı değil|Sonuçlanmadı)$/);
    }
    const sets: Partial<Record<Axis, readonly string[]>> = {
      kind: PermitKind.options,
      sex: Sex.options,
      type: ApplicationType.options,
      size: SizeBand.options,
      education: Education.options,
      design: PermitCard.options,
      sector: Object.keys(sectorLabels),
      occupation: occupationGroupCodes,
    };
    for (const [axis, codes] of Object.entries(sets))
      for (const code of codes) expect(valueWord(axis as Axis, code), `${axis} ${code}`).not.toBe(code);
  });
});

describe("a publication's file", () => {
  const cut = aCut([
    [40, 30],
    [3, 0],
    [30, 12],
  ]);

  test("is a workbook whose numbers are numbers, with what stands beside them", async () => {
    const publication = aPublication(cut, { isInvented: true });
    const [table] = publication.tables;
    const sheets = [tableSheet("Tablo", table as NonNullable<typeof table>, publication, null), notesSheet("Açıklama", publication)];
    const bytes = await workbookOf(sheets, { title: publication.title, author: "Bakanlık" });
    const book = await readBook(bytes);
    expect(book.get("Tablo")?.find(([label]) => label === "Toplam")).toEqual(["Toplam", 73, 42, 115, 100]);
    const notes = book.get("Açıklama") ?? [];
    expect(notes.find(([name]) => name === "c")?.[1]).toBe(symbolWords.c);
    expect(notes.flat().join(" ")).toContain("ÖRNEK VERİ");
    const first: string[][] = [];
    for await (const rows of (await readXlsx(bytes)).batches) first.push(...rows.map(({ cells }) => cells));
    expect(first.some((cells) => cells.join("|").startsWith("Toplam|73|42|115|100"))).toBe(true);
    expect(Buffer.from(await workbookOf(sheets, { title: publication.title, author: "Bakanlık" })).equals(Buffer.from(bytes))).toBe(true);
  });

  test("lets a spreadsheet compute nothing it holds", async () => {
    const publication = aPublication(cut);
    expect(csvOf(publication)).toContain("Gösterge;'=1+1");
    const book = await readBook(await workbookOf([notesSheet("Açıklama", publication)], { title: "=1+1", author: "@x" }));
    expect(book.get("Açıklama")?.find(([name]) => name === "Gösterge")).toEqual(["Gösterge", "=1+1"]);
  });

  test("as CSV begins with the table's heads and writes decimals as in Türkiye", () => {
    const lines = csvOf(aPublication(cut)).split("\r\n");
    expect(lines[0]).toBe("\ufeffİzin türü;Kadın;Erkek;Toplam;Pay (%)");
    expect(lines[4]).toBe("Toplam;73;42;115;100,0");
  });

  test("on paper comes in parts where the table is wider than the sheet", () => {
    const wide = aCut([Array.from({ length: 20 }, (_, index) => 10 + index)], {
      columns: "province",
      columnCodes: Array.from({ length: 20 }, (_, index) => String(index + 1)),
    });
    const report = reportOf(aPublication(wide));
    expect(report.landscape).toBe(true);
    expect(report.parts.length).toBe(3);
    expect(report.parts.flatMap(({ heads }) => heads.slice(1))).toEqual(publishedTable(wide, null).heads.slice(1));
    expect(report.parts.every(({ heads, lines }) => lines.every(({ cells }) => cells.length === heads.length - 1))).toBe(true);
  });

  test("for the office says on every sheet that it may not be published", () => {
    const report = reportOf(aPublication(cut, { audience: "internal" }));
    expect(report.notice).toContain("yayımlanamaz");
    expect(report.foot).toContain("HİZMETE ÖZEL");
    expect(report.about.find(({ name }) => name === "Birim")).toBeUndefined();
    expect(measureOf("permits_issued").unit).toBe("izin");
  });
});
