// What leaves the office: files with their metadata and without small counts, the yearbook, figures that stay as they were.
import { beforeAll, describe, expect, test } from "vitest";
import { readXlsx } from "../../lib/platform/import/xlsx-reader.ts";
import { readCut } from "../../lib/statistics/contract.ts";
import type { CountTable, Hidden } from "../../lib/statistics/disclosure.ts";
import {
  exportCut,
  exportYearbook,
  freezeFigure,
  listFigures,
  readFigure,
  readYearbook,
} from "../../lib/statistics/publication-contract.ts";
import { readFigure as figureAsOperated } from "../../lib/statistics/server/read-figure.ts";
import { divisions } from "../../lib/statistics/yearbook.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { demoActor, runAt } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { attack } from "../support/disclosure-attacker.ts";
import { aFrozenFigure } from "../support/figures.ts";
import { accountOf } from "../support/session.ts";
import { fillStatistics } from "../support/statistics-rows.ts";
import { readBook } from "../support/workbook.ts";

type Book = Awaited<ReturnType<typeof readBook>>;

let analyst: Bff;
let officer: Bff;

beforeAll(async () => {
  await fillStatistics();
  analyst = await bffOf(accountOf("ministry_analyst"));
  officer = await bffOf("memur@aksaray.test");
});

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const table = { measure: "permits_issued", rows: "nationality", columns: "kind" } as const;

/** The lines of a CSV's table, without its head and what is said below. */
const linesOf = (csv: string) =>
  (csv.split("\r\n\r\n")[0] ?? "")
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(";"));

async function trail(action: string): Promise<Record<string, unknown>[]> {
  const rows = await ownerSql<{ payload: Record<string, unknown> }>("SELECT payload FROM audit_event WHERE action = $1 ORDER BY id", [
    action,
  ]);
  return rows.map(({ payload }) => payload);
}

describe("a cut as a file", () => {
  test("for publication holds no count from 1 to 4, and for the office all of them", async () => {
    const [open, closed] = [
      await analyst.call(exportCut, { ...table, format: "csv", audience: "internal" }),
      await analyst.call(exportCut, { ...table, format: "csv" }),
    ];
    const counts = (csv: string) => linesOf(csv).flatMap((line) => line.slice(1, -1));
    const isSmall = (cell: string) => ["1", "2", "3", "4"].includes(cell);
    expect(counts(text(open.bytes)).filter(isSmall).length).toBeGreaterThan(3);
    expect(counts(text(closed.bytes)).filter(isSmall)).toEqual([]);
    expect(counts(text(closed.bytes))).toContain("c");
    expect(open.name).toMatch(/^uyruklara-ve-izin-turlerine-gore-verilen-izin-\d{4}-\d\d-\d\d-hizmete-ozel\.csv$/);
    expect(text(open.bytes)).toContain("Hizmete özel");
  });

  test("says what it counts, of when, for whom, and what was hidden", async () => {
    const { bytes } = await analyst.call(exportCut, { ...table, sex: ["female"], from: "2024-01", to: "2025-06", format: "xlsx" });
    const book = await readBook(bytes);
    expect([...book.keys()]).toEqual(["Tablo", "Açıklama"]);
    const notes = new Map(book.get("Açıklama")?.map(([name, said]) => [name, said]));
    expect(notes.get("Gösterge")).toBe("Verilen izin");
    expect(notes.get("Dönem")).toBe("Ocak 2024 – Haziran 2025");
    expect(notes.get("Süzgeçler")).toBe("Cinsiyet: Kadın");
    expect(notes.get("Kapsam")).toBe("Türkiye");
    expect(notes.get("Gizleme kuralı")).toContain("1 ile 4 arasındaki");
    expect(notes.get("Kullanım")).toContain("Yayım için");
    expect(notes.get("Dikkat")).toContain("ÖRNEK VERİ");
    for (const name of ["Tanım", "Birim", "Kaynak", "Veri anı", "c"]) expect(notes.get(name), name).toBeTruthy();
  });

  test("as a workbook is read back by our own reader and holds numbers", async () => {
    const { bytes } = await analyst.call(exportCut, { measure: "permits_issued", rows: "year", format: "xlsx", audience: "internal" });
    const lines: string[][] = [];
    for await (const batch of (await readXlsx(bytes)).batches) lines.push(...batch.map(({ cells }) => cells));
    const cut = await analyst.call(readCut, { measure: "permits_issued", rows: "year" });
    const total = lines.find(([label]) => label === "Toplam");
    expect(Number(total?.[1])).toBe(cut.total.value);
    const tableSheet = (await readBook(bytes)).get("Tablo") ?? [];
    expect(tableSheet.find(([label]) => label === "Toplam")?.[1]).toBe(cut.total.value);
  });

  test("is printed as a PDF, and refused in words where it is too large for paper", async () => {
    const { bytes, mediaType } = await analyst.call(exportCut, { measure: "decision_days", rows: "sector", format: "pdf" });
    expect(mediaType).toBe("application/pdf");
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    const months = { measure: "permits_issued", rows: "month", columns: "province", from: "1960-01", format: "pdf" } as const;
    await expect(analyst.call(exportCut, months)).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "format" }] },
    });
  });

  test("leaves its digest in the trail", async () => {
    await analyst.call(exportCut, { ...table, format: "csv", audience: "internal" });
    expect((await trail("statistics.exported")).at(-1)).toMatchObject({ what: "permits_issued", format: "csv", audience: "internal" });
  });

  test("orders its lines by name, so that a hidden count is not betrayed by its place", async () => {
    const { bytes } = await analyst.call(exportCut, { measure: "permits_issued", rows: "nationality", format: "csv" });
    const names = linesOf(text(bytes))
      .map(([name = ""]) => name)
      .slice(0, -1);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "tr")));
  });

  test("hides a duration that rests on few cases, and says where nothing was measured", async () => {
    const { bytes } = await analyst.call(exportCut, {
      measure: "decision_days",
      rows: "nationality",
      columns: "kind",
      from: "2026-01",
      format: "csv",
    });
    const cells = linesOf(text(bytes)).flatMap((line) => line.slice(1));
    expect(cells).toContain("c");
    expect(cells).toContain("z");
    expect(cells.some((cell) => /^\d+$/.test(cell))).toBe(true);
  });
});

