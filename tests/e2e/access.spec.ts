// Two administrators open an account; its owner makes it their own with a telephone; one of the two closes it again.
import { expect, type Page } from "@playwright/test";
import { codeOfStep, stepOf } from "../../lib/access/server/totp.ts";
import { expectAccessible, test } from "../support/browser.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const password = "mavi kapı üç zeytin";
// Of the ministry: a new person in Aksaray would stand among those whom the letters beside this ask for initials.
const username = `derya-${crypto.randomUUID().slice(0, 8)}@bakanlik.test`;

/** In the demo the code stands beside the field that asks for it. */
const showWho = (page: Page) => page.getByRole("button", { name: "Kodu alana yaz" }).click();

async function propose(page: Page): Promise<void> {
  await page.goto("/access/users");
  await expectGoodScreen(page, page.getByRole("row").nth(1));
  await page.getByRole("link", { name: "Yeni kullanıcı" }).click();
  await expectGoodScreen(page, page.getByRole("heading", { level: 1, name: "Yeni kullanıcı" }));
  await page.getByRole("button", { name: "Hesabı öner" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "düzeltilmeli" })).toBeFocused();
  await page.getByRole("textbox", { name: "Adı soyadı" }).fill("Derya Sönmez");
  await page.getByRole("textbox", { name: "Unvanı" }).fill("Veri Analisti");
  await page.getByRole("textbox", { name: "Kullanıcı adı" }).fill(username);
  await page.getByLabel("Rolü").selectOption({ label: "Analist" });
  await page.getByLabel("Birimi").selectOption({ label: "Bakanlık · Uluslararası İşgücü Genel Müdürlüğü" });
  await page.getByRole("textbox", { name: "Gerekçe" }).fill("Vekâlet onayı, 30.11.2026");
  await showWho(page);
  await page.getByRole("button", { name: "Hesabı öner" }).click();
  await expect(page.getByText("Onay bekleyen öneri var.")).toBeVisible();
}

async function approve(page: Page): Promise<string> {
  await page.goto("/access/proposals");
  const waiting = page.getByRole("listitem").filter({ hasText: username });
  await waiting.getByRole("button", { name: "Değişikliği onayla" }).click();
  await showWho(page);
  await page.getByRole("dialog").getByRole("button", { name: "Değişikliği onayla" }).click();
  const link = page.getByRole("dialog", { name: "Kurulum bağlantısını kişiye verin" });
  await expect(link).toBeVisible();
  await expectAccessible(page);
  const address = (await link.getByText(/\/set-up#/).textContent()) ?? "";
  await link.getByRole("button", { name: "Verdim, kapat" }).click();
  return address;
}

async function makeOwn(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await expectGoodScreen(page, page.getByRole("img", { name: "Doğrulama uygulaması için karekod" }));
  const secret = ((await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "").replaceAll(" ", "");
  await page.getByRole("textbox", { name: "Parolanız", exact: true }).fill(password);
  await page.getByRole("textbox", { name: "Parolanız, yeniden" }).fill(password);
  await page.getByRole("textbox", { name: "Uygulamanın gösterdiği kod" }).fill(await codeOfStep(secret, stepOf(new Date())));
  await page.getByRole("button", { name: "Hesabımı kur" }).click();
  await expect(page.getByRole("list", { name: "Kurtarma kodları" }).getByRole("listitem")).toHaveCount(10);
  await expectAccessible(page);
  expect(page.url()).not.toContain("#");
  return secret;
}

async function enter(page: Page, secret: string): Promise<void> {
  await page.getByRole("link", { name: "Kodları sakladım, girişe git" }).click();
  await page.getByRole("textbox", { name: "Kullanıcı adı" }).fill(username);
  await page.getByRole("textbox", { name: "Parola" }).fill(password);
  await page.getByRole("button", { name: "Giriş yap" }).click();
  // The code that proved the telephone is used up; the next one is accepted already.
  await page.getByRole("textbox", { name: "Doğrulama kodu" }).fill(await codeOfStep(secret, stepOf(new Date()) + 1));
  await page.getByRole("button", { name: "Kodu doğrula" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bugün" })).toBeVisible();
  await page.getByRole("button", { name: /Derya Sönmez/ }).click();
  await page.getByRole("menuitem", { name: "Hesabım" }).click();
  await expect(page.getByText("10 kod kaldı")).toBeVisible();
  await expectGoodScreen(page, page.getByText("Bu oturum"));
}

test("two administrators open an account, its owner makes it their own, and one administrator closes it at once", async ({
  signedInAs,
  browser,
  baseURL,
  contextOptions,
}) => {
  const first = await signedInAs({ username: "sistem1@bakanlik.test" });
  const second = await signedInAs({ username: "sistem2@bakanlik.test" });
  await propose(first);
  const address = await approve(second);
  const context = await browser.newContext({ ...contextOptions, baseURL });
  const person = await context.newPage();
  const secret = await makeOwn(person, address);
  await enter(person, secret);

  await first.reload();
  await expect(first.getByText("Etkin", { exact: true })).toBeVisible();
  await expectGoodScreen(first, first.getByRole("button", { name: "Hesabı kapat" }));
  await first.getByRole("button", { name: "Hesabı kapat" }).click();
  const dialog = first.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Gerekçe" }).fill("Vekâlet sona erdi");
  await showWho(first);
  await dialog.getByRole("button", { name: "Hesabı kapat" }).click();
  await expect(first.getByText("Kapalı", { exact: true })).toBeVisible();
  await person.goto("/access/account");
  await expect(person.getByRole("heading", { level: 1, name: "Giriş yapın" })).toBeVisible();
  await context.close();
});
