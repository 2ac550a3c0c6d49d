import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { draftCircular } from "../../lib/circulars/contract.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";
import { expectGoodOnDesk } from "../support/screen-check.ts";

const page = readFileSync(new URL("../unit/fixtures/seed-letter-ocr.txt", import.meta.url), "utf8");

test.use({ contextOptions: { reducedMotion: "reduce" } });

test.setTimeout(120_000);

test("a scanned distribution becomes recipients, and the letter says what is against a rule while it is written", async ({
  signedInAs,
}) => {
  const officer = await signedInAs("provincial_officer");
  const { id } = await callAs(officer, draftCircular, {});

  await test.step("what is certain is taken, the one doubtful line is asked, and only the button adds", async () => {
    await officer.goto(`/circulars/${id}?section=recipients`);
    await officer.getByRole("button", { name: "Dağıtımı yapıştır" }).click();
    const dialog = officer.getByRole("dialog");
    await dialog.getByLabel("Dağıtım sayfasının metni").fill(`${page}\nAksaray Barosu Başkanlığına`);
    await dialog.getByRole("button", { name: "Satırları dizinle eşleştir" }).click();
    await expect(dialog.getByText("25 satır · 24 kesin · 1 seçim bekliyor").first()).toBeVisible();
    await expect(dialog.getByRole("button", { name: "24 kurumu ekle" })).toHaveAttribute("aria-disabled", "true");
    await expectGoodOnDesk(officer, dialog.getByText("1 satır seçiminizi bekliyor."));
    // What was pasted and chosen is not lost by a stray key.
    await officer.keyboard.press("Escape");
    await dialog.getByRole("radio", { name: "Bu satır muhatap değil" }).click();
    await expect(dialog.getByText("24 kesin · seçim bekleyen yok").first()).toBeVisible();
    await dialog.getByRole("button", { name: "24 kurumu ekle" }).click();
    await expect(officer.getByRole("heading", { name: "24 muhatap" })).toBeVisible();
    await expect(officer.getByRole("main").getByText("Sarıyahşi Kaymakamlığı").first()).toBeVisible();
  });

  await test.step("what happens to whoever does not answer is planned with the draft", async () => {
    await officer.getByRole("link", { name: /^Gereği ve süre/ }).click();
    await officer.getByRole("button", { name: "Hatırlatma planla" }).click();
    const dialog = officer.getByRole("dialog", { name: "Hatırlatma planı" });
    await expectGoodOnDesk(officer, dialog.getByText("Günler yazı gönderilince belli olur."));
    await dialog.getByRole("button", { name: "Planı kaydet" }).click();
    await expect(officer.getByRole("link", { name: /^Gereği ve süre.*hatırlatma planlı/ })).toBeVisible();
  });

  await test.step("a fault stands beside its field with its article, and is mended with one press", async () => {
    await officer.getByRole("link", { name: /^İçerik/ }).click();
    const subject = officer.getByRole("textbox", { name: "Konu" });
    await subject.fill("Çalışma İzni Belgelerinin Yeni Tasarımı.");
    await expect(subject).toHaveAccessibleDescription(/Konunun sonunda noktalama var.*Yönetmelik m\.13/);
    await officer.getByRole("button", { name: "Düzelt: Konunun sonunda noktalama var" }).first().click();
    await expect(subject).toHaveValue("Çalışma İzni Belgelerinin Yeni Tasarımı");
    await expect(officer.getByText("Konunun sonunda noktalama var")).toHaveCount(0);
  });

  await test.step("the list leads to the words in question, from any section", async () => {
    await officer.getByRole("button", { name: "İlgi ekle" }).click();
    const reference = officer.getByRole("textbox", { name: "İlgi" });
    await reference.fill("Aksaray Valiliğinin 11.03.2026 tarihli ve 9209 sayılı yazısı.");
    await officer.getByRole("textbox", { name: "1. paragraf" }).fill("Kartların dağıtımına başlanmıştır.");
    const findings = officer.getByRole("region", { name: "Yazım denetimi" });
    await expect(findings.getByText("I-09 · Yönetmelik m.16, Kılavuz 13.2")).toBeVisible();
    await officer.getByRole("button", { name: "Öneriyi kullan" }).click();
    await expect(officer.getByRole("textbox", { name: "Kapanış" })).toHaveValue("Gereğini arz ve rica ederim.");
    await expectGoodOnDesk(officer, findings);
    await officer.getByRole("link", { name: /^Denetim/ }).click();
    // The section before has the same list.
    await expect(officer.getByRole("heading", { name: "Denetim", exact: true, level: 2 })).toBeVisible();
    await expect(officer.getByText(/^Yanıt vermeyenlere gönderimden 5 iş günü sonra hatırlatılır/)).toBeVisible();
    await findings.getByRole("button", { name: "Yerine git: İlgi sayısı tam değil" }).click();
    await expect(reference).toBeFocused();
    expect(await reference.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe(
      "9209",
    );
  });

  await test.step("the server's check says the same, and stops nothing", async () => {
    await expect(officer.getByRole("link", { name: /^İçerik.*2 kurala aykırı yer$/ })).toBeVisible();
  });
});
