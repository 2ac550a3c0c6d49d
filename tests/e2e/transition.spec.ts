// The transition in a browser: core task 5 of the ministry, a province's own view, the sum that the equation writes out.
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

// A colour on its way from day to night is no colour to measure.
test.use({ contextOptions: { reducedMotion: "reduce" } });

test.setTimeout(180_000);

const equation = (page: Page) => page.getByRole("region", { name: "Yürürlükteki izinler" });
const title = (page: Page) => page.getByRole("heading", { level: 1 });
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/(?<![%\d,.])\d{1,3}(?:\.\d{3})*(?![\d,.])/g)].map(([digits]) => Number(digits.replaceAll(".", "")));

async function openTransition(page: Page): Promise<void> {
  await page.goto("/transition");
  await expectDrawn(page);
}

/** The worker counts the days and makes the first forecast by itself after a start. */
async function expectDrawn(page: Page): Promise<void> {
  await expect(page.getByRole("img", { name: /eski kartların azalışı/ })).toBeVisible({ timeout: 120_000 });
}

test("the ministry asks how many old cards remain in Aksaray, when they end and why the figure changed", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_officer");
  await openTransition(page);
  const [total, ...parts] = numbersIn((await equation(page).textContent())?.replaceAll(/%[\d,]+/g, " | ") ?? "");
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);

  const startedAt = Date.now();
  await page.getByLabel("İl", { exact: true }).selectOption({ label: "Aksaray" });
  await expect(page).toHaveURL(/province=68/);
  await expect(title(page)).toContainText("Aksaray:");
  await expect(page.getByText(/kartın süresi doldu/)).toBeVisible();
  await expect(page.getByRole("img", { name: /yüzde 95|Bugün/ })).toBeVisible();
  expect(Date.now() - startedAt).toBeLessThan(90_000);
  await expectGoodScreen(page, equation(page));
});

test("an analyst reckons an early replacement by keyboard and keeps it as an address", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_analyst");
  await openTransition(page);
  const slider = page.getByRole("slider", { name: "Ayda erken yenilenecek kart" });
  await slider.focus();
  await page.keyboard.press("Home");
  const panel = page.getByRole("region", { name: "Erken yenileme" });
  await expect(panel).toContainText("Kart gereksinimi0");
  await page.keyboard.press("End");
  await expect(panel).not.toContainText("Kart gereksinimi0");
  await expect(panel.getByRole("deletion").first()).toBeVisible();
  await expect(page).toHaveURL(/perMonth=[1-9]/);
  await page.reload();
  await expectDrawn(page);
  await expect(panel).not.toContainText("Kart gereksinimi0");
  await expect(page.getByText("Aykırılıklar")).toHaveCount(0);
});

test("a picture is also a table and a file with the same figures", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_officer");
  await openTransition(page);
  const panel = page.getByRole("region", { name: "Geçerli kartlar içinde eskinin payı, %" });
  await panel.getByRole("button", { name: "Tablo" }).click();
  const rows = panel.locator("tbody tr");
  const shown = await rows.first().locator("td").allTextContents();
  const download = page.waitForEvent("download");
  await panel.getByRole("button", { name: /CSV/ }).click();
  const file = await readFile(await (await download).path(), "utf8");
  const [, first = ""] = file.split("\r\n");
  expect(first.split(";").slice(0, 2)).toEqual([shown[0], shown[1]?.replaceAll(".", "")]);
  expect(file.split("\r\n").indexOf("")).toBe((await rows.count()) + 1);
  await panel.getByRole("button", { name: "Tanım" }).click();
  await expect(panel.getByText(/Son bitiş: ildeki/)).toBeVisible();
});

test("a province reads its own transition and reckons nothing", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await openTransition(page);
  await expect(title(page)).toContainText("Aksaray:");
  await expect(page.getByRole("slider", { name: "Ayda erken yenilenecek kart" })).toHaveCount(0);
  await expect(page.getByLabel("İl", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Süreli", exact: true }).click();
  await expect(page).toHaveURL(/kind=fixed_term/);
  await expectGoodScreen(page, equation(page));
});
