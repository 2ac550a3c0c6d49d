import { expect, test } from "vitest";
import { editsBetween, employerTokensOf, tokensOf } from "../../lib/permits/name-tokens.ts";
import { personKeyOf } from "../../lib/permits/person-key.ts";
import { markWords, readQuestion, scoreOf } from "../../lib/permits/search-question.ts";
import { fieldCipherOf, makeWrappedKey } from "../../lib/platform/crypto/field-cipher.ts";

const dataKey = Buffer.alloc(32, 7);
const cipherOf = (...keys: Uint8Array[]) =>
  fieldCipherOf(
    keys.map((wrapped, index) => ({ id: index + 1, wrapped })),
    dataKey,
  );

test.each([
  ["Şahin", "Shahin"],
  ["Aleksandra", "Alexandra"],
  ["Çağla", "Chagla"],
  ["IŞIL", "isil"],
  ["Muhammed", "Muhamed"],
  ["Dmitriy", "Dmitry"],
  ["Tatyana", "Tatiana"],
  ["İbrahim", "IBRAHIM"],
])("%s and %s are found by the same word", (one, other) => {
  expect(tokensOf(one)).toEqual(tokensOf(other));
});

test("an employer is not found by its legal form, unless it has nothing else", () => {
  expect(employerTokensOf("Yıldız Park Otelcilik Turizm San. ve Tic. Ltd. Şti.")).toEqual(tokensOf("Yıldız Park Otelcilik"));
  expect(employerTokensOf("Limited Şirketi")).toHaveLength(2);
});

test("a swap of neighbours, a missing and a wrong letter are one slip each", () => {
  expect(editsBetween("mehmet", "mehemt", 2)).toBe(1);
  expect(editsBetween("mehmet", "mehet", 2)).toBe(1);
  expect(editsBetween("mehmet", "mahmet", 2)).toBe(1);
  expect(editsBetween("mehmet", "ali", 2)).toBe(3);
});

test("what is typed is told apart by its shape", () => {
  expect(readQuestion("1000123")).toMatchObject({ numberPrefix: "1000123", foreignerId: null, words: [] });
  expect(readQuestion("012 345 678 90")).toMatchObject({ foreignerId: "01234567890" });
  expect(readQuestion("tst00000012")).toMatchObject({ passport: "TST00000012", numberPrefix: null });
  expect(readQuestion("Şahin Ali").words).toEqual(["sahin", "ali"]);
});

test("a name in another order with one wrong letter is found and marked", () => {
  expect(scoreOf(["shavkat", "karimov"].flatMap(tokensOf), "Şavkat Kerimov")).toBe(1);
  expect(scoreOf(tokensOf("Ivanov Petr"), "Shavkat Karimov")).toBeNull();
  expect(markWords(tokensOf("kerimov"), "Shavkat Karimov")).toEqual([
    { text: "Shavkat ", hit: false },
    { text: "Karimov", hit: true },
  ]);
});

test("a sealed value opens with its field and key alone, and its digest outlives the key", () => {
  const first = makeWrappedKey(dataKey);
  const before = cipherOf(first);
  const after = cipherOf(first, makeWrappedKey(dataKey));
  const sealed = before.seal("passport", "TST00000012");
  expect(after.keyId).toBe(2);
  expect(after.open("passport", sealed, 1)).toBe("TST00000012");
  expect(() => after.open("address", sealed, 1)).toThrow();
  expect(() => after.open("passport", sealed, 2)).toThrow();
  expect(before.seal("passport", "TST00000012")).not.toEqual(sealed);
  expect(after.blindIndex("passport", "X")).toEqual(before.blindIndex("passport", "X"));
  expect(after.blindIndex("passport", "X")).not.toEqual(before.blindIndex("foreigner_id", "X"));
});

test("a person is the same by foreigner id whatever the passport, else by nationality and passport", () => {
  const cipher = cipherOf(makeWrappedKey(dataKey));
  const key = (foreignerId: string | null, nationality: string, passport: string | null) =>
    personKeyOf(cipher, { foreignerId, nationality, passport });
  expect(key("01234567890", "SYR", "A1")).toBe(key("01234567890", "TUR", null));
  expect(key(null, "SYR", "tst 1")).toBe(key(null, "SYR", "TST1"));
  expect(key(null, "SYR", "TST1")).not.toBe(key(null, "IRN", "TST1"));
  expect(() => key(null, "SYR", null)).toThrow();
});