describe("the yearbook", () => {
  const year = 2025;
  /** The office's copy and the published one, as they are downloaded: made once, read by every test. */
  let [open, closed]: Book[] = [];
  let name = "";

  beforeAll(async () => {
    const [own, published] = await Promise.all(
      (["internal", "publication"] as const).map((audience) => analyst.call(exportYearbook, { year: String(year), audience })),
    );
    if (!own || !published) throw new Error("there is no yearbook");
    name = own.name;
    [open, closed] = await Promise.all([readBook(own.bytes), readBook(published.bytes)]);
  });

  test("holds every table of the set, all with the records' total", async () => {
    expect(name).toContain("yabancilarin-calisma-izinleri-2025");
    const [{ total = 0 } = {}] = await ownerSql<{ total: number }>(
      `SELECT count(*)::int AS total FROM permit WHERE status <> 'void' AND extract(year FROM registered_at AT TIME ZONE 'Europe/Istanbul') = $1`,
      [year],
    );
    expect(total).toBeGreaterThan(50);
    expect([...(open?.keys() ?? [])].slice(0, 2)).toEqual(["İçindekiler", "Açıklama"]);
    const tables = [...(open ?? [])].filter(([sheet]) => sheet.startsWith("Tablo "));
    expect(tables.length).toBe(11);
    for (const [sheet, rows] of tables.slice(1)) {
      const line = rows.find(([label]) => label === "Toplam");
      expect(line?.at(-2), sheet).toBe(total);
    }
  });

  test("shows the published totals of the years before the records beside them", () => {
    const years = closed?.get("Tablo 1") ?? [];
    const line = (wanted: number) => years.find(([label]) => label === String(wanted));
    expect(line(2010)?.slice(1, 3)).toEqual(["x", 14_201]);
    expect(line(2018)?.[2]).toBe(115_837);
    expect(line(2011)?.[3]).toBe(23);
    expect(typeof line(year)?.[1]).toBe("number");
  });

  test("for publication holds no count from 1 to 4 in any of its tables", () => {
    expect(closed?.size).toBe(open?.size);
    for (const [sheet, rows] of closed ?? []) {
      if (!sheet.startsWith("Tablo ") || sheet === "Tablo 1") continue;
      const counts = rows.slice(5).flatMap((cells) => cells.slice(1, -1));
      expect(
        counts.filter((cell) => typeof cell === "number" && cell > 0 && cell < 5),
        sheet,
      ).toEqual([]);
    }
  });

  test("gives nothing away to linear programming by what is printed in all of its tables", () => {
    const printed = divisions.map((division, index) => {
      const [known, shown] = [tableIn(open?.get(`Tablo ${index + 2}`)), tableIn(closed?.get(`Tablo ${index + 2}`))];
      return { ...asPrinted(division, known, shown), known, shown };
    });
    for (const { known, shown } of printed) {
      const differing = shown.flatMap((line, row) => line.filter((cell, column) => cell !== "c" && cell !== known[row]?.[column]));
      expect(differing).toEqual([]);
    }
    const secrets = attack(
      printed.map(({ table }) => table),
      printed.map(({ hidden }) => hidden),
    );
    expect(secrets.length).toBeGreaterThan(50);
    expect(secrets.filter(({ low, high }) => high - low < 5)).toEqual([]);
  });

  test("lists its years: the country's beside the published ones, a province's own alone", async () => {
    const country = await analyst.call(readYearbook, {});
    expect(country.years.find(({ year }) => year === 2010)).toMatchObject({ records: null, published: 14_201 });
    const [{ total = 0 } = {}] = await ownerSql<{ total: number }>("SELECT count(*)::int AS total FROM permit WHERE status <> 'void'");
    expect(country.years.reduce((sum, { records }) => sum + (records ?? 0), 0)).toBe(total);
    const province = await officer.call(readYearbook, {});
    expect(province.years.every(({ published }) => published === null)).toBe(true);
    const [{ own = 0 } = {}] = await ownerSql<{ own: number }>(
      "SELECT count(*)::int AS own FROM permit WHERE status <> 'void' AND province_id = 68",
    );
    expect(province.years.reduce((sum, { records }) => sum + (records ?? 0), 0)).toBe(own);
  });

  test("of a year without anything known is refused at the field", async () => {
    await expect(analyst.call(exportYearbook, { year: "2090" })).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "year" }] },
    });
  });
});

