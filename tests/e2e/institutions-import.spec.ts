import { expect } from "@playwright/test";
import { test } from "../support/browser.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

const csv = (name: string, ...lines: string[]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) });

test("institutions and a list of them come in from files; what is wrong stays outside with the reason", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  const serial = 10_000_000 + Math.floor(Math.random() * 80_000_000);
  const name = `Deneme ${serial} Belediyesi`;
  await page.goto("/institutions");
  await page.getByRole("link", { name: "İçe aktar" }).click();
  const source = page.getByLabel("Kaynak");
  await expectGoodScreen(page, source);
  await source.fill("DETSİS dökümü");
  await page
    .locator("input[type=file]")
    .setInputFiles(
      csv(
        "kurumlar.csv",
        "DETSİS;Kurum;Kurum türü;KEP",
        `${serial};${name};Belediye;b${serial}@hs01.kep.test`,
        `;Yanlış ${serial} Belediyesi;Belediye;b${serial}@kep.test`,
      ),
    );
  const check = page.getByRole("button", { name: "Satırları denetle" });
  await expectGoodScreen(page, check);
  await check.click();
  const take = page.getByRole("button", { name: "1 satırı aktar" });
  await expect(take).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("table")).toContainText(`KEP adresi “b${serial}@kep.test”`);
  await expectGoodScreen(page, page.getByRole("table"));
  await page.getByLabel("Gerekçe").fill("Yeni belediye eklendi.");
  await take.click();
  await expect(page.getByText("1 yeni kurum eklendi, 0 kurum değişti.")).toBeVisible({ timeout: 30_000 });

  await page.getByRole("link", { name: "Kurumlara git" }).click();
  await page.goto("/institutions/lists/import");
  await page.getByLabel("Kaynak").fill("Listelerimiz");
  await page
    .locator("input[type=file]")
    .setInputFiles(
      csv("listeler.csv", "Liste;Kurum adı;Görev", `Liste ${serial};${name.toUpperCase()};Bilgi`, `Liste ${serial};${name}ne;Bilgi`),
    );
  await page.getByRole("button", { name: "Satırları denetle" }).click();
  const takeList = page.getByRole("button", { name: "1 satırı aktar" });
  await expect(takeList).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("table")).toContainText(`en yakını “${name}”`);
  await page.getByLabel("Gerekçe").fill("Liste dosyadan alındı.");
  await takeList.click();
  await expect(page.getByText("1 yeni üye eklendi, 0 üye değişti.")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Listelere git" }).click();
  await page.getByRole("link", { name: `Liste ${serial}` }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "1 kurumu indir" }).click();
  await page.getByRole("menuitem", { name: "CSV (UTF-8, noktalı virgül)" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});
