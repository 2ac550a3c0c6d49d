import { expect } from "@playwright/test";
import { expectAccessible, test } from "../support/browser.ts";

const malformed = "0D5EED01-6CB4-48F0-A016-10F33E7A5SDFC";

test("a mistyped code is diagnosed in its place and never looked up", async ({ page }) => {
  await page.goto("/verify");
  await page.getByLabel("Belge doğrulama kodu").fill(malformed);
  await page.getByRole("button", { name: "Kodu doğrula" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kodda yazım hatası var");
  await expect(page.getByText("Kod bu hâliyle aranmadı. Bu, yazının kayıtlı olmadığı anlamına gelmez.")).toBeVisible();
  await expect(page.getByText("13 karakter, 12 olmalı")).toBeVisible();
  await expect(page.locator("mark")).toHaveText("S");
  await expectAccessible(page);
});

test("a reading of a mistyped code is a well-formed code of its own", async ({ page }) => {
  await page.goto(`/verify?code=${malformed}`);
  await page.getByRole("button", { name: "0D5EED01-6CB4-48F0-A016-10F33E7A5DFC" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bu kodla kayıtlı bir yazı yok");
  await expectAccessible(page);
});

test("an empty code is asked for, not looked up", async ({ page }) => {
  await page.goto("/verify");
  await page.getByRole("button", { name: "Kodu doğrula" }).click();
  await expect(page.getByText("Kodu yazın.")).toBeVisible();
  await expect(page).toHaveURL(/\/verify$/);
});

test("a reader abroad gets the page in English and the code stays", async ({ page }) => {
  await page.goto(`/verify?code=${malformed}`);
  await page.getByRole("link", { name: "EN English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The code is mistyped");
  await expect(page.locator("[lang=en]").first()).toBeVisible();
  expect(new URL(page.url()).searchParams.get("code")).toBe(malformed);
});

test.describe("in the dark, on a telephone", () => {
  test.use({ colorScheme: "dark", viewport: { width: 360, height: 740 } });

  test("a link that does not open says what to do and nothing else", async ({ page }) => {
    const response = await page.goto("/acknowledge?durum=gecersiz");
    expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
    expect(response?.headers()["x-robots-tag"]).toContain("noindex");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bu bağlantı açılmıyor");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectAccessible(page);
  });
});
