import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SerialRange } from "../../lib/cards/ledger-rows.ts";
import { tariffOn, valueOn } from "../../lib/cards/ledger-value.ts";
import { stripOf } from "../../lib/cards/number-strip.ts";
import type { Holding } from "../../lib/cards/serial-ledger.ts";
import {
  common,
  countOf,
  firstOverlap,
  merged,
  parseSerials,
  rangeText,
  storedRanges,
  storedText,
  without,
} from "../../lib/cards/serial-ranges.ts";
import { splitDifference, verdictOf } from "../../lib/cards/stock-count.ts";

const aRange = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([first, more]) => ({ first, last: first + more }));
const someRanges = fc.array(aRange, { maxLength: 6 });

const serialsOf = (ranges: readonly SerialRange[]): Set<number> =>
  new Set(ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index)));

describe("ranges of serials", () => {
  test("are joined, cut and shared as if every serial stood alone", () => {
    fc.assert(
      fc.property(someRanges, someRanges, (ranges, others) => {
        const [a, b] = [serialsOf(ranges), serialsOf(others)];
        expect(serialsOf(merged(ranges))).toEqual(a);
        expect(countOf(merged(ranges))).toBe(a.size);
        expect(serialsOf(without(ranges, others))).toEqual(a.difference(b));
        expect(serialsOf(common(ranges, others))).toEqual(a.intersection(b));
        expect(firstOverlap(ranges) === null).toBe(countOf(ranges) === a.size);
      }),
      { numRuns: 2_000 },
    );
  });

  test("are stored as a line of text and read back", () => {
    fc.assert(
      fc.property(someRanges, (ranges) => {
        expect(storedRanges(storedText(ranges))).toEqual(merged(ranges));
      }),
    );
  });

  test.each([
    ["A26 0123456", { series: "A26", first: 123_456, last: 123_456 }],
    ["a26 0118001–0118500", { series: "A26", first: 118_001, last: 118_500 }],
    ["A26 118.001 - 118.500", { series: "A26", first: 118_001, last: 118_500 }],
    ["A26 0118001-A26 0118500", { series: "A26", first: 118_001, last: 118_500 }],
    ["A260123456", { series: "A26", first: 123_456, last: 123_456 }],
    ["A26-0123456", { series: "A26", first: 123_456, last: 123_456 }],
    ["A26 0118500-0118001", null],
    ["A26 0000000", null],
    ["118001", null],
    ["", null],
  ])("typed as %s are understood", (typed, expected) => {
    expect(parseSerials(typed)).toEqual(expected);
  });

  test("are written with leading zeros", () => {
    expect(rangeText("A26", { first: 118_001, last: 118_500 })).toBe("A26 0118001–0118500");
    expect(rangeText("A26", { first: 7, last: 7 })).toBe("A26 0000007");
  });
});

describe("the number strip", () => {
  test("shows every serial once, few enough stretches, and what is missing by itself", () => {
    const accounts = ["nvi_vault", "consumed", "spoiled_held", "missing"] as const;
    const holdings = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom(...accounts)), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(holdings, (pieces) => {
        let next = 1;
        const held: Holding[] = pieces.map(([size, account]) => {
          const first = next;
          next += size;
          return { first, last: next - 1, account, batchId: null };
        });
        const strip = stripOf(held, 40);
        expect(countOf(strip)).toBe(countOf(held));
        expect(firstOverlap(strip)).toBeNull();
        const missing = held.filter(({ account }) => account === "missing").length;
        expect(strip.length).toBeLessThanOrEqual(40 + 2 * missing + 1);
        expect(strip.filter(({ account }) => account === "missing").every(({ isMixed }) => !isMixed)).toBe(true);
      }),
    );
  });
});

describe("the value of paper", () => {
  const tariffs = [
    { price: 96_400, from: "2026-01-01", source: "Tebliğ 97" },
    { price: 120_000, from: "2027-01-01", source: "Tebliğ 98" },
  ];

  test("is the tariff of the day of the event", () => {
    expect(valueOn(tariffs, "2026-12-31", 500)).toBe(48_200_000);
    expect(valueOn(tariffs, "2027-01-01", 500)).toBe(60_000_000);
    expect(tariffOn(tariffs, "2019-05-05").from).toBe("2026-01-01");
  });
});

describe("a blind count", () => {
  const book = [{ first: 1, last: 100 }];

  test("agrees when both people find what the book has", () => {
    const sheets = [
      { quantity: 100, ranges: [] },
      { quantity: 100, ranges: [{ first: 1, last: 100 }] },
    ];
    expect(verdictOf(book, sheets)).toEqual({ state: "matched", quantity: 0, differing: [] });
  });

  test("varies when one figure differs, or the same number of other serials lies there", () => {
    const short = [
      { quantity: 100, ranges: [] },
      { quantity: 98, ranges: [] },
    ];
    expect(verdictOf(book, short)).toMatchObject({ state: "variance", quantity: 2 });
    const exchanged = [
      { first: 1, last: 99 },
      { first: 200, last: 200 },
    ];
    const sheets = [
      { quantity: 100, ranges: exchanged },
      { quantity: 100, ranges: exchanged },
    ];
    const verdict = verdictOf(book, sheets);
    expect(verdict.state).toBe("variance");
    expect(splitDifference(verdict.differing, sheets)).toEqual({
      onlyInBook: [{ first: 100, last: 100 }],
      onlyOnSheets: [{ first: 200, last: 200 }],
    });
  });
});
