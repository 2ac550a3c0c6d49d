import { describe, expect, it } from "vitest";
import { unprintableCharacters } from "../../lib/circulars/printable-characters.ts";
import { fontCharacters } from "./fixtures/font-characters.ts";
import { printedSeedLetter } from "./fixtures/seed-letter.ts";

const tinos = fontCharacters("node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf");

function characters(): string[] {
  const all: string[] = [];
  for (let codePoint = 0x20; codePoint < 0x20000; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    const isWhole = !(codePoint >= 0xd800 && codePoint <= 0xdfff) && character.normalize("NFC") === character;
    if (isWhole && !/[\u2028\u2029]/.test(character)) all.push(character);
  }
  return all;
}

describe("characters a letter can print", () => {
  it("no character is accepted that the font cannot draw", () => {
    const accepted = characters().filter((character) => unprintableCharacters(character).length === 0);
    expect(accepted.length).toBeGreaterThan(2_500);
    expect(accepted.filter((character) => !tinos.has(character.codePointAt(0) ?? 0))).toEqual([]);
  });

  it("of the characters the font can draw only invisible and replacement ones are refused", () => {
    const refused = characters().filter(
      (character) => tinos.has(character.codePointAt(0) ?? 0) && unprintableCharacters(character).length > 0,
    );
    expect(refused.filter((character) => !/[\p{Cc}\p{Cf}\p{Co}\ufffc\ufffd]/u.test(character))).toEqual([]);
  });

  it("every Turkish letter, quotation mark and the lira sign are printable", () => {
    expect(unprintableCharacters("çğıöşüÇĞİÖŞÜâîûÂÎÛ “”‘’'\"–—…₺€§°²½%&@#*")).toEqual([]);
    expect(unprintableCharacters(JSON.stringify(printedSeedLetter))).toEqual([]);
  });

  it("a letter typed as base and accent is the composed letter", () => {
    expect(unprintableCharacters("Ağaçören".normalize("NFD"))).toEqual([]);
  });

  it("what cannot be printed is named once each, in order", () => {
    expect(unprintableCharacters("Merhaba 😀 漢 😀\u202e\u0007")).toEqual(["😀", "漢", "\u202e", "\u0007"]);
  });
});
