import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CarrierCodeMeaning, type CarrierFact, foldPosition, type Position, readReports } from "../../lib/cards/delivery.ts";
import type { Milestone } from "../../lib/cards/delivery-contract.ts";

const meaning = (code: string, milestone: Milestone, more: Partial<CarrierCodeMeaning> = {}): [string, CarrierCodeMeaning] => [
  code,
  { code, milestone, reverses: null, deliveredTo: null, cause: null, text: "", ...more },
];

const codes = new Map([
  meaning("1", "accepted"),
  meaning("3", "in_transit"),
  meaning("10", "out_for_delivery"),
  meaning("12", "delivered", { deliveredTo: "self" }),
  meaning("15", "reversal", { reverses: "delivered" }),
  meaning("42", "returning", { cause: "address_unknown" }),
  meaning("160", "returned"),
  meaning("165", "reversal", { reverses: "returned" }),
  meaning("300", "information"),
  meaning("500", "destroyed"),
  meaning("501", "reversal", { reverses: "destroyed" }),
]);

const hour = (count: number) => new Date(Date.UTC(2026, 10, 20, count));
const report = (code: string, count: number, sequence = 0): CarrierFact => ({
  id: `${code}-${count}-${sequence}`,
  barcode: "RR123456785TR",
  code,
  at: hour(count),
  sequence,
});
const handedOver = { at: hour(0), whereabouts: "ptt_accepted" as const, deliveredTo: null };
const positionOf = (...reports: CarrierFact[]): Position => foldPosition(handedOver, [], readReports(reports, codes));

describe("the way of a card with PTT", () => {
  test("ends where the last report puts it", () => {
    expect(positionOf(report("1", 1), report("3", 2), report("12", 9))).toMatchObject({ whereabouts: "delivered", deliveredTo: "self" });
  });

  test("goes back to what was before, when 15 cancels the delivery", () => {
    expect(positionOf(report("10", 5), report("12", 6), report("15", 7))).toMatchObject({
      whereabouts: "out_for_delivery",
      since: hour(5),
    });
  });

  test("keeps what was taken back in the history", () => {
    const read = readReports([report("12", 6), report("15", 7)], codes);
    expect(read.map(({ code, reversedById }) => [code, reversedById])).toEqual([
      ["12", "15-7-0"],
      ["15", null],
    ]);
  });

  test("forgets the whole return, when 165 cancels it", () => {
    expect(positionOf(report("3", 2), report("42", 4), report("160", 6), report("165", 7))).toMatchObject({ whereabouts: "in_transit" });
  });

  test("knows that a destruction was cancelled by 501", () => {
    expect(positionOf(report("3", 2), report("500", 4), report("501", 5))).toMatchObject({ whereabouts: "in_transit" });
  });

  test("a return says why, though its arrival does not", () => {
    expect(positionOf(report("42", 4), report("160", 6))).toMatchObject({ whereabouts: "returned_held", cause: "address_unknown" });
  });

  test("a delivery after its cancellation counts again", () => {
    expect(positionOf(report("12", 6), report("15", 7), report("12", 8))).toMatchObject({ whereabouts: "delivered", since: hour(8) });
  });

  test("is not moved by an information or an unknown code", () => {
    expect(positionOf(report("3", 2), report("300", 4), report("999", 5))).toMatchObject({ whereabouts: "in_transit", since: hour(2) });
  });

  test("a reversal without what it names takes nothing back", () => {
    expect(positionOf(report("3", 2), report("15", 4))).toMatchObject({ whereabouts: "in_transit" });
  });

  test("what the office did later stands against an earlier report, and yields to a later one", () => {
    const resent = { at: hour(20), whereabouts: "ptt_accepted" as const, deliveredTo: null };
    const returned = [report("42", 4), report("160", 6)];
    expect(foldPosition(handedOver, [resent], readReports(returned, codes))).toMatchObject({
      whereabouts: "ptt_accepted",
      since: hour(20),
    });
    const delivered = [...returned, report("12", 30)];
    expect(foldPosition(handedOver, [resent], readReports(delivered, codes))).toMatchObject({ whereabouts: "delivered" });
  });

  const anyReport = fc
    .record({
      code: fc.constantFrom(...codes.keys(), "999"),
      hour: fc.integer({ min: 1, max: 6 }),
      sequence: fc.integer({ min: 0, max: 2 }),
    })
    .map((one) => report(one.code, one.hour, one.sequence));

  test("is the same in any order and however often each report comes (R5)", () => {
    const permuted = fc
      .array(anyReport, { maxLength: 14 })
      .chain((reports) =>
        fc.tuple(
          fc.constant(reports),
          fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length * 2, maxLength: reports.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(permuted, ([reports, again]) => {
        expect(positionOf(...again)).toEqual(positionOf(...reports));
        const told = (facts: CarrierFact[]) => readReports(facts, codes).map(({ id, reversedById }) => [id, reversedById]);
        expect(told(again)).toEqual(told(reports));
      }),
      { numRuns: 2_000 },
    );
  });
});
