// Core task 4 of ux.md: PTT brings a card back, its address is confirmed and it goes out again, within 90 seconds.
import { expect, type Page } from "@playwright/test";
import { listCards, readCard } from "../../lib/cards/card-contract.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

const withinMs = 90_000;

/** PTT's file says that a card of Aksaray came back because nobody knows the holder there. */
async function aReturnedCard(ministry: Page): Promise<string> {
  await ministry.goto("/cards");
  const { cards } = await callAs(ministry, listCards, {
    province: "68",
    design: "new",
    validity: "valid",
    work: "handed_to_ptt",
    whereabouts: "ptt_accepted,in_transit,out_for_delivery",
  });
  const card = cards[0];
  if (!card) throw new Error("the demo has no card of Aksaray on its way");
  const { barcode } = await callAs(ministry, readCard, { cardId: card.id });
  const now = Date.now();
  const line = (code: string, agoMs: number) => `${barcode};${code};;Merkez Şube;${new Date(now - agoMs).toISOString()};1`;
  const file = ["barkod;kod;aciklama;sube;zaman;sira", line("42", 120_000), line("160", 60_000)].join("\n");
  await ministry.getByRole("button", { name: "PTT hareketlerini yükle" }).click();
  await ministry.locator("input[type=file]").setInputFiles({ name: "ptt.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await expect(ministry.getByText("Dosya alındı.")).toBeVisible();
  return card.name;
}

test("an officer sends a returned card to a new address within a minute and a half", async ({ signedInAs }) => {
  const name = await aReturnedCard(await signedInAs("ministry_officer"));
  const page = await signedInAs("provincial_officer");
  await page.goto("/");
  const begin = Date.now();

  const tasks = page.getByRole("region", { name: /^Kartlar/ });
  await tasks.getByRole("link", { name: "Hepsi" }).click();
  await page.getByRole("button", { name: /^Kart iade geldi/ }).click();
  await page.getByRole("row").filter({ hasText: name }).getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("İade, elde").first()).toBeVisible();
  await expect(page.getByRole("list", { name: "Kartın geçmişi" })).toContainText("Adreste tanınmıyor");

  await page.getByRole("button", { name: "Adresi yaz" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Telefonla" }).click();
  await dialog.getByLabel("Adres", { exact: true }).fill("Yeni Mah. 5. Cad. No: 12 D: 3, Merkez / Aksaray");
  await dialog.getByRole("button", { name: "Adresi yaz" }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: "Yeniden gönder" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Kartı yeniden gönder" }).click();
  await expect(page.getByText("PTT aldı").first()).toBeVisible();
  expect(Date.now() - begin).toBeLessThan(withinMs);

  await expect(page.getByRole("list", { name: "Kartın geçmişi" })).toContainText("Yeniden gönderildi");
  await expect(page.getByText("hepsi kapandı")).toBeVisible();
  await expectGoodScreen(page, page.getByRole("heading", { level: 2, name: "İstisnalar" }));
});
