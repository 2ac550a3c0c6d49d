import { expect, type Page } from "@playwright/test";
import { readMe } from "../../lib/access/contract.ts";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { readRecipientBoard } from "../../lib/circulars/delivery-contract.ts";
import { distributeIncomingLetter, type IncomingLetterRecord, registerIncomingLetter } from "../../lib/circulars/incoming-contract.ts";
import { dispatchCircular, initialCircular, prepareCircular, signCircular } from "../../lib/circulars/signing-contract.ts";
import { registerTemplate, type TemplateContent } from "../../lib/circulars/template-contract.ts";
import { listDistributionLists, listInstitutions } from "../../lib/institutions/contract.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";
import { expectGoodOnDesk, expectGoodScreen, tabTo } from "../support/screen-check.ts";

// A page that is not there answers 404, and the browser says so.
test.use({ expectedProblems: [/status of 404 .*\/(boyle-bir-sayfa-yok|no-such-page)/], contextOptions: { reducedMotion: "reduce" } });

test.setTimeout(420_000);

/** Every screen opens with a heading of the first order. */
type Screen = { path: string; heading: string | RegExp; also?: string };

async function openScreens(page: Page, screens: readonly Screen[]): Promise<void> {
  for (const { path, heading, also } of screens) {
    await test.step(`${path} on a desk, on a phone, by day and by night`, async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await expectGoodScreen(page, page.locator(also ?? "h1"));
    });
  }
}

const withTable: TemplateContent = {
  subject: "Kart Teslim Usulü",
  body: [
    { kind: "paragraph", text: "Kartlar ilçelere aşağıdaki gibi dağıtılır." },
    {
      kind: "table",
      text: "",
      table: {
        hasHeader: true,
        aligns: ["left", "right"],
        rows: [
          ["İlçe", "Kart"],
          ["Eskil", "1.204"],
        ],
      },
    },
  ],
  closing: "Gereğini rica ederim.",
};

/** A letter of its own: the governorship's letter of the demo belongs to the main job. */
async function registerLetter(officer: Page): Promise<IncomingLetterRecord> {
  const { institutions } = await callAs(officer, listInstitutions, { kind: "governorship" });
  return callAs(officer, registerIncomingLetter, {
    institutionId: institutions[0]?.id ?? "",
    letterOn: "2026-11-02",
    receivedOn: "2026-11-03",
    letterNumber: `E-${crypto.randomUUID().slice(0, 8)}`,
    subject: "Yabancılara Ait Çalışma İzni Kartlarının Tesliminde Uyulacak Usul",
    body: [
      { kind: "paragraph", text: "Çalışma izni kartlarının ilgililere tesliminde uyulacak usul aşağıda belirtilmiştir." },
      { kind: "item", text: "Kart, kimlik denetimi yapılarak ve imza karşılığında teslim edilir." },
      { kind: "item", text: "Teslim edilemeyen kartlar on beş gün içinde il müdürlüğüne iade edilir." },
    ],
    attachments: [],
  });
}

test("nobody needs an account for sign-in, verification and closed links, and each reads well everywhere", async ({ page }) => {
  await openScreens(page, [
    { path: "/sign-in", heading: "Giriş yapın" },
    { path: "/verify", heading: /./ },
    { path: "/verify?code=0D5EED01-6CB4-48F0-A016-10F33E7A5SDFC", heading: /./ },
    { path: "/acknowledge?durum=gecersiz", heading: "Bu bağlantı açılmıyor" },
  ]);
});

