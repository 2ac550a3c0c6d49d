// Core task 4 of ux.md: PTT has brought a card back ("adreste tanınmıyor"); its new address is confirmed and it goes out again.
import { expect } from "@playwright/test";
import { test } from "../support/browser.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

const withinMs = 90_000;

test("an officer sends a returned card to a new address within a minute and a half", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await page.goto("/");
  const begin = Date.now();

  await page
    .getByRole("region", { name: /^Kartlar/ })
    .getByRole("link", { name: "Hepsi" })
    .click();
  await page.getByRole("button", { name: /^Kart iade geldi/ }).click();
  const row = page.getByRole("row").filter({ hasText: "Adreste tanınmıyor" }).first();
  const name = (await row.getByRole("link").textContent()) ?? "";
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("İade, elde")).toBeVisible();

  await page.getByRole("button", { name: "Adresi yaz" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Adresi yaz" }).click();
  await expect(dialog.getByText("Nasıl doğrulandığını seçin.")).toBeVisible();
  await dialog.getByRole("radio", { name: "Telefonla" }).click();
  await dialog.getByRole("textbox", { name: /^Adres/ }).fill("Yeni Mah. 5. Cad. No: 12 D: 3, Merkez / Aksaray");
  await dialog.getByRole("button", { name: "Adresi yaz" }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: "Yeniden gönder" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Kartı yeniden gönder" }).click();
  await expect(page.getByText("PTT aldı")).toBeVisible();
  expect(Date.now() - begin).toBeLessThan(withinMs);

  await expect(page.getByRole("list", { name: "Kartın geçmişi" })).toContainText("Yeniden gönderildi");
  await expect(page.getByText("hepsi kapandı")).toBeVisible();
  await expectGoodScreen(page, page.getByRole("heading", { level: 2, name: "İstisnalar" }));
});

test("the list of cards is filtered by chips and leads to a card by keyboard", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await page.goto("/cards");
  await expect(page.getByRole("table", { name: "Kartlar" })).toBeVisible();
  await expectGoodScreen(page, page.getByRole("table", { name: "Kartlar" }));
  await page.getByRole("button", { name: /^Tasarım/ }).click();
  await page.getByRole("checkbox", { name: "Eski tasarım" }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/design=old/);
  await expect(page.getByRole("cell", { name: "Yeni", exact: true })).toHaveCount(0);
  const first = page.getByRole("row").nth(1);
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("definition").filter({ hasText: "Eski tasarım" }).first()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/design=old/);
});
