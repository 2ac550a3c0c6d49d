import { expect } from "@playwright/test";
import { test } from "../support/browser.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

const header = "İzin no;İzin türü;Ad;Soyad;Cinsiyet;Doğum tarihi;Uyruk;Pasaport no;Meslek kodu;Başlangıç;Bitiş;Dosya yeri";

/** Two new permits and one with a day that does not exist; numbers of its own for each run. */
function fileOf(first: number): string {
  const passport = (place: number) => `TST${first + place}`;
  return [
    header,
    `${first};bağımsız;AISHA;RAHIMI;K;14.03.1991;AFG;${passport(0)};5120;01.12.2026;30.11.2027;Dolap 4`,
    `${first + 1};bağımsız;OMAR;BENALI;E;02.09.1988;DZA;${passport(1)};5120;01.12.2026;30.11.2027;Dolap 4`,
    `${first + 2};bağımsız;LEYLA;HUMBATLI;K;31.02.1990;AZE;${passport(2)};5120;01.12.2026;30.11.2027;Dolap 5`,
  ].join("\r\n");
}

test("a file is matched, checked and taken over with its number, and its bad row stays outside with the reason", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await page.goto("/permits");
  await page.getByRole("link", { name: "İçe aktar" }).click();
  const source = page.getByLabel("Kaynak");
  await expectGoodScreen(page, source);
  await source.fill("Eski kayıt defteri");
  const buffer = Buffer.from(fileOf(8_000_000 + Math.floor(Math.random() * 900_000)));
  await page.locator("input[type=file]").setInputFiles({ name: "izinler.csv", mimeType: "text/csv", buffer });

  const check = page.getByRole("button", { name: "Satırları denetle" });
  await expectGoodScreen(page, check);
  await expect(page.getByLabel("Pasaport no")).toHaveValue(/\d/);
  await check.click();

  const take = page.getByRole("button", { name: "2 satırı aktar" });
  await expect(take).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("table")).toContainText("Doğum tarihi “31.02.1990”: Böyle bir gün yok.");
  await expectGoodScreen(page, page.getByRole("table"));
  await page.getByLabel("Gerekçe").fill("Eski kayıtlar aktarılıyor.");
  await take.click();
  await expect(page.getByText("2 yeni kayıt eklendi, 0 kayıt değişti.")).toBeVisible({ timeout: 30_000 });
  await expectGoodScreen(page, page.getByRole("table"));
});
