import { describe, expect, test } from "vitest";
import type { Letter } from "../../lib/circulars/letter.ts";
import { previewLetter } from "../../lib/circulars/server/letter/preview-letter.ts";
import { renderLetter } from "../../lib/circulars/server/letter/render-letter.ts";
import { pdfLines, pdfText } from "./fixtures/pdf-text.ts";
import { printedSeedLetter, seedDatives } from "./fixtures/seed-letter.ts";

const recipients = (count: number): Letter["recipients"] =>
  Array.from({ length: count }, (_, n) => ({ dative: `${n + 1}. Kurum Müdürlüğüne`, role: "action" }));
const short: Letter["body"] = [{ kind: "paragraph", text: "Kısa bir metin." }];

async function set(change: Partial<Letter>) {
  const letter = { ...printedSeedLetter, ...change };
  const { pdf, pageCount } = renderLetter(letter, { createdAt: new Date("2026-11-23T07:15:00Z") });
  const lines = (await pdfText(pdf)).map(pdfLines);
  return { pageCount, lines, pageOf: (text: string) => lines.findIndex((page) => page.includes(text)), ...previewLetter(letter) };
}

describe("the distribution where the writer wants it", () => {
  test("on the letter: the seed letter's names stand below its signature, on one page with it", async () => {
    const { pageOf, lines, placement } = await set({ layout: "flow" });
    expect(lines.flat()).not.toContain("DAĞITIM LİSTESİ");
    expect(pageOf(seedDatives.at(-1) ?? "")).toBe(pageOf("Ad SOYAD"));
    expect(placement).toEqual({ isTogether: true, hadRoom: false });
  });

  test("on a page of its own: also where the names would have had room, and that is told", async () => {
    const own = await set({ layout: "list", body: short, recipients: recipients(3) });
    expect(own.lines[1]?.slice(0, 2)).toEqual(["DAĞITIM LİSTESİ", "1. Kurum Müdürlüğüne"]);
    expect(own.placement).toEqual({ isTogether: true, hadRoom: true });
    const needed = await set({ layout: "list", recipients: recipients(60) });
    expect(needed.placement).toEqual({ isTogether: true, hadRoom: false });
  });

  test("on the letter though no page holds them: signature and names part, and that is told", async () => {
    const { pageOf, placement } = await set({ layout: "flow", body: short, recipients: recipients(70) });
    expect(pageOf("70. Kurum Müdürlüğüne")).toBeGreaterThan(pageOf("Ad SOYAD"));
    expect(placement).toEqual({ isTogether: false, hadRoom: false });
  });

  test("of itself: where it fits it stands on the letter, else apart, and nothing is told", async () => {
    const few = await set({ layout: "auto", body: short, recipients: recipients(3) });
    const many = await set({ layout: "auto", recipients: recipients(60) });
    expect([few.lines.flat().includes("DAĞITIM LİSTESİ"), many.lines.flat().includes("DAĞITIM LİSTESİ")]).toEqual([false, true]);
    expect([few.placement, many.placement]).toEqual([null, null]);
    expect(few.pages).toHaveLength(few.pageCount);
  });
});
