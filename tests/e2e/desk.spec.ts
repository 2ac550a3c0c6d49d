import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Role } from "../../lib/access/policy.ts";
import { expectAccessible, test } from "../support/browser.ts";

/** The register refuses the same letter twice, so each test enters one of its own. */
const newNumber = (): string => `D-${crypto.randomUUID().slice(0, 8)}`;

async function registerLetter(page: Page, { subject, number }: { subject: string; number: string }): Promise<void> {
  await page.goto("/incoming/new");
  const sender = page.getByRole("combobox", { name: "Gönderen kurum" });
  await sender.fill("Aksaray Val");
  await page.getByRole("option", { name: /Aksaray Valiliği/ }).click();
  await page.getByLabel("Yazının tarihi").fill("02.11.2026");
  await page.getByLabel("Yazının sayısı").fill(number);
  await page.getByRole("textbox", { name: "Konu" }).fill(subject);
  await page
    .getByLabel("Yazının metni")
    .fill("Kartlar Mart 2026 itibarıyla\ndağıtılmaktadır. Şunlar yapılacaktır:\n1) Duyuru asılacak.\n2) İlgililere bildirilecek.");
  await page.getByLabel("Eklerin adları").fill("1- Duyuru metni");
  await page.getByRole("button", { name: "Gelen yazıyı kaydet" }).click();
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
}

test("a received letter is registered, found again and filed with a note", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  const letter = { subject: "Kart teslim tutanaklarının saklanması", number: newNumber() };
  await registerLetter(page, letter);
  await expect(page.getByText("1) Duyuru asılacak.")).toBeVisible();
  await expect(page.getByText("Duyuru metni", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Dosyala", exact: true }).click();
  await page.getByRole("button", { name: "Yazıyı dosyala" }).click();
  await expect(page.getByText("Neden dağıtılmadığını bir cümleyle yazın.")).toBeVisible();
  await page.getByRole("textbox", { name: "Not" }).fill("Müdürlüğümüzü ilgilendirir, duyurulmaz.");
  await page.getByRole("button", { name: "Yazıyı dosyala" }).click();
  await expect(page.getByText("Dağıtılmadan dosyalandı.")).toBeVisible();

  await page.goto("/incoming");
  await page.getByRole("button", { name: "Dosyalanan" }).click();
  await page.getByLabel("Gelen yazılarda ara").fill(letter.number);
  await expect(page).toHaveURL(/state=filed/);
  await expect(page.getByRole("row").filter({ hasText: letter.number })).toHaveCount(1);
});

test("what is missing in the entry form is named at its field and nothing typed is lost", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await page.goto("/incoming/new");
  await page.getByRole("textbox", { name: "Konu" }).fill("Yarım kalan kayıt");
  await page.getByRole("button", { name: "Gelen yazıyı kaydet" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "düzeltilmeli" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: /Yazının sayısı/ }).click();
  await expect(page.getByLabel("Yazının sayısı")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Konu" })).toHaveValue("Yarım kalan kayıt");
});

test("the home page turns a waiting letter into a draft in one click", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  const subject = `Bugünden dağıtıma çıkan yazı ${newNumber()}`;
  await registerLetter(page, { subject, number: newNumber() });
  await page.goto("/");
  const waiting = page.getByRole("listitem").filter({ hasText: subject });
  await waiting.getByRole("button", { name: "Dağıtıma çıkar" }).click();
  await expect(page).toHaveURL(/\/circulars\/[0-9a-f-]{36}/);

  await page.goto(`/circulars?state=draft&q=${encodeURIComponent(subject)}`);
  const row = page.getByRole("row").filter({ hasText: subject });
  await expect(row).toHaveCount(1);
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/circulars\/[0-9a-f-]{36}/);
});

const readers: { role: Role; sees: string[]; never: string[] }[] = [
  { role: "ministry_analyst", sees: ["Doğrulama"], never: ["Gelen yazılar", "Dağıtımlı yazılar", "Denetim kaydı"] },
  { role: "auditor", sees: ["Gelen yazılar", "Dağıtımlı yazılar", "Kurumlar", "Denetim kaydı", "Doğrulama"], never: [] },
];

for (const { role, sees, never } of readers) {
  test(`the home page of a ${role} names the places it may open and no other`, async ({ signedInAs }) => {
    const page = await signedInAs(role);
    await page.goto("/");
    const panel = page.getByRole("region", { name: "Bu hesapla açabileceğiniz yerler" });
    for (const name of sees) await expect(panel.getByRole("link", { name: new RegExp(`^${name}`) })).toBeVisible();
    for (const name of never) await expect(panel.getByRole("link", { name: new RegExp(`^${name}`) })).toHaveCount(0);
    await expectAccessible(page);
  });
}
