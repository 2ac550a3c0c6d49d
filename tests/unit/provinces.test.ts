import { expect, test } from "vitest";
import { provinceName } from "../../lib/platform/locale/provinces.ts";

test("a province is found by its plate number", () => {
  expect([1, 6, 34, 35, 42, 68, 81].map(provinceName)).toEqual(["Adana", "Ankara", "İstanbul", "İzmir", "Konya", "Aksaray", "Düzce"]);
});

test("a number that is no plate has no province", () => {
  expect([0, 82, -1].map(provinceName)).toEqual([null, null, null]);
});
