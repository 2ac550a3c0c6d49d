/** The baseline of S7: the same letter, font, QR code and mark as a web page, printed to a tagged PDF by headless Chromium. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "@playwright/test";
import type { Letter } from "../lib/circulars/letter.ts";
import { markDrawing, qrDrawing } from "../lib/circulars/server/letter/letter-drawings.ts";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--allow-file-access-from-files"];

export type ChromiumPrinter = {
  /** A running browser, a page of its own per letter: the usual printing service. */
  printInPage(letter: Letter): Promise<void>;
  /** A running browser and one page kept open for all letters: the fastest way to use it. */
  printInWarmPage(letter: Letter): Promise<void>;
  /** A browser started for the letter: the usual command line. */
  printInProcess(letter: Letter): void;
  close(): Promise<void>;
};

/** Null if the machine has no Chromium, with the reason printed: the baseline must not vanish silently. */
export async function startChromium(): Promise<ChromiumPrinter | null> {
  const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", chromium.executablePath()];
  const executablePath = installed.find((path) => existsSync(path));
  if (executablePath === undefined) {
    console.log("S7 baseline: no Chromium on this machine, so there is no ratio (apt-get install chromium)");
    return null;
  }
  const directory = mkdtempSync(join(tmpdir(), "bench-letter-"));
  const [source, target] = [join(directory, "letter.html"), join(directory, "letter.pdf")];
  const browser = await chromium.launch({ executablePath, args: flags });
  const warmPage = await browser.newPage();
  const printIn = async (page: Page, letter: Letter) => {
    writeFileSync(source, letterPage(letter));
    await page.goto(pathToFileURL(source).href);
    await page.evaluate(() => document.fonts.ready.then(() => null));
    await page.pdf({ path: target, preferCSSPageSize: true, printBackground: true, tagged: true });
  };
  return {
    async printInPage(letter) {
      const page = await browser.newPage();
      await printIn(page, letter);
      await page.close();
    },
    printInWarmPage: (letter) => printIn(warmPage, letter),
    printInProcess(letter) {
      writeFileSync(source, letterPage(letter));
      rmSync(target, { force: true });
      const print = ["--headless", `--user-data-dir=${join(directory, "profile")}`, "--no-pdf-header-footer", `--print-to-pdf=${target}`];
      execFileSync(executablePath, [...flags, ...print, pathToFileURL(source).href], { stdio: "ignore" });
      if (statSync(target).size === 0) throw new Error("Chromium printed nothing");
    },
    async close() {
      await browser.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const style = `
  @font-face { font-family: Letter; src: url(${pathToFileURL(resolve("node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf")).href}) }
  @page { size: A4; margin: 1.5cm 1.5cm 4.3cm }
  body { margin: 0; font: 12pt/13.8pt Letter } p { margin: 0 } .center { text-align: center; margin-bottom: 27.6pt }
  .text { text-indent: 1.25cm; text-align: justify } .sign { margin: 41.4pt 0 13.8pt auto; width: 7cm; text-align: center }
  .list { break-before: page } .foot { position: fixed; bottom: -2.7cm; font-size: 8pt; line-height: 9pt; left: 0; right: 0 }
  .qr { position: absolute; right: 0; width: 1.8cm; top: 20pt } .mark { position: fixed; inset: 4cm 2cm; z-index: -1 }`;

function letterPage(letter: Letter): string {
  const { verification, contact } = letter;
  const rows = (texts: string[]) => texts.map(escaped).join("<br>");
  const foot = [
    verification.phrase,
    verification.code ?? "",
    verification.address,
    contact.address,
    contact.phone ?? "",
    contact.kep ?? "",
  ];
  return `<!doctype html><html lang="tr"><head><meta charset="utf-8"><title>${escaped(letter.subject)}</title><style>${style}</style></head><body>
    ${letter.mark ? `<div class="mark">${markDrawing(letter.mark)}</div>` : ""}
    <div class="foot">${rows(foot)}<div class="qr">${verification.link ? qrDrawing(verification.link) : ""}</div></div>
    <div class="center">${rows(letter.heading)}</div>
    <div>${rows([`Sayı : ${letter.documentNumber} ${letter.documentOn}`, `Konu : ${letter.subject}`])}</div>
    <div class="center">${rows([letter.deliveryNote ?? "", letter.addressee])}</div><div>İlgi : ${rows(letter.references)}</div>
    ${[...letter.body.map(({ text }) => text), letter.closing].map((text) => `<p class="text">${escaped(text)}</p>`).join("")}
    <div class="sign">${rows([letter.signer.name, ...letter.signer.lines])}</div>
    <div>Ek: ${rows(letter.attachments.map(({ title }) => title))}<br>Dağıtım:<br>Dağıtım Listesi</div>
    <div class="list"><div class="center">DAĞITIM LİSTESİ</div>${rows(letter.recipients.map(({ dative }) => dative))}</div></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
