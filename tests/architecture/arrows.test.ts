import { expect, test } from "vitest";
import { cruiseArrows } from "../../scripts/arrows.mjs";
import { checkFiles } from "../../scripts/file-rules.mjs";

test("no import goes against an arrow, and the cruise read our TypeScript", async () => {
  const { moduleCount, violations } = await cruiseArrows();
  expect(moduleCount).toBeGreaterThan(100);
  expect(violations).toEqual([]);
}, 60_000);

test("no file is too long, badly named or in no room", () => {
  const { fileCount, violations } = checkFiles();
  expect(fileCount).toBeGreaterThan(100);
  expect(violations).toEqual([]);
});
