import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";

type Axe = { source: string; _audit: { rules: { id: string; impact: string | null }[] } };

/** The builder's own axe at half the length: every page reads it anew. */
const axe: Axe = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"))("axe-core/axe.min.js");

/** What axe itself calls minor or moderate is not asked for, so it need not be looked for. */
const mild = axe._audit.rules.filter(({ impact }) => impact === "minor" || impact === "moderate");
const withoutMild = Object.fromEntries(mild.map(({ id }) => [id, { enabled: false }]));

const desk = { width: 1440, height: 900 };
/** The smallest that is promised (ux.md, "Shell"): what fits here fits every phone. */
const phone = { width: 360, height: 740 };

/**
 * A screen as it is now, on a desk by day and on a phone by night: reachable for everybody, nothing beside the page. The
 * night changes colours alone and each look costs half a second of the processor, so two looks must do.
 */
export async function expectGoodScreen(page: Page, ready: Locator): Promise<void> {
  await settle(page, ready);
  await expectReachable(page);
  await page.setViewportSize(phone);
  await settle(page, ready);
  await expectNothingBeside(page);
  await atNight(page, () => expectReachable(page));
  await page.setViewportSize(desk);
}

/** What is written on a desk alone, by day and by night. */
export async function expectGoodOnDesk(page: Page, ready: Locator): Promise<void> {
  await settle(page, ready);
  await expectReachable(page);
  await atNight(page, () => expectReadable(page));
}

/** Loaded, laid out for this width, and nothing half faded in. */
async function settle(page: Page, ready: Locator): Promise<void> {
  await expect(ready.first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /okunuyor|hazırlanıyor|Yükleniyor/ })).toHaveCount(0);
  await standStill(page);
}

/** Every colour and shape has come to its end; what has just been asked for begins with the next frame. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const running = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
}

async function expectReachable(page: Page): Promise<void> {
  expect(await gravesOn(page), `axe at ${page.url()}`).toEqual([]);
}

async function expectReadable(page: Page): Promise<void> {
  expect(await gravesOn(page, ["color-contrast"]), `contrast at night at ${page.url()}`).toEqual([]);
}

async function atNight(page: Page, look: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await standStill(page);
  await look();
  await page.emulateMedia({ colorScheme: "light" });
}

/**
 * What axe calls serious or critical on the page as it is now, by these rules or by all. Without frames to look into, axe
 * needs no second page to report from, and what it found in order need not be described: a third of the time. Its source is
 * sent to a page once; the builder by itself sends those megabytes twice for every look.
 */
export async function gravesOn(page: Page, rules?: string[]): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  const builder = new AxeBuilder({ page, axeSource: isThere ? ";" : axe.source }).setLegacyMode(true);
  const asked = rules ? { runOnly: { type: "rule" as const, values: rules } } : { rules: withoutMild };
  const { violations } = await builder.options({ resultTypes: ["violations"], ...asked }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

async function expectNothingBeside(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: innerWidth }));
  expect(content, `nothing is wider than ${window} px`).toBeLessThanOrEqual(window);
}

/** By Tab alone, as somebody without a mouse gets there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}
