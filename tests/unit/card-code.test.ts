import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardCodeAddress, cardCodeText, readCardCode, signedPart, UnreadableReason, unreadableMarks } from "../../lib/cards/card-code.ts";

const signature = "A".repeat(86);
const whole = { version: "1", keyId: "0a1b2c3d", number: "900000123", signature } as const;
const text = cardCodeText(whole);

describe("the code on a card", () => {
  test("reads the same from the printed address, with blanks around it, and typed by hand", () => {
    const address = cardCodeAddress("https://dogrula.izinmasasi.test", text);
    for (const given of [text, address, ` ${text}\n`, address.replace("https", "HTTPS")]) {
      expect(readCardCode(given), given).toEqual({ kind: "code", ...whole });
    }
  });

  test("keeps the number out of what a browser sends and a server logs", () => {
    const { pathname, search, hash } = new URL(cardCodeAddress("https://dogrula.izinmasasi.test", text));
    expect(pathname + search).toBe("/verify/card");
    expect(hash).toContain(whole.number);
  });

  test("names nothing but version, key and number", () => {
    expect(signedPart(whole)).toBe("1.0a1b2c3d.900000123");
    expect(text.length).toBeLessThan(120);
  });

  test.each([
    ["https://ornek.test/", "not_a_card_code"],
    ["WIFI:S:ofis;;", "not_a_card_code"],
    ["", "not_a_card_code"],
    ["https://izin.test/verify?code=7D2C41A8-5E0B-4F6C-9A13-C8F04B7E2D95", "letter_code"],
    ["7d2c41a8-5e0b-4f6c-9a13-c8f04b7e2d95", "letter_code"],
    ["https://izinsorgula.csgb.gov.tr/?x=1", "other_service"],
    ["https://csgb.gov.tr.ornek.test/", "not_a_card_code"],
    [text.slice(0, -1), "cut_short"],
    [text.replace("900000123", "90000012X"), "broken_characters"],
    [text.replace("0a1b2c3d", "0A1B2C3D"), "broken_characters"],
    [`${text}A`, "broken_characters"],
    [text.replace(/^1/, "7"), "unknown_version"],
    [text.replace(/^1/, "v1"), "not_a_card_code"],
    [`${text}.fazla`, "not_a_card_code"],
  ] as const)("%s is diagnosed from its text alone: %s", (given, reason) => {
    expect(readCardCode(given)).toEqual({ kind: "unreadable", reason });
  });

  test("whatever is held before the camera, there is an answer", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 700 }), fc.webUrl({ withFragments: true })), (given) => {
        const reading = readCardCode(given);
        expect(reading.kind === "code" || UnreadableReason.options.includes(reading.reason)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("every reason has a mark of its own to tell on the telephone", () => {
    expect(new Set(Object.values(unreadableMarks)).size).toBe(UnreadableReason.options.length);
  });
});
