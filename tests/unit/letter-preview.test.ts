import { describe, expect, it } from "vitest";
import { previewLetter } from "../../lib/circulars/server/letter/preview-letter.ts";
import { printedSeedLetter } from "./fixtures/seed-letter.ts";

describe("preview of a letter", () => {
  it("is one self-contained drawing per page", () => {
    const { pages } = previewLetter(printedSeedLetter);
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect([page.slice(0, 5), page.slice(-6)]).toEqual(["<svg ", "</svg>"]);
      expect(page.match(/<svg /g)).toHaveLength(1);
      expect(/<script|<foreignObject|<style| on\w+="|url\(|href="(?!#|data:image\/svg)/i.exec(page)?.[0]).toBeUndefined();
      const drawn = new Set([...page.matchAll(/<symbol id="(\w+)"/g)].map((match) => match[1]));
      const used = new Set([...page.matchAll(/<use xlink:href="#(\w+)"/g)].map((match) => match[1]));
      expect(used.size).toBeGreaterThan(10);
      expect([...used].filter((glyph) => !drawn.has(glyph))).toEqual([]);
      for (const tag of ["g", "symbol", "defs", "svg"]) {
        expect(page.match(new RegExp(`<${tag}[ >]`, "g"))?.length, tag).toBe(page.match(new RegExp(`</${tag}>`, "g"))?.length);
      }
    }
  });

  it("what is written is drawn, never markup of the page", () => {
    const { pages } = previewLetter({ ...printedSeedLetter, subject: '<script>alert("x")</script>', mark: "TASLAK" });
    expect(pages.join("")).not.toContain("script");
  });

  it("a draft without number, code or a printable emoji is shown all the same", () => {
    const verification = { ...printedSeedLetter.verification, code: null, link: null };
    const draft = { ...printedSeedLetter, documentNumber: null, documentOn: null, subject: "😀", verification };
    expect(previewLetter(draft).pages).toHaveLength(2);
  });
});
