// A card's way through production as its people walk it: asked for, queued, gathered, numbered by two people, sent to NVİ as a file,
// answered, checked, packed, listed and taken over by PTT.
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { checkDigitOf } from "../../lib/cards/barcode.ts";
import { answerFields, partnerFields } from "../../lib/cards/partner-file.ts";
import { registerPermit } from "../../lib/permits/commands-contract.ts";
import { addDays } from "../../lib/platform/calendar/local-day.ts";
import { localDateOf } from "../../lib/platform/locale/tr.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";
import { aPermitInput } from "../support/permits.ts";
import { printedPages } from "../support/printed.ts";
import { expectGoodOnDesk, expectGoodScreen } from "../support/screen-check.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(300_000);

const size = 3;

test("a card is asked for, made, checked, packed and taken over by PTT", async ({ signedInAs }) => {
  await askForCards(await signedInAs("provincial_officer"));
  const custodian = await signedInAs({ username: "stok1@bakanlik.test" });
  await gather(custodian);
  await number(custodian, await signedInAs({ username: "stok2@bakanlik.test" }));
  const serials = await produce(custodian);
  await check(custodian, serials);
  await pack(custodian, serials.slice(1));
  await handOver(custodian, serials.slice(1));
});

/** Two permits without a card, asked for together from the list. */
async function askForCards(page: Page): Promise<void> {
  const today = localDateOf(new Date());
  const terms = { validFrom: addDays(today, -10), validTo: addDays(today, 350) };
  for (let made = 0; made < 2; made += 1) await callAs(page, registerPermit, aPermitInput({ ...terms, holder: aHolder(made) }));
  await page.goto(`/permits?card=none&state=in_force&registeredFrom=${today}`);
  await page.getByRole("checkbox", { name: "Bu sayfadakilerin tümünü seç" }).click();
  await page.getByRole("button", { name: /izin için kart iste$/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/^\d+ kart istenecek\./)).toBeVisible();
  await dialog.getByLabel("Gerekçe").fill("İzinler onaylandı, kartları basılacak.");
  await dialog.getByRole("button", { name: /^\d+ kart iste$/ }).click();
  await expect(page.getByText(/^\d+ kart istendi\.$/)).toBeVisible();
}

/** Somebody new each time; the other journeys' people stay theirs. */
function aHolder(index: number) {
  const passport = `TST9${String(Date.now() % 1_000_000).padStart(6, "0")}${index}`;
  return { ...aPermitInput().holder, foreignerId: null, passport, surname: `Üretim ${index + 1}` };
}

async function gather(page: Page): Promise<void> {
  await page.goto("/cards/production");
  await page.getByRole("button", { name: "Sıra ve parti" }).click();
  await page.getByRole("menuitem", { name: /^A26: .* sıraya alınabilir/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /kartı sıraya al$/ })
    .click();
  await expect(page.getByText(/kart sıraya alındı\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Sıra ve parti" }).click();
  await page.getByRole("menuitem", { name: /^A26: .* partiye toplanabilir/ }).click();
  await page.getByRole("dialog").getByLabel("Kaç kart").fill(String(size));
  await page.getByRole("button", { name: `${size} kartı partiye topla` }).click();
  await expect(page.getByRole("heading", { level: 1, name: /P-\d{4}-\d+/ })).toBeVisible();
}

/** Blanks leave the vault with the second person's approval; then the batch is sealed. */
async function number(first: Page, second: Page): Promise<void> {
  const batch = first.url();
  await first.getByRole("link", { name: /^Kasadan \d+ numara ayır$/ }).click();
  await first.getByLabel("Gerekçe", { exact: true }).fill("Partinin kartları basılacak.");
  await showWhoOneIs(first);
  await first.getByRole("button", { name: "Öneriyi denetle" }).click();
  await first.getByRole("button", { name: `${size} belgeyi partiye ayırmayı öner` }).click();
  await expect(first.getByRole("heading", { level: 1, name: "Partiye ayır: önerildi" })).toBeFocused();

  await second.goto("/access/proposals");
  await second
    .getByRole("link", { name: /Partiye ayır/ })
    .first()
    .click();
  await second.getByRole("button", { name: `${size} belgenin partiye ayrılmasını onayla` }).click();
  await showWhoOneIs(second);
  await second
    .getByRole("dialog")
    .getByRole("button", { name: `${size} belgenin partiye ayrılmasını onayla` })
    .click();
  await expect(second.getByText("Onaylandı, yapıldı")).toBeVisible();

  await first.goto(batch);
  await first.getByRole("button", { name: "Mühürle", exact: true }).click();
  await first
    .getByRole("dialog")
    .getByRole("button", { name: `${size} kartı mühürle` })
    .click();
  await expect(first.getByText("Parti mühürlendi; NVİ dosyası indirilebilir.")).toBeVisible();
}

async function showWhoOneIs(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Kodu alana yaz" }).click();
  await expect(page.getByLabel("Doğrulama kodu")).toHaveValue(/^\d{6}$/);
}

/** The file goes out with the listed fields and nothing else; NVİ answers that all are printed. Answers with the serials. */
async function produce(page: Page): Promise<string[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "NVİ dosyasını indir" }).click();
  await page.getByRole("menuitem", { name: "CSV olarak" }).click();
  const [head = "", ...lines] = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  expect(head.replace("\uFEFF", "").split(";")).toEqual([...partnerFields]);
  expect(lines).toHaveLength(size);
  const rows = lines.map((line) => line.split(";"));
  const answers = rows.map(([line = "", card = "", serial = ""]) => [line, card, serial, "BASILDI", "", ""].join(";"));
  const buffer = Buffer.from([answerFields.join(";"), ...answers, ""].join("\r\n"));
  await page.locator('input[type="file"]').setInputFiles({ name: "yanit.csv", mimeType: "text/csv", buffer });
  await expect(page.getByText(`${size} kart denetlenebilir.`)).toBeVisible();
  await expectGoodScreen(page, page.getByRole("heading", { level: 2, name: "Kalite denetimi" }));
  return rows.map(([, , serial = ""]) => serial);
}

