import { expect, type Page } from "@playwright/test";
import { listViews, removeView } from "../../lib/access/views-contract.ts";
import { amendPermit } from "../../lib/permits/commands-contract.ts";
import { countPermits, listPermits } from "../../lib/permits/contract.ts";
import { test } from "../support/browser.ts";
import { callAs } from "../support/browser-call.ts";
import { expectGoodOnDesk, expectGoodScreen } from "../support/screen-check.ts";

// A selection that has changed is refused on purpose, and the browser says so.
test.use({ expectedProblems: [/status of 409 .*\/selections\/[0-9a-f-]+\/annotate/] });

const table = (page: Page) => page.getByRole("table", { name: "İzin kayıtları" });
const rowsOf = (page: Page) => table(page).locator("tbody tr");

/** The last one: a phone puts the column's name before it. */
const numberIn = (words: string | null): number => Number((words?.match(/\d[\d.]*/g)?.at(-1) ?? "").replaceAll(".", ""));

/** The exact number at the foot, once it is counted. */
async function countOf(page: Page): Promise<number> {
  const words = page.getByText(/kayıt eşleşti, tam sayı/);
  await expect(words).toBeVisible();
  return numberIn(await words.textContent());
}

test("a filter is kept as a view with its count, and the view is the address", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  // What is kept already cannot be kept again: a second run on one instance.
  const { views } = await callAs(page, listViews, { screen: "permits" });
  for (const { id: viewId } of views.filter(({ isMine }) => isMine)) await callAs(page, removeView, { viewId });
  await page.goto("/permits");
  await expect(rowsOf(page).first()).toBeVisible();
  const all = await countOf(page);
  await page.getByRole("button", { name: "Filtre", exact: true }).click();
  await page.getByRole("menuitem", { name: "Geçerlilik" }).click();
  await page.getByRole("checkbox", { name: "Yürürlükte" }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/state=in_force/);
  await expect.poll(() => countOf(page)).toBeLessThan(all);

  const name = `Yürürlükte ${crypto.randomUUID().slice(0, 6)}`;
  await page.getByRole("button", { name: "Görünüm kaydet" }).click();
  await page.getByLabel("Görünümün adı").fill(name);
  await page.getByRole("button", { name: "Görünümü kaydet" }).click();
  const tab = page.getByRole("navigation", { name: "Görünümler" }).getByRole("link", { name });
  await expect(tab).toHaveAttribute("aria-current", "page");
  await expect(tab).toContainText(new Intl.NumberFormat("tr-TR").format(await countOf(page)));
  await page.goto("/permits");
  // Somebody changes a record of the view meanwhile: the tab says so, and the view shows just that one.
  const { permits } = await callAs(page, listPermits, { state: ["in_force"] });
  const { id: permitId, version, name: holder } = permits[0] ?? { id: "", version: 0, name: "" };
  const amended = { permit: { annotations: ["Dosya yenilendi"] }, ground: "entry_error" as const, reason: "Belge yenilendi." };
  await callAs(page, amendPermit, { permitId, version, ...amended });
  await page.reload();
  await expect(tab).toContainText("Son bakışınızdan beri 1 kayıt eklendi ya da değişti.");
  await tab.click();
  await expect(page).toHaveURL(/state=in_force/);
  await expect(page.getByRole("status").filter({ hasText: "Son bakışınızdan beri 1 kayıt" })).toBeVisible();
  await expectGoodScreen(page, rowsOf(page));
  await page.getByRole("button", { name: "Yalnız bunları göster" }).click();
  await expect.poll(() => countOf(page)).toBe(1);
  await expect(rowsOf(page).first()).toContainText(holder);
});

test("the list is filtered by one employer, found by its title", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  const { permits } = await callAs(page, listPermits, { state: ["in_force"] });
  const employer = permits.find((permit) => permit.employer)?.employer ?? { id: "", title: "", taxNumber: "" };
  await page.goto("/permits");
  await page.getByRole("button", { name: "Filtre", exact: true }).click();
  await page.getByRole("menuitem", { name: "İşveren" }).click();
  await page.getByRole("combobox", { name: /İşveren/ }).fill(employer.title);
  await page.getByRole("option", { name: employer.taxNumber }).click();
  await expect(page).toHaveURL(new RegExp(`employer=${employer.id}`));
  await page.keyboard.press("Escape");
  const { total } = await callAs(page, countPermits, { employer: employer.id });
  await expect.poll(() => countOf(page)).toBe(total);
  await expect(page.getByRole("button", { name: /^İşveren/ }).first()).toContainText(employer.title);
  await page.getByRole("button", { name: "İşveren filtresini kaldır" }).click();
  await expect(page).not.toHaveURL(/employer=/);
});

