import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "../../scripts/test-results.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "closing-line-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: object): string {
  const file = path.join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const playwright = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe("the closing line of a test run", () => {
  test("counts what passed and what failed", () => {
    expect(vitestCounts({ file: written({ ...vitest, numFailedTests: 2 }), code: 1, isWhole: true })).toEqual({ passed: 7, failed: 2 });
    expect(playwrightCounts({ file: written(playwright), code: 0, isWhole: true })).toEqual({ passed: 5, failed: 0 });
  });

  test("a run without a report has failed", () => {
    expect(vitestCounts({ file: path.join(folder, "none.json"), code: 0, isWhole: true })).toEqual({ passed: 0, failed: 1 });
  });

  test("a run that ended badly is never counted as clean", () => {
    expect(vitestCounts({ file: written(vitest), code: 1, isWhole: true }).failed).toBe(1);
    expect(playwrightCounts({ file: written(playwright), code: 1, isWhole: true }).failed).toBe(1);
  });

  test("a file that could not be loaded is a failure, once", () => {
    const broken = { status: "failed", assertionResults: [] };
    const counted = { status: "failed", assertionResults: [{ status: "failed" }] };
    const report = { ...vitest, numFailedTests: 1, testResults: [broken, counted] };
    expect(vitestCounts({ file: written(report), code: 1, isWhole: true }).failed).toBe(2);
  });

  test("a skipped test is a failure in a whole run and none in a chosen part", () => {
    const skipping = { ...playwright, stats: { ...playwright.stats, skipped: 1 } };
    expect(playwrightCounts({ file: written(skipping), code: 0, isWhole: true }).failed).toBe(1);
    expect(playwrightCounts({ file: written(skipping), code: 0, isWhole: false }).failed).toBe(0);
  });

  test("a test that passed at the second attempt has failed", () => {
    const flaky = { ...playwright, stats: { ...playwright.stats, flaky: 1 } };
    expect(playwrightCounts({ file: written(flaky), code: 0, isWhole: true }).failed).toBe(1);
  });
});