type Printed = (string | number)[][];

/** From the heads to the line of totals, without the shares. */
function tableIn(rows: Printed = []): Printed {
  const head = rows.findIndex((cells) => cells.at(-1) === "Pay (%)");
  const last = rows.findIndex(([label]) => label === "Toplam");
  return rows.slice(head, last + 1).map((cells) => cells.slice(0, -1));
}

/** The numbers of the office's copy, and where the published one has a `c` instead. */
function asPrinted({ rows, columns }: (typeof divisions)[number], known: Printed, shown: Printed): { table: CountTable; hidden: Hidden } {
  const inside = (lines: Printed) => lines.slice(1, -1).map((cells) => cells.slice(1, -1));
  const isHidden = (cell: string | number | undefined) => cell === "c";
  const lines = known.slice(1, -1);
  return {
    table: {
      rowAxis: rows,
      columnAxis: columns,
      rowCodes: lines.map(([label]) => String(label)),
      columnCodes: (known[0] ?? []).slice(1, -1).map(String),
      cells: inside(known).map((cells) => cells.map(Number)),
    },
    hidden: {
      cells: inside(shown).map((cells) => cells.map(isHidden)),
      rows: shown.slice(1, -1).map((cells) => isHidden(cells.at(-1))),
      columns: (shown.at(-1) ?? []).slice(1, -1).map(isHidden),
      total: isHidden(shown.at(-1)?.at(-1)),
    },
  };
}

describe("a frozen figure", () => {
  const cut = { measure: "permits_issued", rows: "province", columns: "sex", province: ["68", "42"] } as const;

  test("shows tomorrow what it showed today, beside what it would be now", async () => {
    const { id } = await analyst.call(freezeFigure, { title: "Aksaray ve Konya", cut: { ...cut, province: [...cut.province] } });
    const before = await analyst.call(readFigure, { figureId: id });
    expect(before.now).toEqual(before.cut.total);
    expect(before.input.province).toEqual([68, 42]);
    const voided = await ownerSql(
      "UPDATE permit SET status = 'void' WHERE id = (SELECT id FROM permit WHERE province_id = 68 AND status = 'registered' LIMIT 1) RETURNING id",
    );
    expect(voided.length).toBe(1);
    const after = await analyst.call(readFigure, { figureId: id });
    expect(after.cut).toEqual(before.cut);
    expect(after.digest).toBe(before.digest);
    expect(after.now?.value).toBe((before.cut.total.value ?? 0) - 1);
    const tomorrow = new Date(Date.now() + 86_400_000);
    const later = await runAt(tomorrow, await demoActor("ministry_analyst"), figureAsOperated, { figureId: id });
    expect({ ...later, now: null }).toEqual({ ...before, now: null });
    expect((await trail("figure.frozen")).at(-1)).toMatchObject({ measure: "permits_issued", digest: before.digest });
  });

  test("of a province counts its rows alone, is compared with them alone, and is no other province's", async () => {
    const { id } = await officer.call(freezeFigure, { title: "İlimizde verilen", cut: { measure: "permits_issued", rows: "kind" } });
    const own = await officer.call(readFigure, { figureId: id });
    const seen = await analyst.call(readFigure, { figureId: id });
    expect(seen.now).toEqual(own.now);
    expect(own.provinceId).toBe(68);
    const theirs = await aFrozenFigure(42, await demoActor("provincial_officer"));
    await expect(officer.call(readFigure, { figureId: theirs })).rejects.toMatchObject({ code: "not_found" });
    const { figures } = await officer.call(listFigures, {});
    expect(figures.map(({ title }) => title)).toEqual(["İlimizde verilen"]);
    expect((await analyst.call(listFigures, {})).figures.map(({ title }) => title)).toEqual(["Aksaray ve Konya"]);
  });

  test("whose stored numbers were changed past the application is not shown", async () => {
    const { id } = await analyst.call(freezeFigure, { title: "Bozulacak", cut: { measure: "permits_issued", rows: "kind" } });
    await ownerSql(`UPDATE frozen_figure SET cut = jsonb_set(cut, '{total,value}', '1') WHERE id = $1`, [id]);
    await expect(analyst.call(readFigure, { figureId: id })).rejects.toMatchObject({ code: "internal" });
  });

  test("cannot be changed or deleted by the application's own login", async () => {
    const rows = await ownerSql<{ privilege: string }>(
      `SELECT privilege_type AS privilege FROM information_schema.role_table_grants WHERE table_name = 'frozen_figure' AND grantee IN ('izin_base', 'izin_province', 'izin_country')`,
    );
    expect([...new Set(rows.map(({ privilege }) => privilege))].toSorted()).toEqual(["INSERT", "SELECT"]);
  });
});
