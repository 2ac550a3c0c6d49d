import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { axisNumber } from "../../components/charts/axis-text.ts";
import { csvOf } from "../../components/charts/chart-data.ts";
import { stepOf, stepsOf } from "../../components/charts/map-steps.ts";
import { linear, monthTicks, nearestTo, niceTicks, pathBetween, pathThrough, timeOf } from "../../components/charts/scale.ts";

describe("an axis", () => {
  test("begins at zero, ends not below the greatest figure and has few round steps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), (most) => {
        const ticks = niceTicks(most);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(new Set(ticks).size).toBe(ticks.length);
      }),
    );
    expect(niceTicks(0)).toEqual([0, 1]);
    expect([5_000, 300_000, 1_500_000].map(axisNumber)).toEqual(["5.000", "300 bin", "1,5 milyon"]);
  });

  test("names first days of months that lie within it, no more than have room", () => {
    expect(monthTicks("2026-03-01", "2027-02-10", 12)).toHaveLength(12);
    expect(monthTicks("2026-03-01", "2029-03-05", 7)).toEqual([
      "2026-07-01",
      "2027-01-01",
      "2027-07-01",
      "2028-01-01",
      "2028-07-01",
      "2029-01-01",
    ]);
  });

  test("of one day puts everything at its beginning", () => {
    expect(linear([3, 3], [10, 90])(3)).toBe(10);
    expect(linear([0, 10], [10, 90])(5)).toBe(50);
  });
});

test("the nearest point is found, and lines are drawn through points", () => {
  const days = ["2026-01-01", "2026-02-01", "2026-03-01"];
  expect([nearestTo(days, timeOf("2026-01-10")), nearestTo(days, timeOf("2026-02-20")), nearestTo(days, timeOf("2030-01-01"))]).toEqual([
    0, 2, 2,
  ]);
  expect(
    pathThrough([
      [1, 2],
      [3, 4],
    ]),
  ).toBe("M1.0 2.0L3.0 4.0");
  expect(
    pathBetween(
      [
        [0, 1],
        [2, 1],
      ],
      [
        [0, 5],
        [2, 5],
      ],
    ),
  ).toBe("M0.0 1.0L2.0 1.0L2.0 5.0L0.0 5.0Z");
  expect(pathBetween([], [])).toBe("");
});

test("a map's six steps hold about as many provinces each, and none where there is no value", () => {
  const values = Array.from({ length: 81 }, (_, index) => index);
  const edges = stepsOf(values);
  const steps = values.map((value) => stepOf(value, edges));
  for (const step of [1, 2, 3, 4, 5, 6]) expect(steps.filter((one) => one === step).length).toBeGreaterThan(10);
  expect(stepOf(null, edges)).toBe(0);
  expect(stepsOf([])).toEqual([0]);
  expect(stepsOf([4, 4, 4])).toEqual([4]);
});

test("a file has the table's rows, decimal commas, its notes, and nothing that a spreadsheet would compute", () => {
  const data = {
    columns: [{ label: "İl" }, { label: "Payı", numeric: true }],
    rows: [
      { key: "1", cells: ["=SUM(A1)", 12.5] },
      { key: "2", cells: ["Van", null] },
    ],
  };
  expect(csvOf(data, ["Tanım"])).toBe("\ufeffİl;Payı\r\n'=SUM(A1);12,5\r\nVan;\r\n\r\nTanım\r\n");
});
