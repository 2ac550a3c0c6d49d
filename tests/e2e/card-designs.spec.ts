import { expect } from "@playwright/test";
import { draftCircular } from "../../lib/circulars/contract.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("both designs stand side by side, and the guide is one page to print or to take along", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await page.goto("/cards/designs");
  await expect(page.getByRole("img", { name: "Yeni tasarım kartın şematik çizimi" })).toBeVisible();
  await expectGoodScreen(page, page.getByRole("heading", { level: 2, name: "Eski tasarım" }));
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "PDF indir" }).click();
  expect((await download).suggestedFilename()).toBe("banko-kilavuzu.pdf");
  await page.getByRole("link", { name: "Banko kılavuzunu yazdır" }).click();
  await expect(page.getByRole("img", { name: "Sorgu sayfasının karekodu" })).toBeVisible();
  await expectGoodScreen(page, page.getByRole("heading", { level: 1, name: "Banko kılavuzu" }));
  const printed = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  expect(Number(/\/Type\s*\/Pages[\s\S]*?\/Count (\d+)/.exec(printed)?.[1])).toBe(1);
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(printed) ?? [];
  expect(Number(width)).toBeGreaterThan(Number(height));
});

test("a circular takes the guide along from its attachments, once", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  const draft = await callAs(page, draftCircular, {});
  await page.goto(`/circulars/${draft.id}?section=attachments`);
  await page.getByRole("button", { name: "Banko kılavuzunu ekle" }).click();
  await expect(page.getByRole("link", { name: "Çalışma izni kartları: banko kılavuzu" })).toBeVisible();
  await expect(page.getByText(/^1 sayfa/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Banko kılavuzunu ekle" })).toHaveCount(0);
});
