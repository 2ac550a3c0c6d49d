import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CanonicalValue, canonicalJson } from "../../lib/platform/crypto/canonical.ts";

describe("canonical content", () => {
  test("members are sorted and absent ones left out", () => {
    expect(canonicalJson({ b: [1, true, null], a: { z: "İl", y: undefined }, "€": 1, "\r": 2, "1": 3 })).toBe(
      '{"\\r":2,"1":3,"a":{"z":"İl"},"b":[1,true,null],"€":1}',
    );
  });

  test("the same text in two Unicode spellings has one canonical form", () => {
    expect(canonicalJson("Müdürlüğü".normalize("NFD"))).toBe(canonicalJson("Müdürlüğü"));
    expect(canonicalJson({ ["ğ".normalize("NFD")]: 1 })).toBe(canonicalJson({ ğ: 1 }));
  });

  test("numbers are written as RFC 8785 asks", () => {
    expect(canonicalJson([1.0, -0, 1e21, 0.000001, 4.5])).toBe("[1,0,1e+21,0.000001,4.5]");
  });

  test("what JSON cannot carry exactly is refused", () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson("\ud800")).toThrow(TypeError);
    expect(() => canonicalJson({ ğ: 1, ["ğ".normalize("NFD")]: 2 })).toThrow(TypeError);
    const date: unknown = { dueOn: new Date(0) };
    expect(() => canonicalJson(date as CanonicalValue)).toThrow(TypeError);
  });

  test("the order in which members were written never matters, and the meaning stays", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => canonicalJson(JSON.parse(canonicalJson(value as CanonicalValue))) === canonicalJson(value as CanonicalValue),
      ),
    );
  });
});
