// What a scanner or a hand puts into the fields of the vault and of the quality check.
import { describe, expect, test } from "vitest";
import { endedComplaint, rangeHint, readRanges } from "../../components/cards/ledger/range-text.ts";
import { addScan, type Scan } from "../../components/cards/production/batch/scans.ts";
import type { BatchRecord, LineState } from "../../lib/cards/production-contract.ts";

const series = { code: "A26", digits: 7 };

describe("serials in a field", () => {
  test("are read as a scanner sends them, one Enter each, and as a hand writes them", () => {
    const typed = "A260118001\nA260118002\n118.004 - 118.006, A26 0118010\n";
    expect(readRanges(typed, series)).toEqual({
      ranges: [
        { first: 118_001, last: 118_001 },
        { first: 118_002, last: 118_002 },
        { first: 118_004, last: 118_006 },
        { first: 118_010, last: 118_010 },
      ],
      count: 6,
    });
    expect(rangeHint(typed, series)).toBe("6 belge, sonuncusu A26 0118010");
  });

  test.each([
    ["B26 0118001", "“B26 0118001” A26 serisinin numarası değil."],
    ["B260118001", "“B260118001” A26 serisinin numarası değil."],
    ["118006-118001", "“118006-118001”: son numara ilkinden küçük."],
    ["on sekiz", "“on sekiz” bir numara ya da aralık değil. Örnek: 0118001-0118500"],
    ["118001, A260118001", "A26 0118001 birden fazla kez yazılmış."],
  ])("such as %s are refused in words", (typed, complaint) => {
    expect(readRanges(typed, series)).toEqual({ ranges: [], count: 0, complaint });
  });

  test("are judged as soon as they are ended, not while they are typed", () => {
    expect(endedComplaint("B26", series)).toBeUndefined();
    expect(endedComplaint("118001\nB26", series)).toBeUndefined();
    expect(endedComplaint("118001\nB260118001\n", series)).toBe("“B260118001” A26 serisinin numarası değil.");
  });
});

describe("a scan at the quality check", () => {
  const line = (serial: number, state: LineState, isInvalidated = false) => ({ serial, state, isInvalidated });
  const rows = [line(1, "printed"), line(2, "printed"), line(3, "qc_pass"), line(4, "received"), line(5, "printed", true)];
  const batch = { series: "A26", digits: 7, rows } as unknown as BatchRecord;
  const scan = (typed: string, { scans = [] as Scan[], verdict = "passed" as const, reason = "" } = {}) =>
    addScan(scans, batch, { typed, verdict, reason });

  test("is taken and named", () => {
    expect(scan("A260000001")).toEqual({
      taken: true,
      scans: [{ serial: 1, verdict: "passed", reason: "" }],
      text: "A26 0000001 geçti diye alındı.",
    });
    const spoiled = addScan([], batch, { typed: "2", verdict: "failed", reason: " Baskı kaymış " });
    expect(spoiled).toMatchObject({ taken: true, scans: [{ serial: 2, verdict: "failed", reason: "Baskı kaymış" }] });
  });

  test.each([
    ["", "Kartın seri numarasını okutun."],
    ["A260000009", "A26 0000009 bu partide yok; kartı ayırın. Alınmadı."],
    ["B260000001", "“B260000001” A26 serisinin numarası değil; alınmadı."],
    ["A260000001A260000002", "“A260000001A260000002” A26 serisinin numarası değil; alınmadı."],
    ["A260000003", "A26 0000003: denetimi daha önce yazılmış."],
    ["A260000004", "A26 0000004: NVİ bu kartın basıldığını bildirmedi."],
    ["A260000005", "A26 0000005: izni sona erdi; bozuk olarak ayırın."],
  ])("of “%s” is refused with its reason", (typed, text) => {
    expect(scan(typed)).toEqual({ taken: false, at: "serial", text });
  });

  test("a second time is refused, and a spoiled card needs its reason first", () => {
    const scans: Scan[] = [{ serial: 1, verdict: "passed", reason: "" }];
    expect(scan("1", { scans })).toEqual({ taken: false, at: "serial", text: "A26 0000001 zaten listede." });
    expect(addScan([], batch, { typed: "1", verdict: "failed", reason: "" })).toEqual({
      taken: false,
      at: "reason",
      text: "Önce neden bozuk olduğunu yazın.",
    });
  });
});
