// Core task 6 of ux.md: the vault receives 5,000 serials, one box short, within three minutes; and what becomes of the case.
import { expect, type Page } from "@playwright/test";
import { listCases } from "../../lib/cards/stock-contract.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(420_000);

const withinMs = 180_000;
const custodian = { username: "stok2@bakanlik.test" };
const colleague = { username: "stok1@bakanlik.test" };

/** The code that shows who one is, filled in by the demo. */
async function showWhoOneIs(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Kodu alana yaz" }).click();
  await expect(page.getByLabel("Doğrulama kodu")).toHaveValue(/^\d{6}$/);
}

test("the vault receives 5,000 serials with one box short, and a case opens, within three minutes", async ({ signedInAs }) => {
  const page = await signedInAs(custodian);
  await page.goto("/");
  const begin = Date.now();

  await page.getByRole("link", { name: "Değerli kâğıt" }).first().click();
  await page.getByRole("link", { name: /5\.000 belge, 10 koli/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Gönderiyi teslim al/ })).toBeVisible();
  for (let box = 1; box <= 9; box += 1) {
    await page
      .getByRole("group", { name: `${box}. koli, 500 belge` })
      .getByText("Geldi", { exact: true })
      .click();
  }
  await page.getByRole("button", { name: "Sayımı denetle" }).click();
  await expect(page.getByText("1 koliye henüz bakılmadı")).toBeVisible();
  await page.getByRole("group", { name: "10. koli, 500 belge" }).getByText("Gelmedi").click();
  await page.getByRole("button", { name: "Sayımı denetle" }).click();
  await expect(page.getByText("500 belge için eksik teslim dosyası kendiliğinden açılır.")).toBeVisible();
  await page.getByRole("button", { name: "4.500 belgeyi teslim al, 500 eksik için dosya aç" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Gönderi teslim alındı" })).toBeFocused();
  await expect(page.getByText(/Eksik teslimat: 500 belge, 482\.000 TL/)).toBeVisible();
  await page.getByRole("link", { name: /^Dosya 2026-K-/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Eksik teslimat/ })).toBeVisible();
  expect(Date.now() - begin).toBeLessThan(withinMs);

  await expectGoodScreen(page, page.getByRole("heading", { level: 2, name: "Numaralar" }));
});

test("a box that never came is declared lost by two people, who show again that it is them", async ({ signedInAs }) => {
  const first = await signedInAs(custodian);
  await first.goto("/valued-paper");
  const { cases } = await callAs(first, listCases, { kind: "short_delivery", state: "open" });
  await first.goto(`/valued-paper/cases/${cases[0]?.id}`);
  await first.getByRole("link", { name: "500 belge: kayıp yaz" }).click();
  await first.getByLabel("Gerekçe", { exact: true }).fill("Darphane kolinin yola çıktığını, taşıyıcı almadığını yazdı.");
  await showWhoOneIs(first);
  await first.getByRole("button", { name: "Öneriyi denetle" }).click();
  await expect(first.getByText(/482\.000 TL/).first()).toBeVisible();
  await first.getByRole("button", { name: "500 belgeyi kayıp yazmayı öner" }).click();
  await expect(first.getByRole("heading", { level: 1, name: "Kayıp yaz: önerildi" })).toBeFocused();

  const second = await signedInAs(colleague);
  await second.goto("/access/proposals");
  await second.getByRole("link", { name: /500/ }).first().click();
  await expectGoodScreen(second, second.getByRole("heading", { level: 2, name: "Öneri" }));
  await second.getByRole("button", { name: "500 belgenin kayıp yazılmasını onayla" }).click();
  await showWhoOneIs(second);
  await second.getByRole("dialog").getByRole("button", { name: "500 belgenin kayıp yazılmasını onayla" }).click();
  await expect(second.getByText("Onaylandı, yapıldı")).toBeVisible();

  await second.goto("/valued-paper");
  await expect(second.getByRole("link", { name: /^Kayıp 1\.000/ }).first()).toBeVisible();
  await expect(second.getByText("Fark yok")).toBeVisible();
});

test("two people count the vault blind, and nobody reads the book before both sheets are in", async ({ signedInAs }) => {
  const first = await signedInAs(custodian);
  await first.goto("/valued-paper/counts");
  await first.getByRole("button", { name: "Sayım başlat" }).click();
  const dialog = first.getByRole("alertdialog");
  await dialog.getByLabel("Seri").selectOption("B26");
  await dialog.getByLabel("Hesap").selectOption("qa_sample");
  await dialog.getByRole("button", { name: "Sayımı başlat" }).click();
  await expect(first.getByRole("heading", { level: 1, name: /^Sayım S-/ })).toBeVisible();
  const address = new URL(first.url()).pathname;

  await handIn(first, "1");
  await expect(first.getByText("İkinci kişinin tutanağı bekleniyor")).toBeVisible();
  await first.goto("/valued-paper/series/B26");
  await expect(first.getByText("Sayım kördür")).toBeVisible();

  const second = await signedInAs(colleague);
  await second.goto(address);
  await expect(second.getByText("Verildi; sayısı gizli")).toBeVisible();
  await handIn(second, "1");
  await expect(second.getByRole("heading", { level: 2, name: "Sonuç" })).toBeVisible();
  await expect(second.getByText("Sayım defterle tutmuyor; fark için dosya açıldı.")).toBeVisible();
  await expectGoodScreen(second, second.getByRole("heading", { level: 2, name: "Sonuç" }));
});

async function handIn(page: Page, pieces: string): Promise<void> {
  await page.getByLabel("Sayılan belge").fill(pieces);
  await page.getByRole("button", { name: `${pieces} belge yazan tutanağı ver` }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: `${pieces} belge yazan tutanağı ver` })
    .click();
  await expect(page.getByText("Tutanağınız verildi.")).toBeVisible();
}

test("the ledger's pages read well on a desk and on a phone, by day and by night", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_officer");
  const screens = [
    { path: "/valued-paper", heading: /^Değerli kâğıt defteri/, also: "figure" },
    { path: "/valued-paper/movements", heading: "Hareketler", also: "tbody tr" },
    { path: "/valued-paper/serials?q=A26 1200-1300", heading: "Hangi numara nerede", also: "tbody tr" },
    { path: "/valued-paper/receipts", heading: "Teslim alma", also: "tbody tr" },
    { path: "/valued-paper/cases", heading: "Fark ve kayıp dosyaları", also: "tbody tr" },
    { path: "/valued-paper/counts", heading: "Sayım", also: "h1" },
    { path: "/valued-paper/reconciliation", heading: "Denklik", also: "h2" },
  ];
  for (const { path, heading, also } of screens) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await expectGoodScreen(page, page.locator(also));
    });
  }
});
