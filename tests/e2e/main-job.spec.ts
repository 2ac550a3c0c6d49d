import { expect, type Page } from "@playwright/test";
import { readMe } from "../../lib/access/contract.ts";
import { readCircular } from "../../lib/circulars/contract.ts";
import { seedLetter } from "../../prisma/seed-letter.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";

/** Core task 1 (ux.md): the seed letter becomes a dispatched circular in at most six minutes. */
const coreTaskLimit = 6 * 60_000;
/** Core task 2: who has not acknowledged, a reminder, a telephone confirmation. */
const callTaskLimit = 60_000;

test.setTimeout(300_000);

/** The governorship's letter among all that waits for a person; how its screens read is seen in screens.spec.ts. */
const waiting = (page: Page) => page.getByRole("listitem").filter({ hasText: seedLetter.subject });

async function signIn(page: Page, account: RegExp): Promise<void> {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Giriş yapın" })).toBeVisible();
  await page.getByRole("button", { name: account }).click();
}

async function giveCode(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Kodu alana yaz" }).click();
  await page.getByRole("button", { name: "Kodu doğrula" }).click();
}

test("a province sends its circular to 24 institutions, one acknowledges, the silent are reminded, anybody verifies", async ({
  page,
  browser,
  contextOptions,
  baseURL,
}) => {
  const startedAt = Date.now();
  const person = async () => (await browser.newContext({ ...contextOptions, ...(baseURL && { baseURL }) })).newPage();

  await test.step("the officer turns the governorship's letter into a draft and submits it", async () => {
    await signIn(page, /^Memur/);
    await expect(page.getByRole("heading", { level: 1, name: "Bugün" })).toBeVisible();
    await waiting(page).getByRole("button", { name: "Dağıtıma çıkar" }).click();
    await expect(page).toHaveURL(/\/circulars\/[0-9a-f-]{36}/);
    await expect(page.getByRole("textbox", { name: /lgi/ }).first()).toHaveValue(
      "Aksaray Valiliğinin 11.03.2026 tarihli ve 9209 sayılı yazısı.",
    );
    await expect(page.locator("img[src^='blob:']").first()).toBeVisible();
    await page.getByRole("link", { name: /Denetim/ }).click();
    await page.getByRole("button", { name: "Parafa sun" }).click();
    await expect(page.getByText("Yazı paraf sırasında; sırası gelen paraflar.")).toBeVisible();
  });

  await test.step("the section chief initials what is shown", async () => {
    const chief = await person();
    await signIn(chief, /^Şef/);
    await waiting(chief).getByRole("link", { name: "Paraf için aç" }).click();
    await chief.getByRole("button", { name: "Parafla" }).click();
    await chief.getByRole("button", { name: "Yazıyı parafla" }).click();
    await expect(chief.getByText("Yazı imza bekliyor.")).toBeVisible();
    await chief.context().close();
  });

  await test.step("the director reads the numbered letter and signs it", async () => {
    const director = await person();
    await signIn(director, /^İl Müdürü/);
    await giveCode(director);
    await waiting(director).getByRole("link", { name: "İmza için aç" }).click();
    await director.getByRole("button", { name: "İmzaya hazırla" }).click();
    await expect(director.getByText("TEST imza.").first()).toBeVisible();
    await expect(director.locator("canvas").first()).toBeVisible();
    await director.getByRole("button", { name: /sayılı yazıyı imzala$/ }).click();
    await expect(director.getByText("İmzalandı").first()).toBeVisible();
    await director.context().close();
  });

  await test.step("the officer checks and sends to 24 institutions", async () => {
    await page.goto("/");
    await waiting(page).getByRole("link", { name: "24 kuruma gönder" }).click();
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "24 kuruma gönder" }).click();
    await expect(page.getByRole("heading", { name: "Yazı 24 kuruma gönderime çıktı" })).toBeVisible();
    expect(Date.now() - startedAt, "core task 1").toBeLessThan(coreTaskLimit);
    await page.getByRole("link", { name: "Muhatapların durumu" }).click();
  });

  await test.step("the board fills with evidence without a reload", async () => {
    await expect(page.getByRole("group").getByRole("button", { name: /^Tümü/ })).toContainText("24");
    await expect(page.getByText("24 / 24")).toHaveCount(2, { timeout: 60_000 });
  });

  const verificationCode = await test.step("one institution opens its own link and acknowledges", async () => {
    const me = readMe.output.parse(await (await page.request.get("/api/access/me")).json());
    const clerk = await person();
    await clerk.goto(`${me.mailboxUrl}?to=eskilkaymakamligi@hs01.kep.test`);
    const { documentNumber, verificationCode: code } = await documentOf(page);
    await clerk
      .getByRole("article")
      .filter({ hasText: documentNumber })
      .getByRole("link", { name: /acknowledgement\/open/ })
      .click();
    await expect(clerk).toHaveURL(/\/acknowledge$/);
    await clerk.getByLabel("Adınız ve soyadınız").fill("Sınama Memuru");
    await clerk.getByLabel("Unvanınız").fill("Yazı İşleri Müdürü");
    await clerk.getByRole("button", { name: "Yazıyı aldık" }).click();
    await clerk.getByRole("button", { name: "Yazıyı aldığımızı bildir" }).click();
    await expect(clerk.getByText("Bilgi alındı olarak kaydedildi")).toBeVisible();
    await clerk.context().close();
    await expect(page.getByRole("group").getByRole("button", { name: /^Bilgi alındı/ })).toContainText("1");
    return code;
  });

  const askedAt = Date.now();
  await test.step("the silent are reminded, by the count that the button names", async () => {
    await page
      .getByRole("button", { name: /^23 kuruma hatırlat/ })
      .first()
      .click();
    await page.getByRole("alertdialog").getByRole("button", { name: "23 kuruma hatırlat" }).click();
    await expect(page.getByText(/23 kuruma hatırlatma gönderiliyor/)).toBeVisible();
  });

  await test.step("one of them is called: the answer stands as one by telephone, apart from the institution's own", async () => {
    await page
      .getByRole("group")
      .getByRole("button", { name: /^Kimden haber yok/ })
      .click();
    await page.getByRole("row").filter({ hasText: "Ortaköy Kaymakamlığı" }).click();
    await page.getByRole("button", { name: "Telefonla bildirdi" }).click();
    await page.getByLabel("Görüşülen kişi").fill("Sınama Görevlisi");
    await page.getByLabel("Unvanı").fill("Yazı İşleri Müdürü");
    await page.getByRole("button", { name: "Görüşmeyi kaydet" }).click();
    await expect(page.getByRole("heading", { name: "Telefon görüşmeleri" })).toBeVisible();
    await expect(page.getByText("kurumun kendi bildirimi değildir")).toBeVisible();
    expect(Date.now() - askedAt, "core task 2").toBeLessThan(callTaskLimit);
    await page.getByRole("group").getByRole("button", { name: /^Tümü/ }).click();
    const answered = page.getByRole("row").filter({ hasText: "Ortaköy Kaymakamlığı" });
    await expect(answered.getByText(/^Telefonla \d\d:\d\d$/)).toBeVisible();
    await expect(page.getByText("1’i telefonla")).toBeVisible();
  });

  await test.step("the public page shows the same letter by its code", async () => {
    const visitor = await person();
    await visitor.goto(`/verify?code=${verificationCode}`);
    await expect(visitor.getByText("Bu yazı kayıtlıdır")).toBeVisible();
    await visitor.goto("/verify?code=0D5EED01-6CB4-48F0-A016-10F33E7A5SDFC");
    await expect(visitor.getByText("Bu, yazının kayıtlı olmadığı anlamına gelmez").first()).toBeVisible();
    await visitor.context().close();
  });
});

/** Number and code as the record shows them. */
async function documentOf(page: Page): Promise<{ documentNumber: string; verificationCode: string }> {
  const circularId = /circulars\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
  const { document } = await callAs(page, readCircular, { circularId });
  if (!document) throw new Error("a dispatched letter has a document");
  return document;
}
