import { expect } from "@playwright/test";
import { countPermits } from "../../lib/permits/contract.ts";
import { readStatistics, reconcileStatistics } from "../../lib/statistics/contract.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";

// The standalone build: the database library beside its binding is found only there or not at all (stack.md).
test("the built application answers from its columns, and they are what the records say", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_officer");
  const asked = () => callAs(page, readStatistics, {});
  await expect.poll(async () => (await asked()).asOf.from, { timeout: 30_000 }).toBe("columns");
  const { counters, asOf } = await asked();
  const issued = counters.find(({ measure }) => measure === "permits_issued")?.value;
  expect(issued).toBeGreaterThan(1_000);
  expect(asOf.rows).toBeGreaterThanOrEqual(issued ?? 0);
  const { at, difference, lines } = await callAs(page, reconcileStatistics, {});
  expect([at === null, difference]).toEqual([false, 0]);
  expect(lines.find(({ name }) => name === "Verilen izin")?.columns).toBeGreaterThan(1_000);
  expect((await callAs(page, countPermits, { state: "void" })).total).toBeGreaterThanOrEqual(0);
});
