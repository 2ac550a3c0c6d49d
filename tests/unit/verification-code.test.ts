import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diagnoseVerificationCode, type VerificationCodeDiagnosis } from "../../lib/circulars/verification-code.ts";
import { readingLimit } from "../../lib/circulars/verification-code-readings.ts";

const CODE = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

function malformed(text: string): Extract<VerificationCodeDiagnosis, { kind: "malformed" }> {
  const diagnosis = diagnoseVerificationCode(text);
  if (diagnosis.kind !== "malformed") throw new Error(`${text} was taken for a valid code`);
  return diagnosis;
}
const codes = (text: string): string[] => malformed(text).readings.map(({ code }) => code);

describe("a well-formed code", () => {
  const code = "0D5EED01-6CB4-48F0-A016-10F33E7A5DFC";

  test.each([
    code.toLowerCase(),
    ` {${code}} `,
    code.replaceAll("-", "–"),
    code.replaceAll("-", " - "),
    code.replaceAll("-", ""),
    `Belge Doğrulama Kodu: ${code}`,
    `https://example.test/verify/${code}`,
  ])("%s is the same code", (text) => {
    expect(diagnoseVerificationCode(text)).toEqual({ kind: "valid", code });
  });

  test("every GUID is valid in any casing", () => {
    fc.assert(fc.property(fc.uuid(), (uuid) => diagnoseVerificationCode(uuid).kind === "valid"));
  });
});

describe("the code of the seed letter", () => {
  const diagnosis = malformed("0D5EED01-6CB4-48F0-A016-10F33E7A5SDFC");

  test("its last group has 13 characters and its 34th character is no digit", () => {
    expect(diagnosis.problems).toEqual([
      { kind: "group_length", position: 25, length: 13, message: "Beşinci bölüm 13 karakter; 12 olmalı." },
      {
        kind: "not_hexadecimal",
        position: 34,
        length: 1,
        message: "34. karakter “S”; kodda yalnız 0–9 rakamları ve A–F harfleri bulunur.",
      },
    ]);
  });

  test("its likeliest reading is that 5 was read twice", () => {
    expect(diagnosis.readings[0]).toEqual({ code: "0D5EED01-6CB4-48F0-A016-10F33E7A5DFC", changes: ["“5S” → “5”"] });
  });

  test("other readings take S for 5 and another character for the extra one", () => {
    expect(diagnosis.readings.map(({ code }) => code)).toContain("0D5EED01-6CB4-48F0-A016-10F3E7A55DFC");
    expect(diagnosis.readings.length).toBeLessThanOrEqual(readingLimit);
  });
});

describe("a malformed code", () => {
  test("letters that resemble digits are read as those digits", () => {
    expect(codes("OD5EEDOI-6CB4-48FO-AOl6-1OF33E7A5DFC")[0]).toBe("0D5EED01-6CB4-48F0-A016-10F33E7A5DFC");
    expect(codes("0D5EED01-6CB4-48F0-A016-10F33E7ASDFC")).toEqual(["0D5EED01-6CB4-48F0-A016-10F33E7A5DFC"]);
    expect(codes("0D5EED01-6CB4-48F0-A016-10F33E7AZDFC")).toEqual(["0D5EED01-6CB4-48F0-A016-10F33E7A2DFC"]);
  });

  test("hyphens in the wrong places are put right when the characters are complete", () => {
    expect(codes("0D5EED016-CB4-48F0-A016-10F33E7A5DFC")).toEqual(["0D5EED01-6CB4-48F0-A016-10F33E7A5DFC"]);
    expect(codes("0D5EED01-6CB4-48F0A01610F33E7A5DFC")).toEqual(["0D5EED01-6CB4-48F0-A016-10F33E7A5DFC"]);
    expect(malformed("0D5EED01-6CB4-48F0A01610F33E7A5DFC").problems[0]?.message).toBe(
      "Kod kısa çizgilerle ayrılmış 5 bölümdür (8-4-4-4-12); burada 3 bölüm, 32 karakter var.",
    );
  });

  test("a missing character is named, never guessed", () => {
    const diagnosis = malformed("0D5EED01-6CB4-48F0-A016-10F33E7A5DF");
    expect(diagnosis.problems.map(({ message }) => message)).toEqual(["Beşinci bölüm 11 karakter; 12 olmalı."]);
    expect(diagnosis.readings).toEqual([]);
  });

  test("a character that resembles no digit has no reading", () => {
    expect(codes("0D5EED01-6CB4-48F0-A016-10F33E7AXDFC")).toEqual([]);
  });

  test("nothing typed, and far too much typed, are told apart", () => {
    expect(malformed("  ").problems.map(({ kind }) => kind)).toEqual(["empty"]);
    expect(malformed("A".repeat(100)).problems.map(({ kind }) => kind)).toEqual(["too_long"]);
    expect(malformed("x".repeat(1_000_000)).problems.map(({ kind }) => kind)).toEqual(["too_long"]);
  });

  test("whatever was typed, there is a problem to show and at most 16 distinct, well-formed readings", () => {
    const aCharacter = fc.constantFrom(..."0123456789ABCDEFOISZGLT-xİı5S");
    const aText = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(aCharacter, { minLength: 30, maxLength: 40 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(aText, (text) => {
        const diagnosis = diagnoseVerificationCode(text);
        if (diagnosis.kind === "valid") return;
        const readings = diagnosis.readings.map(({ code }) => code);
        expect(diagnosis.problems.length).toBeGreaterThan(0);
        expect(readings.length).toBeLessThanOrEqual(readingLimit);
        expect(new Set(readings).size).toBe(readings.length);
        for (const reading of readings) expect(reading).toMatch(CODE);
      }),
    );
  });

  test("one confused and one doubled character lead back to the code that was printed", () => {
    const misread: Record<string, string> = { "0": "O", "1": "I", "5": "S", "2": "Z", "6": "G" };
    fc.assert(
      fc.property(fc.uuid(), fc.nat(35), fc.boolean(), (uuid, place, doubles) => {
        const code = uuid.toUpperCase();
        const wrong = misread[code[place] ?? ""];
        fc.pre(wrong !== undefined);
        const text = code.slice(0, doubles ? place + 1 : place) + wrong + code.slice(place + 1);
        expect(codes(text)[0]).toBe(code);
      }),
    );
  });
});