test("institutions and their lists read well on a desk and on a phone, by day and by night", async ({ signedInAs }) => {
  const officer = await signedInAs("provincial_officer");
  const { institutions } = await callAs(officer, listInstitutions, { kind: "university" });
  const { lists } = await callAs(officer, listDistributionLists, {});
  const [university, list] = [institutions[0], lists[0]];
  if (!university || !list) throw new Error("the demo has no directory");
  await openScreens(officer, [
    { path: "/institutions", heading: "Kurumlar", also: "tbody tr" },
    { path: `/institutions/${university.id}`, heading: university.name },
    { path: `/institutions/${university.id}/edit`, heading: "Kurum kaydını düzelt" },
    { path: "/institutions/lists", heading: /./ },
    { path: `/institutions/lists/${list.id}`, heading: list.name },
    { path: `/institutions/lists/${list.id}/edit`, heading: "Dağıtım listesini düzelt" },
    { path: `/institutions/lists/${list.id}/versions`, heading: "Listenin sürümleri", also: "tbody tr" },
    { path: `/institutions/lists/${list.id}/versions/compare?from=1&to=1`, heading: /1\. sürüm/ },
    { path: "/institutions/reach", heading: "Erişim haritası", also: "tbody tr" },
    { path: "/access/authorities", heading: "İmza yetkileri", also: "tbody tr" },
    { path: "/boyle-bir-sayfa-yok", heading: "Sayfa bulunamadı" },
  ]);
});

test("a letter's way from the register to its last recipient reads well on every screen and goes without a mouse", async ({
  signedInAs,
  browser,
  contextOptions,
}) => {
  const officer = await signedInAs("provincial_officer");
  const draft = await fromLetterToDraft(officer);
  const submitted = await submittedByKeyboard(officer, draft);
  const signed = await signedByOthers(submitted, await signedInAs("provincial_chief"), await signedInAs("provincial_director"));
  const number = signed.document?.documentNumber ?? "";
  await openScreens(officer, [{ path: `/circulars/${signed.id}/dispatch`, heading: "Göndermeden önce denetleyin" }]);

  const { id: circularId, version, recipients } = signed;
  await callAs(officer, dispatchCircular, { circularId, version, recipientCount: recipients.length });
  const template = await callAs(officer, registerTemplate, { name: "Teslim usulü", content: withTable });
  // What needs no evidence is looked at while the evidence is on its way.
  await openScreens(officer, [
    { path: `/circulars/${circularId}/dispatch`, heading: /gönderime çıktı$/ },
    { path: `/circulars/${circularId}/recipients/cover-list`, heading: "Teslim listesi" },
    { path: "/circulars", heading: "Dağıtımlı yazılar", also: "tbody tr" },
    { path: "/circulars/templates", heading: "Yazı şablonları", also: "tbody tr" },
    { path: `/circulars/templates/${template.id}`, heading: template.name, also: "table" },
    { path: `/circulars/templates/${template.id}/edit`, heading: "Şablonun yeni sürümü" },
    { path: "/", heading: "Bugün" },
  ]);
  await expect
    .poll(async () => (await callAs(officer, readRecipientBoard, { circularId })).counts.delivered, { timeout: 90_000, intervals: [1_000] })
    .toBe(recipients.length);
  await openScreens(officer, [
    { path: `/circulars/${circularId}`, heading: signed.content.subject, also: "canvas" },
    { path: `/circulars/${circularId}/recipients`, heading: /./, also: "tbody tr" },
    { path: `/circulars/${circularId}/recipients/phone-list`, heading: "Telefon listesi" },
  ]);
  await boardByKeyboard(officer, circularId);

  const { mailboxUrl } = await callAs(officer, readMe, {});
  const clerk = await (await browser.newContext(contextOptions)).newPage();
  await clerk.goto(`${mailboxUrl}?to=eskilkaymakamligi@hs01.kep.test`);
  await clerk
    .getByRole("article")
    .filter({ hasText: number })
    .getByRole("link", { name: /acknowledgement\/open/ })
    .click();
  await expectGoodScreen(clerk, clerk.getByRole("button", { name: "Yazıyı aldık" }));
  await clerk.goto(new URL(`/verify?code=${signed.document?.verificationCode}`, clerk.url()).href);
  await expectGoodScreen(clerk, clerk.getByText("Bu yazı kayıtlıdır"));
  await clerk.context().close();

  const auditor = await signedInAs("auditor");
  await openScreens(auditor, [{ path: "/audit", heading: "Denetim kaydı", also: "tbody tr" }]);
  await auditor.locator("tbody tr").first().click();
  await expectGoodScreen(auditor, auditor.getByRole("heading", { level: 2 }));
});

