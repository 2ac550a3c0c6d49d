import { describe, expect, it } from "vitest";
import { partLooks } from "../../components/cards/transition/labels.ts";
import { barsOf, firstRows } from "../../components/statistics/explore/breakdown-bars.ts";
import { changeText, figureText, shareText } from "../../components/statistics/figure-text.ts";
import { dimensionOrder, naturalOrder, optionsOf } from "../../components/statistics/value-names.ts";
import { periodText, shiftMonth } from "../../lib/platform/locale/months.ts";

const row = (code: string, value: number | null, all: number | null) => ({ code, value, all });

describe("figures in words", () => {
  it("a change is said with its direction, in the measure's own unit", () => {
    expect(changeText("permits_issued", 110, 100)).toBe("%10,0 fazla");
    expect(changeText("permits_issued", 90, 100)).toBe("%10,0 az");
    expect(changeText("decision_days", 11, 14)).toBe("3 gün kısa");
    expect(changeText("new_design_share", 44.7, 38.4)).toBe("6,3 puan fazla");
    expect(changeText("permits_issued", 5, 0)).toBe("önce yoktu");
    expect(changeText("permits_issued", 5, null)).toBeNull();
  });

  it("a figure carries its unit, and a small share does not pretend to be none", () => {
    expect(figureText("permits_issued", 51_884)).toBe("51.884 izin");
    expect(figureText("new_design_share", 44.7)).toBe("%44,7");
    expect(figureText("decision_days", null)).toBe("ölçülmedi");
    expect(shareText(1, 5_000)).toBe("%0,1’den az");
    expect(shareText(0, 5_000)).toBe("%0,0");
    expect(shareText(1, 0)).toBe("–");
  });

  it("a period is written by its months", () => {
    expect(periodText("2026-04", "2026-09")).toBe("04.2026 – 09.2026");
    expect(periodText("2026-04", "2026-04")).toBe("04.2026");
    expect(shiftMonth("2026-01", -1)).toBe("2025-12");
  });
});

describe("bars of a breakdown", () => {
  const breakdown = { dimension: "sector" as const, rows: [row("I", 60, 100), row("C", 30, 500), row("F", 10, 400)] };

  it("a small selection is drawn by its own shares, the whole behind it by its own", () => {
    const bars = barsOf("permits_issued", breakdown, true);
    expect(bars.map(({ bar }) => bar)).toEqual([1, 0.5, 0.1 / 0.6]);
    expect(bars.map(({ ghost }) => ghost)).toEqual([0.1 / 0.6, 0.5 / 0.6, 0.4 / 0.6]);
    expect(barsOf("permits_issued", breakdown, false).every(({ ghost }) => ghost === null)).toBe(true);
  });

  it("bands keep their own order, whatever their figures", () => {
    const ages = barsOf("permits_issued", { dimension: "age", rows: [row("35-44", 9, 9), row("18-24", 1, 1)] }, false);
    expect(ages.map(({ code }) => code)).toEqual(["18-24", "35-44"]);
  });

  it("the rest is one line with its sum, and a chosen value is never in it", () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({ ...row(`S${index}`, 12 - index, 20), bar: 0, ghost: null }));
    const shown = firstRows("permits_issued", rows, 5, ["S9"]);
    expect(shown.rows.map(({ code }) => code)).toEqual(["S0", "S1", "S2", "S3", "S4", "S9"]);
    expect(shown.rest).toEqual({ count: 6, value: 7 + 6 + 5 + 4 + 2 + 1 });
    expect(firstRows("decision_days", rows, 5, []).rest).toEqual({ count: 7, value: null });
  });
});

describe("what can be told apart", () => {
  it("the five parts of the permits in force differ without their colours", () => {
    const patterns = Object.values(partLooks).map(({ pattern }) => pattern);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it("every dimension offers each of its values once, what is not recorded last", () => {
    for (const dimension of dimensionOrder) {
      const values = optionsOf(dimension).map(({ value }) => value);
      expect(new Set(values).size, dimension).toBe(values.length);
      expect(values.slice(0, -1), dimension).not.toContain("unknown");
    }
    expect(optionsOf("kind").at(-1)?.value).not.toBe("unknown");
    expect(optionsOf("age").at(-1)).toEqual({ value: "unknown", label: "Kayıtlı değil" });
    expect(naturalOrder.age?.at(-1)).toBe("unknown");
  });
});
