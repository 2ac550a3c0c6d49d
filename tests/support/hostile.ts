import fc from "fast-check";
import { type Place, type Schema, withValue } from "./schema-sample.ts";

const texts = [
  "",
  " ",
  "\u0000",
  "Çalışma\u0000izni",
  "\ud800",
  "yarım \udc00 karakter",
  "\u202eterspek",
  "🂡🧾",
  "İıĞğ".repeat(2_600),
  "<script>alert(1)</script>",
  "'; DROP TABLE circular; --",
  "%_\\",
  "../../etc/passwd",
  "#set page(width: 1pt)",
  '=HYPERLINK("http://a")',
  "satır\r\nSet-Cookie: a=b",
  "__proto__",
  "NaN",
  "-0",
  "1e400",
  "99999999999999999999",
  "0000-00-00",
  "0000-01-01",
  "9999-12-31",
  "2026-02-30",
  "2026-11-23T24:00:00",
  "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
  "{00000000-0000-7000-8000-000000000000}",
  "2026-11-23T08:00:00.000Z_------------------------------------",
  "+275760-09-13T00:00:00.000Z_00000000-0000-7000-8000-000000000000",
  "-271821-04-20T00:00:00.000Z_00000000-0000-7000-8000-000000000000",
];

const others = [null, true, 0, -1, 1.5, 2 ** 31, Number.MAX_SAFE_INTEGER, 2 ** 53, 1e308, [], {}, [[]], [null], { length: 9 }];

/** Any code points, halves of pairs too. Fast-check's own unit for it maps all of Unicode first, which takes a second. */
const anyCharacters = fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 400 }).map((points) => String.fromCodePoint(...points));

const anyText = fc.oneof(
  fc.constantFrom(...texts),
  anyCharacters,
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.date().map((date) => date.toISOString().slice(0, 10)),
  fc.date().map((date) => `${date.toISOString()}_00000000-0000-7000-8000-000000000000`),
  fc.uuid(),
);

const anyValue = fc.oneof(
  { weight: 5, arbitrary: anyText },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...others) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** What a stranger, a broken client or a hurried colleague puts in place of a field. */
function valueFor(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.type === "integer") return fc.oneof(anyValue, fc.integer(), fc.maxSafeInteger());
  if (schema.type === "array") return fc.oneof(anyValue, fc.constant(Array.from({ length: 5_001 }, () => "x")));
  return anyValue;
}

/** A sample with one to three of its places spoilt. */
export function spoilt(sample: unknown, places: Place[]): fc.Arbitrary<unknown> {
  if (places.length === 0) return fc.dictionary(fc.oneof(fc.constantFrom("__proto__", "constructor", "q"), fc.string()), anyValue);
  const change = fc.constantFrom(...places).chain(({ path, schema }) => valueFor(schema).map((value) => ({ path, value })));
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => changes.reduce<unknown>(spoil, sample));
}

function spoil(input: unknown, { path, value }: { path: Place["path"]; value: unknown }): unknown {
  try {
    return withValue(input, path, value);
  } catch {
    // An earlier change took away what this place was in.
    return input;
  }
}

/** Bodies that are no JSON object at all, or one that tries to be more. */
export const brokenBodies: string[] = [
  "{",
  "[]",
  "null",
  "42",
  '"metin"',
  "\ufeff{}",
  '{"a":1}{"b":2}',
  "{'a':1}",
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}',
  `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
  `{"x":"${"a".repeat(1_100_000)}"}`,
];
