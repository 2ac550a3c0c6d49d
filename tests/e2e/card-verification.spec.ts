import { expect, type Page } from "@playwright/test";
import { expectAccessible, test } from "../support/browser.ts";
import { aCardAtHand, forgedCode, pictureOf, printedCode } from "../support/card-at-hand.ts";
import { expectGoodScreen } from "../support/screen-check.ts";

// A question beyond the tries is refused on purpose, and the browser says so.
test.use({ expectedProblems: [/status of 429 .*\/verification\/number/], contextOptions: { reducedMotion: "reduce" } });

/** Tries are counted by network: each test comes from one of its own. */
async function fromOwnNetwork(page: Page): Promise<void> {
  const [a, b] = crypto.getRandomValues(new Uint8Array(2));
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `10.77.${a}.${b}` });
}

async function askByNumber(page: Page, number: string, birthYear: number): Promise<void> {
  await page.getByLabel("Kart no").fill(number);
  await page.getByLabel("Kart sahibinin doğum yılı").fill(String(birthYear));
  await page.getByRole("button", { name: "Kartı doğrula" }).click();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("an institution calls with an old card in hand: within twenty seconds it is known to be valid and to replace a residence permit", async ({
  signedInAs,
}) => {
  const { number } = await aCardAtHand("c.design = 'old' AND c.kind = 'fixed_term' AND c.province_id = 68");
  const page = await signedInAs("provincial_officer");
  await page.goto("/");
  await expect(heading(page)).toBeVisible();
  const begun = Date.now();
  await page.getByRole("link", { name: "Doğrulama" }).click();
  await page.getByRole("navigation", { name: "Sayfalar" }).getByRole("link", { name: "Kart" }).click();
  await page.getByLabel("Kart no").fill(number);
  await page.getByRole("button", { name: "Kartı doğrula" }).click();
  await expect(heading(page)).toHaveText("Bu kart geçerlidir");
  await expect(page.getByText("İkamet izni yerine geçer")).toBeVisible();
  expect(Date.now() - begun).toBeLessThan(20_000);
  await expect(page.getByText("sahibinden yenisini alması istenmez")).toBeVisible();
  await expect(page.getByRole("link", { name: "Kart kaydını aç" })).toHaveAttribute("href", /^\/cards\/[0-9a-f-]{36}$/);
});

test("a stranger learns by number and year of birth what a protection card does not replace", async ({ page }) => {
  const { number, birthYear } = await aCardAtHand(
    "c.kind IN ('temporary_protection', 'international_protection') AND p.birth_year IS NOT NULL",
  );
  await fromOwnNetwork(page);
  await page.goto("/verify/card");
  await expectGoodScreen(page, heading(page));
  await askByNumber(page, number, birthYear);
  await expect(heading(page)).toHaveText("Bu kart geçerlidir");
  await expect(page.getByText("İkamet izni yerine geçmez")).toBeVisible();
  await expect(page.getByText("bilinmiyor").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Kart kaydını aç" })).toHaveCount(0);
  expect(page.url()).not.toContain(number);
  await expectGoodScreen(page, heading(page));
});

test("a picture of the code is read in the browser; the employer is compared and never told", async ({ page }) => {
  const { number, title } = await aCardAtHand("c.design = 'new' AND e.title IS NOT NULL");
  await fromOwnNetwork(page);
  await page.goto("/verify/card");
  const picture = { name: "kart.png", mimeType: "image/png", buffer: await pictureOf(printedCode(number)) };
  await page.locator("input[type=file]").setInputFiles(picture);
  await expect(heading(page)).toHaveText("Bu kart geçerlidir");
  await expect(page.getByText("gerçek bir kart değildir")).toBeVisible();
  const employer = page.getByLabel("Kartta yazan işveren unvanı");
  await employer.fill("Bambaşka Ltd");
  await page.getByRole("button", { name: "Karşılaştır" }).click();
  await expect(page.getByText("Eşleşmiyor.")).toBeVisible();
  await employer.fill((title ?? "").slice(0, 9));
  await page.getByRole("button", { name: "Karşılaştır" }).click();
  await expect(page.getByText("Eşleşiyor.")).toBeVisible();
  expect(await page.getByRole("main").textContent()).not.toContain(title);
});

test("the printed address opens the answer and leaves nothing in the address bar", async ({ page }) => {
  const { number } = await aCardAtHand("c.design = 'old'");
  await page.goto(new URL(printedCode(number)).pathname + new URL(printedCode(number)).hash);
  await expect(heading(page)).toHaveText("Bu kart geçerlidir");
  expect(new URL(page.url()).hash).toBe("");
  await page.getByRole("link", { name: "EN English" }).click();
  await expect(heading(page)).toHaveText("This card is valid");
  const turkish = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll("[lang=tr], svg, script, style, [hidden]")) element.remove();
    return copy.textContent?.match(/[^\s]*[ğşıİçŞĞ][^\s]*/g) ?? [];
  });
  expect(turkish).toEqual([]);
  await expectAccessible(page);
});

test("a forged code is called forged, a letter's code a letter's, and nothing is looked up for what is no code", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/api/cards/verification/") && asked.push(request.url()));
  await page.goto("/verify/card");
  const read = async (text: string) =>
    page.locator("input[type=file]").setInputFiles({ name: "kart.png", mimeType: "image/png", buffer: await pictureOf(text) });
  await read("https://izin.test/verify?code=7D2C41A8-5E0B-4F6C-9A13-C8F04B7E2D95");
  await expect(heading(page)).toHaveText("Bu, bir yazının doğrulama kodu");
  await expect(page.getByText("K-03")).toBeVisible();
  await page.locator("input[type=file]").setInputFiles({ name: "bos.png", mimeType: "image/png", buffer: Buffer.from(blankPng, "base64") });
  await expect(heading(page)).toHaveText("Resimde karekod bulunamadı");
  expect(asked).toEqual([]);
  await read(forgedCode);
  await expect(heading(page)).toHaveText("Kodu imzalayan anahtar tanınmıyor");
  await read(printedCode("900000001").replace("900000001", "900000002"));
  await expect(heading(page)).toHaveText("Kodun imzası tutmuyor");
  await expectGoodScreen(page, heading(page));
});

test("after five tries the page says how long to wait, and nothing else", async ({ page }) => {
  await fromOwnNetwork(page);
  const number = `9999${Math.floor(Math.random() * 100_000_000)
    .toString()
    .padStart(8, "0")}`;
  await page.goto("/verify/card");
  for (let year = 1901; year < 1906; year += 1) {
    await askByNumber(page, number, year);
    await expect(heading(page)).toHaveText("Bu bilgilerle bir kart bulunamadı");
    await page.reload();
  }
  await askByNumber(page, number, 1990);
  await expect(page.getByText("60 dakika sonra yeniden deneyin")).toBeVisible();
  await expectAccessible(page);
});

/** One white pixel. */
const blankPng = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=";
