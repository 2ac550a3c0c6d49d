// Statistics in a browser: core task 5 of the ministry with its frozen figure, cross-filtering by hand and by keyboard alone,
// and a province that sees nothing but itself.
import { expect, type Locator, type Page } from "@playwright/test";
import { countPermits } from "../../lib/permits/contract.ts";
import { readStatistics } from "../../lib/statistics/contract.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";
import { expectGoodScreen, tabTo } from "../support/screen-check.ts";

// A colour on its way from day to night is no colour to measure.
test.use({ contextOptions: { reducedMotion: "reduce" } });

test.setTimeout(180_000);

const aksaray = 68;
const counters = (page: Page) => page.getByRole("list", { name: "Sayaçlar" });
const counter = (page: Page, name: string) =>
  counters(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name, exact: true }) });
const breakdown = (page: Page, name: string) => page.getByRole("list", { name: new RegExp(`^${name}:`) });
const numberIn = async (place: Locator): Promise<number> => Number((await place.textContent())?.replace(/\D/g, ""));

async function openExplore(page: Page, query = ""): Promise<void> {
  await page.goto(`/statistics${query}`);
  await expect(counters(page)).toBeVisible();
}

test("the ministry freezes how many old cards remain in Aksaray, and its link shows the same figure", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_officer");
  await page.goto(`/transition?province=${aksaray}`);
  const link = page.getByRole("link", { name: "Rakamı dondur" });
  // The worker counts the days by itself after a start.
  await expect(link).toBeVisible({ timeout: 120_000 });
  const startedAt = Date.now();
  await link.click();
  await expect(page).toHaveURL(/statistics\/table\?.*province=68.*design=old|statistics\/table\?.*design=old.*province=68/);
  const total = page.getByRole("row").last().getByRole("cell").last();
  await expect(total).toHaveText(/^[\d.]+$/);
  const figure = await total.textContent();
  await page.getByRole("button", { name: "Rakamı dondur" }).click();
  const dialog = page.getByRole("dialog", { name: "Rakamı dondur" });
  await dialog.getByLabel("Başlık").fill("Aksaray’da kalan eski kartlar");
  await dialog.getByRole("button", { name: "Rakamı dondur" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Aksaray’da kalan eski kartlar" })).toBeVisible();
  await expect(page.getByText(`${figure} izin`).first()).toBeVisible();
  expect(Date.now() - startedAt).toBeLessThan(90_000);
  await expectGoodScreen(page, page.getByText("Özet (SHA-256)"));
  await page.goto("/statistics/figures");
  await expect(page.getByRole("link", { name: "Aksaray’da kalan eski kartlar" }).first()).toBeVisible();
});

test("a press filters everything else, a figure opens its records, and all of it goes by keyboard", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_officer");
  await openExplore(page);
  const before = await breakdown(page, "Uyruk").textContent();
  const sector = breakdown(page, "Sektör").getByRole("button").first();
  const ofSector = breakdown(page, "Sektör").getByRole("listitem").first().getByRole("link");
  await sector.click();
  await expect(page).toHaveURL(/sector=[A-U](&|$)/);
  const issued = counter(page, "Verilen izin").getByRole("link");
  await expect.poll(async () => (await numberIn(issued)) === (await numberIn(ofSector))).toBe(true);
  expect(await breakdown(page, "Uyruk").textContent()).not.toBe(before);
  await expect(sector).toHaveAttribute("aria-pressed", "true");
  await expectGoodScreen(page, counters(page));

  await page.keyboard.press("Control+z");
  await expect(page).not.toHaveURL(/sector=/);
  await page.keyboard.press("Control+Shift+Z");
  await expect(page).toHaveURL(/sector=/);

  await sector.focus();
  const sex = breakdown(page, "Cinsiyet").getByRole("button");
  await tabTo(page, sex.first());
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Enter");
  await expect(page).toHaveURL(/sex=[a-z]+,[a-z]+/);
  const months = page.getByRole("slider", { name: /aylar:/ });
  await months.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=(\d{4}-\d\d)&to=\1/);

  const { search } = new URL(page.url());
  const { counters: figures } = await callAs(page, readStatistics, Object.fromEntries(new URLSearchParams(search)));
  await issued.click();
  await expect(page).toHaveURL(/\/permits\?/);
  const { total } = await callAs(page, countPermits, Object.fromEntries(new URL(page.url()).searchParams));
  expect(total).toBe(figures.find(({ measure }) => measure === "permits_issued")?.value);
});