/** The first is misprinted, the others are good; the batch closes. What a scanner reads wrongly is written over by the next scan. */
async function check(page: Page, [misprinted = "", good = ""]: readonly string[]): Promise<void> {
  await page.getByLabel("Seri numarası").click();
  for (const scanned of ["B269999999", good]) await page.keyboard.type(`${scanned}\n`);
  await expect(page.getByRole("status").filter({ hasText: `${good.slice(0, 3)} ${good.slice(3)} geçti diye alındı.` })).toBeVisible();
  for (const scanned of [good, misprinted]) await page.keyboard.type(`${scanned}\n`);
  await page
    .getByRole("button", { name: /^A26 \d{7} numarasını listeden çıkar$/ })
    .first()
    .click();
  await page.getByRole("radio", { name: "Bozuk" }).check({ force: true });
  await page.getByLabel("Neden bozuk").fill("Baskı kaymış.");
  await page.getByLabel("Seri numarası").fill(misprinted);
  await page.getByLabel("Seri numarası").press("Enter");
  await page.getByRole("button", { name: "Kalanların tümünü geçti say" }).click();
  await page.getByLabel("Bozuk çıkanları gören kişi").fill("Hakan Basım");
  await page.getByRole("button", { name: `${size - 1} geçti, 1 bozuk yaz` }).click();
  await expect(page.getByText(`${size - 1} kart denetimden geçti, 1 kart bozuk ayrıldı.`)).toBeVisible();
  await page.getByRole("button", { name: "Partiyi kapat" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Partiyi kapat" }).click();
  await expect(page.getByText("Parti kapandı.")).toBeVisible();
}

const stem = String(10_000_000 + (Date.now() % 80_000_000)).slice(0, 7);
const barcodeOf = (index: number): string => `KP${stem}${index}${checkDigitOf(`${stem}${index}`)}TR`;

async function pack(page: Page, serials: readonly string[]): Promise<void> {
  await page.goto("/cards/production/packing");
  for (const [index, serial] of serials.entries()) {
    await page.getByLabel("1. Kartın seri numarası").fill(serial);
    await page.getByLabel("1. Kartın seri numarası").press("Enter");
    await page.getByLabel("2. Zarfın PTT barkodu").fill(barcodeOf(index));
    await page.getByLabel("2. Zarfın PTT barkodu").press("Enter");
  }
  await page.getByRole("button", { name: `${serials.length} kartı paketlendi yaz` }).click();
  await expect(page.getByRole("button", { name: /paketlendi yaz$/ })).toHaveCount(0);
  await expectGoodOnDesk(page, page.getByRole("heading", { level: 1 }));
}

/** The list is printed, handed over and counted by PTT: nothing differs, and the cards are valid. */
async function handOver(page: Page, serials: readonly string[]): Promise<void> {
  await page.goto("/cards/production");
  await page.getByRole("button", { name: "Teslim listesi çıkar" }).click();
  // All that are packed: at some hours the demo has packed cards of its own, which are older.
  const count = Number(await page.getByRole("dialog").getByLabel("Kaç kart").inputValue());
  expect(count).toBeGreaterThanOrEqual(serials.length);
  await page.getByRole("button", { name: `${count} kartlık liste çıkar` }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^PTT teslim listesi T-/ })).toBeVisible();
  const [paper = ""] = await printedPages(page);
  for (const [index, serial] of serials.entries()) expect(paper).toMatch(new RegExp(`${barcodeOf(index)}.*${serial}`));
  expect(paper).toContain("Teslim alan (PTT)");
  await page.getByRole("button", { name: `${count} kartı PTT’ye teslim et` }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `${count} kartı teslim et` })
    .click();
  await expect(page.getByText("Kartlar teslim edildi ve geçerli oldu.")).toBeVisible();
  await page.getByLabel("PTT kaç parça saydı").fill(String(count));
  await page.getByRole("button", { name: `${count} parçalık sayımı yaz` }).click();
  await expect(page.getByText("Liste, satırlar ve PTT’nin sayısı aynı.")).toBeVisible();
  await expectGoodScreen(page, page.getByRole("heading", { level: 1 }));
}