async function fromLetterToDraft(officer: Page): Promise<CircularRecord> {
  const letter = await registerLetter(officer);
  await openScreens(officer, [
    { path: "/incoming", heading: "Gelen yazılar", also: "tbody tr" },
    { path: "/incoming/new", heading: "Gelen yazı kaydet" },
    { path: `/incoming/${letter.id}`, heading: letter.subject },
  ]);
  const draft = await callAs(officer, distributeIncomingLetter, { letterId: letter.id, version: letter.version });
  await openScreens(officer, [{ path: `/circulars/${draft.id}`, heading: letter.subject }]);
  // On a phone there is nothing to write, so all sections are the one page seen above.
  for (const section of ["attachments", "recipients", "roles", "reviewers", "check"]) {
    await officer.goto(`/circulars/${draft.id}?section=${section}`);
    await expectGoodOnDesk(officer, officer.getByRole("heading", { level: 1, name: letter.subject }));
  }
  return draft;
}

async function submittedByKeyboard(officer: Page, draft: CircularRecord): Promise<CircularRecord> {
  await officer.goto(`/circulars/${draft.id}?section=check`);
  const submit = officer.getByRole("button", { name: "Parafa sun" });
  await expect(submit).toBeEnabled();
  await tabTo(officer, submit);
  const answered = officer.waitForResponse((response) => response.url().endsWith("/submit") && response.ok());
  await officer.keyboard.press("Enter");
  return (await (await answered).json()) as CircularRecord;
}

async function signedByOthers(submitted: CircularRecord, chief: Page, director: Page): Promise<CircularRecord> {
  const { id: circularId, version, contentDigest } = submitted;
  const heading = submitted.content.subject;
  await openScreens(chief, [{ path: `/circulars/${circularId}`, heading }]);
  const initialled = await callAs(chief, initialCircular, { circularId, version, contentDigest: contentDigest ?? "" });
  await openScreens(director, [{ path: `/circulars/${circularId}`, heading }]);
  const prepared = await callAs(director, prepareCircular, { circularId, version: initialled.version });
  await openScreens(director, [{ path: `/circulars/${circularId}`, heading: "İmzalamadan önce okuyun", also: "canvas" }]);
  const documentDigest = prepared.document?.documentDigest ?? "";
  return callAs(director, signCircular, { circularId, version: prepared.version, documentDigest });
}

async function boardByKeyboard(officer: Page, circularId: string): Promise<void> {
  await officer.goto(`/circulars/${circularId}/recipients`);
  const rows = officer.locator("tbody tr[tabindex]");
  await expect(rows).not.toHaveCount(0);
  await tabTo(officer, rows.first());
  await officer.keyboard.press("j");
  await officer.keyboard.press("j");
  await officer.keyboard.press("k");
  await expect(rows.nth(1)).toBeFocused();
  await officer.keyboard.press("Enter");
  const drawer = officer.getByRole("complementary").filter({ has: officer.getByRole("heading", { name: "Deliller ve olaylar" }) });
  await expect(drawer).toBeVisible();
  await expectGoodScreen(officer, officer.getByRole("heading", { name: "Deliller ve olaylar" }));
  await keepsWhatWasTyped(officer);
  await rows.nth(1).focus();
  await officer.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
}

/** The drawer beside the list becomes a sheet over it; what is typed in a dialog above it stays. */
async function keepsWhatWasTyped(officer: Page): Promise<void> {
  const desk = officer.viewportSize() ?? { width: 1280, height: 720 };
  const record = officer.getByRole("button", { name: "Elden teslimi yaz" });
  await record.click();
  const taker = officer.getByRole("textbox", { name: "Teslim alan" });
  await taker.fill("Ayşe Çağlar, Evrak Memuru");
  for (const size of [{ width: 390, height: 844 }, desk]) {
    await officer.setViewportSize(size);
    await expect(taker).toHaveValue("Ayşe Çağlar, Evrak Memuru");
  }
  await officer.keyboard.press("Escape");
  await expect(taker).toHaveCount(0);
  await expect(record).toBeFocused();
}