test("a figure that the permit list cannot show opens the list of what it counts", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_officer");
  await openExplore(page, "?measure=refusals&from=2025-01&sex=female");
  const refusals = counter(page, "Ret").getByRole("link");
  const figure = await numberIn(refusals);
  expect(figure).toBeGreaterThan(0);
  await refusals.click();
  await expect(page).toHaveURL(/\/statistics\/records\?/);
  const table = page.getByRole("table", { name: "Ret: kayıtlar" });
  await expect(table.getByRole("row")).toHaveCount(Math.min(figure, 50) + 1);
  await expect(page.getByRole("status").filter({ hasText: "tam sayı" })).toContainText(new Intl.NumberFormat("tr-TR").format(figure));
  await expectGoodScreen(page, table);
});

test("an answer that takes long says so and is called off: one step back, or nothing at all", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_officer");
  await openExplore(page);
  const before = await counters(page).textContent();
  // Never answered, as by a server that counts and counts.
  await page.route(/\/api\/statistics\?.*sector=/, () => undefined);
  await breakdown(page, "Sektör").getByRole("button").first().click();
  await expect(page.getByText("Seçim kayıtlarda sayılıyor")).toBeVisible();
  await page.getByRole("button", { name: "Vazgeç" }).click();
  await expect(page).not.toHaveURL(/sector=/);
  await expect(page.getByText("Seçim kayıtlarda sayılıyor")).toBeHidden();
  expect(await counters(page).textContent()).toBe(before);

  await page.goto("/statistics?sector=I");
  await page.getByRole("button", { name: "Vazgeç" }).click();
  await expect(page.getByText("Durduruldu")).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.getByRole("button", { name: "Yeniden say" }).click();
  await expect(counters(page)).toBeVisible();
});

test("a choice is kept as a view, and there are no tabs before there is one", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_analyst");
  await openExplore(page, "?sex=female");
  await expect(page.getByRole("navigation", { name: "Görünümler" })).toBeHidden();
  await page.getByRole("button", { name: "Görünüm kaydet" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Kadınlar");
  await dialog.getByRole("button", { name: "Görünümü kaydet" }).click();
  await expect(page.getByText("“Kadınlar” görünümü kaydedildi.")).toBeVisible();
  const tabs = page.getByRole("navigation", { name: "Görünümler" });
  await expect(tabs.getByRole("link", { name: "Kadınlar" })).toHaveAttribute("aria-current", "page");
  await tabs.getByRole("link", { name: "Keşfet" }).click();
  await expect(page).not.toHaveURL(/sex=/);
});

test("a province sees its own numbers alone, from the column store once it is loaded", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await expect.poll(async () => (await callAs(page, readStatistics, {})).asOf.from, { timeout: 90_000 }).toBe("columns");
  const { breakdowns } = await callAs(page, readStatistics, {});
  const provinces = breakdowns.find(({ dimension }) => dimension === "province")?.rows.map(({ code }) => code);
  expect(provinces).toEqual([String(aksaray)]);
  const elsewhere = await callAs(page, readStatistics, { province: "6" });
  expect(elsewhere.counters.find(({ measure }) => measure === "permits_issued")?.value).toBe(0);
  await openExplore(page);
  await expect(page.getByRole("region", { name: "İller listesi" })).toHaveCount(0);
  for (const path of ["/statistics/table?rows=nationality&columns=kind", "/statistics/yearbook"]) {
    await page.goto(path);
    await expectGoodScreen(page, page.locator("tbody tr"));
  }
});
