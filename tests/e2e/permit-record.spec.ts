import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser.ts";
import { inventedNumbers } from "../support/invented-numbers.ts";
import { samplePdf } from "../support/schema-sample.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

async function register(page: Page): Promise<void> {
  const { foreignerId, taxNumber } = inventedNumbers();
  await page.goto("/permits/new");
  await page.getByLabel("Ad", { exact: true }).fill("Dilnoza");
  await page.getByLabel("Soyad", { exact: true }).fill("Karshiyeva");
  await page.getByLabel("Uyruk").selectOption("UZB");
  await page.getByLabel("Cinsiyet").selectOption("female");
  await page.getByLabel(/^Yabancı kimlik no/).fill(foreignerId);
  await page.getByLabel("Vergi no").fill(taxNumber);
  await page.getByLabel("Unvan").fill("Hasandağı Süt Ürünleri A.Ş.");
  await page.getByLabel("Sektör (NACE)").selectOption("C");
  await page.getByLabel("Başlangıç").fill("01.10.2026");
  await page.getByLabel(/^Bitiş/).fill("30.09.2027");
  await page.getByLabel("Gerekçe", { exact: true }).fill("Başvurusu uygun bulundu.");
  await page.getByRole("button", { name: "İzni kaydet" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dilnoza Karshiyeva" })).toBeVisible();
}

test("a chief registers a permit, sees its number for a purpose, extends it and cancels the extension", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_chief");
  await register(page);
  await expectGoodScreen(page, page.getByRole("heading", { level: 2, name: "Kişi" }));

  await page.getByRole("button", { name: /^Göster ?: Yabancı kimlik no/ }).click();
  await page.getByRole("button", { name: "Amacı yaz ve göster" }).click();
  await expect(page.getByText("Bir amaç seçin.")).toBeVisible();
  await page.getByRole("radio", { name: "Verinin düzeltilmesi" }).click();
  await page.getByRole("button", { name: "Amacı yaz ve göster" }).click();
  await expect(page.getByText(/^0\d{10}$/)).toBeVisible();
  await page.getByRole("button", { name: /^Gizle ?: Yabancı kimlik no/ }).click();
  await expect(page.getByText(/^0\d{10}$/)).toHaveCount(0);

  await page.getByRole("link", { name: "Uzat" }).click();
  await expect(page.getByLabel("Başlangıç")).toHaveValue("01.10.2027");
  await page.getByLabel("Gerekçe", { exact: true }).fill("Aynı işverende çalışması sürüyor.");
  await page.getByLabel("Kanundaki süreden ayrılmanın gerekçesi").fill("Erken başvuru müdürlükçe uygun görüldü.");
  await page.getByRole("button", { name: "İzni uzat" }).click();
  await expect(page.getByRole("list", { name: "İznin geçmişi" })).toContainText("Uzatmayla kaydedildi");

  await page.getByRole("link", { name: "İptal et" }).click();
  await page.getByLabel("Hukuki dayanak").selectOption("employment_ended");
  await page.getByLabel("Gerekçe", { exact: true }).fill("Çalışma sona erdi, işveren bildirdi.");
  await page.getByLabel("Geçersiz olduğu ilk gün").fill("01.10.2027");
  await page
    .getByLabel("Dayanak belgesi")
    .locator("input[type=file]")
    .setInputFiles({ name: "bildirim.pdf", mimeType: "application/pdf", buffer: Buffer.from(samplePdf) });
  await expect(page.getByText("bildirim.pdf")).toBeVisible();
  await page.getByRole("button", { name: "İptali denetle" }).click();
  await page.getByRole("button", { name: "İzni iptal et" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "İzin iptal edildi" })).toBeFocused();
});
