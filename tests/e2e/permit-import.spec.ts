import { expect, type Page } from "@playwright/test";
import { importColumns } from "../../lib/permits/import-columns.ts";
import { test } from "../support/browser.ts";
import { inventedNumbers } from "../support/invented-numbers.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

type Cells = Record<string, string>;

const tab = (page: Page, name: RegExp) => page.getByRole("navigation", { name: "Satırların sonucu" }).getByRole("link", { name });

function aRow(change: Cells = {}): Cells {
  const { foreignerId, taxNumber } = inventedNumbers();
  return {
    number: `9${foreignerId.slice(1, 8)}`,
    kind: "süreli",
    givenNames: "Dilnoza",
    surname: "Karshiyeva",
    sex: "K",
    nationality: "UZB",
    foreignerId,
    employerTaxNumber: taxNumber,
    employerTitle: "Hasandağı Süt Ürünleri A.Ş.",
    sector: "C",
    validFrom: "01.10.2026",
    validTo: "30.09.2027",
    ...change,
  };
}

function csvOf(rows: readonly Cells[]): Buffer {
  const lines = [importColumns.map(({ label }) => label), ...rows.map((row) => importColumns.map(({ key }) => row[key] ?? ""))];
  return Buffer.from(lines.map((cells) => cells.join(";")).join("\r\n"));
}

test("a file with one faulty row is checked first, and only its good rows become permits", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_chief");
  const good = aRow();
  await page.goto("/permits/import");
  await page.getByLabel("Kaynak").fill("Deneme birimi");
  await page
    .getByLabel("CSV ya da XLSX dosyasını buraya bırakın")
    .locator("input[type=file]")
    .setInputFiles({ name: "izinler.csv", mimeType: "text/csv", buffer: csvOf([good, aRow({ validTo: "31.02.2027" })]) });
  await expect(page.getByLabel("Bitiş")).toHaveValue(String(importColumns.findIndex(({ key }) => key === "validTo")));
  await page.getByRole("button", { name: "Satırları denetle" }).click();

  await expect(page.getByRole("table", { name: "Hatalı satırlar" })).toContainText("31.02.2027");
  await expect(tab(page, /^Hatalı/)).toContainText("1");
  await tab(page, /^Yeni/).click();
  await expect(page.getByRole("table", { name: "Yeni satırlar" })).toContainText(good.number ?? "");
  await expectGoodScreen(page, page.getByRole("table", { name: "Yeni satırlar" }));

  await page.getByLabel("Gerekçe").fill("Birimin yıllık listesi.");
  await page.getByRole("button", { name: "1 satırı aktar" }).click();
  await expect(page.getByText("1 yeni kayıt eklendi, 0 kayıt değişti.")).toBeVisible();
});
