// What is signed by hand or lies on a counter: A4, the right number of sheets, its own words and nothing of the screen around it.
import { expect } from "@playwright/test";
import { listMovements } from "../../lib/cards/ledger-contract.ts";
import { abandonCount, startCount } from "../../lib/cards/stock-contract.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";
import { printedPages } from "../support/printed.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("the record of a destruction names every number, the method and both people", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_officer");
  const { movements } = await callAs(page, listMovements, { kind: "destroy" });
  const [destroyed] = movements;
  await page.goto(`/valued-paper/movements/${destroyed?.id}/destruction-record`);
  await expect(page.getByRole("heading", { name: "DEĞERLİ KÂĞIT İMHA TUTANAĞI" })).toBeVisible();
  const sheets = await printedPages(page);
  const text = sheets.join("\n");
  expect(text).toContain("DEĞERLİ KÂĞIT İMHA TUTANAĞI");
  expect(text).toContain(`${destroyed?.series} ${String(destroyed?.first).padStart(7, "0")}`);
  for (const name of [destroyed?.actorName, destroyed?.approvedByName]) expect(text).toContain(name);
  expect(text).toMatch(new RegExp(`1 / ${sheets.length}`));
});

test("the empty count sheet is one page and tells nothing of the book", async ({ signedInAs }) => {
  const page = await signedInAs({ username: "stok2@bakanlik.test" });
  const { id, number, version } = await callAs(page, startCount, { series: "B26", account: "nvi_vault" });
  await page.goto(`/valued-paper/counts/${id}/sheet`);
  await expect(page.getByRole("heading", { name: "DEĞERLİ KÂĞIT SAYIM TUTANAĞI" })).toBeVisible();
  const sheets = await printedPages(page);
  expect(sheets).toHaveLength(1);
  expect(sheets[0]).toContain(number);
  expect(sheets[0]).not.toMatch(/B26 \d{7}/);
  await callAs(page, abandonCount, { countId: id, version });
});

test("the counter guide is one page with both designs and the address to ask", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await page.goto("/cards/designs/guide");
  await expect(page.getByRole("img", { name: "Sorgu sayfasının karekodu" })).toBeVisible();
  const sheets = await printedPages(page);
  expect(sheets).toHaveLength(1);
  expect(sheets[0]).toMatch(/Eski tasarım[\s\S]*Yeni tasarım[\s\S]*\/verify\/card/);
});
