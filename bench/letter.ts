/**
 * S7 of the quality figures: the seed letter (2 pages, 24 recipients, PDF/A-1a), warm, against headless Chromium
 * printing the same letter in the same minutes; and the memory of a long run. No letter is printed twice.
 */
import { renderLetter } from "../lib/circulars/server/letter/render-letter.ts";
import { printedSeedLetter } from "../tests/unit/fixtures/seed-letter.ts";
import { startChromium } from "./chromium-letter.ts";
import { percentile, summary, timed } from "./timings.ts";

const letterCount = 1_000;
const pageCount = 50;
const processCount = 8;

const createdAt = new Date("2026-11-23T07:00:00Z");

/** Another number, code, subject and text each time, as in the office: a cache must not flatter the figure. */
function aLetter(serial: number) {
  const mark = String(serial).padStart(5, "0");
  const { body, verification, subject, references } = printedSeedLetter;
  return {
    ...printedSeedLetter,
    documentNumber: `E-00000000-000.00-${serial}`,
    subject: `${mark}${subject.slice(5)}`,
    references: references.map((reference) => `${mark}${reference.slice(5)}`),
    verification: { ...verification, code: verification.code?.replace("00000", mark) ?? null, link: `${verification.link}${serial}` },
    body: body.map((block) => ({ ...block, text: `${mark}${block.text.slice(5)}` })),
  };
}

const megabytes = () => Math.round(process.memoryUsage.rss() / 1_000_000);
const render = (serial: number) => timed(() => renderLetter(aLetter(serial), { createdAt }));

const first = await render(0);
for (let serial = 1; serial < 50; serial++) await render(serial);
console.log(`S7 letter: first ${first.toFixed(0)} ms, ${renderLetter(aLetter(50), { createdAt }).pageCount} pages`);

const memory = [megabytes()];
const timings: number[] = [];
const inPage: number[] = [];
const inWarmPage: number[] = [];
const inProcess: number[] = [];
const browser = await startChromium();
await browser?.printInPage(aLetter(51));
await browser?.printInWarmPage(aLetter(53));
browser?.printInProcess(aLetter(52));
for (let serial = 0; serial < letterCount; serial++) {
  const isBaselineTurn = browser !== null && serial % Math.floor(letterCount / pageCount) === 0;
  if (isBaselineTurn) {
    inPage.push(await timed(() => browser.printInPage(aLetter(10_000 + serial))));
    inWarmPage.push(await timed(() => browser.printInWarmPage(aLetter(30_000 + serial))));
  }
  timings.push(await render(100 + serial));
  if (serial % 250 === 249) memory.push(megabytes());
}
for (let serial = 0; browser !== null && serial < processCount; serial++) {
  inProcess.push(await timed(() => browser.printInProcess(aLetter(20_000 + serial))));
}
await browser?.close();

console.log(`S7 letter: ${summary(timings)}; goal: median ≤ 12 ms`);
console.log(`S7 memory: ${memory.join(" → ")} MB after 0, 250, 500, 750, 1,000 letters; goal: flat`);
if (browser !== null) {
  const ratio = (baseline: number[]) => (percentile(baseline, 0.5) / percentile(timings, 0.5)).toFixed(1);
  console.log(`S7 Chromium, running, one page per letter: ${summary(inPage)}: ratio ${ratio(inPage)} ×; goal: ≥ 20 ×`);
  console.log(`S7 Chromium, running, one page kept for all letters: ${summary(inWarmPage)}: ratio ${ratio(inWarmPage)} ×`);
  console.log(`S7 Chromium, one process per letter: ${summary(inProcess)}: ratio ${ratio(inProcess)} ×`);
}