test("rows are selected on a phone too", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/permits?state=in_force");
  await rowsOf(page).nth(1).getByRole("checkbox").click();
  await rowsOf(page).nth(3).getByRole("checkbox").click();
  const selection = page.getByRole("region", { name: "Seçim" });
  await expect(selection).toContainText("2 kayıt seçildi");
  await selection.getByRole("button", { name: "Bu sayfadakilerin tümünü seç" }).click();
  await expect(selection).toContainText("Bu sayfadaki");
  await expectGoodScreen(page, selection);
});

test("an annotation is written on all that the filter finds, or on none when the selection has changed", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await page.goto("/permits?state=expired&kind=fixed_term");
  await expect(rowsOf(page).first()).toBeVisible();
  const total = await countOf(page);
  await page.getByRole("checkbox", { name: "Bu sayfadakilerin tümünü seç" }).click();
  const all = page.getByRole("button", { name: /Filtredeki .* kaydın tümünü seç/ });
  if (await all.isVisible()) await all.click();
  const selection = page.getByRole("region", { name: "Seçim" });
  const number = new Intl.NumberFormat("tr-TR").format(total);
  await expect(selection).toContainText(`${number} kayıt seçildi`);
  await selection.getByRole("button", { name: `${number} kayda şerh ekle` }).click();
  await page.getByLabel("Şerh", { exact: true }).fill("Arşiv dolabı 4");
  await page.getByLabel("Gerekçe").fill("Dosyaların yeri yazılıyor.");
  const dialog = page.getByRole("dialog");
  await expectGoodOnDesk(page, dialog);

  const { permits } = await callAs(page, listPermits, { state: ["expired"], kind: ["fixed_term"] });
  const { id: permitId, version } = permits[0] ?? { id: "", version: 0 };
  const amended = { permit: { annotations: ["Dosya eksik"] }, ground: "entry_error" as const, reason: "Eksik belge yazılıyor." };
  await callAs(page, amendPermit, { permitId, version, ...amended });
  const write = dialog.getByRole("button", { name: `${number} kayda şerh ekle` });
  await write.click();
  await expect(dialog.getByText("Seçim değişti; hiçbir kayda yazılmadı.")).toBeVisible();
  await expect(dialog).toContainText("Seçimden bu yana 1 kayıt değişti.");
  await dialog.getByRole("button", { name: "Seçimi yenile" }).click();
  await expect(dialog.getByText("Seçim değişti")).toHaveCount(0);
  await write.click();
  await expect(page.getByText(`${number} kayda şerh eklendi.`)).toBeVisible();
});

test("what ends within 90 days leads to the list of the same number", async ({ signedInAs }) => {
  const page = await signedInAs("ministry_officer");
  await page.goto("/permits/expiring?by=nationality");
  const first = page.getByRole("table").locator("tbody tr").first();
  await expectGoodScreen(page, first);
  const figure = first.getByRole("link").first();
  const count = numberIn(await figure.textContent());
  await figure.click();
  await expect(page).toHaveURL(/nationality=/);
  expect(await countOf(page)).toBe(count);
});

/** Core task 3 begins like this (ux.md): somebody calls and spells a name. */
const findLimit = 10_000;

test("a permit is found from a mistyped name, by keyboard alone", async ({ signedInAs }) => {
  const page = await signedInAs("provincial_officer");
  await page.goto("/permits?state=in_force");
  const link = rowsOf(page).first().getByRole("link").first();
  await expect(link).toBeVisible();
  const name = (await link.textContent()) ?? "";
  const { permits } = await callAs(page, listPermits, { state: ["in_force"] });
  const longest = name.split(" ").reduce((long, word) => (word.length > long.length ? word : long), "");
  const mistyped = name.replace(longest, `${longest.slice(0, 2)}${longest.slice(3)}`).toLocaleUpperCase("tr");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Bugün" })).toBeVisible();

  const startedAt = Date.now();
  await page.keyboard.press("Control+k");
  // Letters that no English keyboard has are inserted by the browser's driver, without the key a person's hand would press.
  await expect(page.getByRole("combobox", { name: "Ara ya da komut yaz" })).toBeFocused();
  await page.keyboard.type(mistyped);
  const found = page.getByRole("group", { name: "İzin kayıtları" }).getByRole("option");
  await expect(found.filter({ hasText: name }).first()).toBeVisible();
  while (!(await page.locator('[role="option"][aria-selected="true"]').textContent())?.includes(name))
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/permits\/[0-9a-f-]{36}$/);
  expect(Date.now() - startedAt).toBeLessThan(findLimit);

  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Bugün" })).toBeVisible();
  await page.route(/\/_next\/static\/chunks\//, async (route) => {
    await new Promise((later) => setTimeout(later, 500));
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  // Faster than the palette and than any answer: what is found counts all the same.
  await page.keyboard.type(permits[0]?.number ?? "");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/permits/${permits[0]?.id}$`));
  await page.unrouteAll({ behavior: "wait" });

  await page.keyboard.press("Control+k");
  await page.keyboard.type("izin");
  await expectGoodOnDesk(page, page.getByRole("option"));
});
