import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isForeignerId, isTaxNumber, maskForeignerId, personCheckDigits, taxCheckDigit } from "../../lib/permits/identity-numbers.ts";
import {
  allowedActions,
  daysLeft,
  extensionWarnings,
  isInExtensionWindow,
  lastDayOfTerm,
  longestTerm,
  proposeTerm,
  stateOn,
} from "../../lib/permits/permit.ts";
import { differences, foldEvents, type PermitColumns } from "../../lib/permits/permit-history.ts";

const permit = { kind: "fixed_term", status: "registered", validFrom: "2026-01-01", validTo: "2026-12-31" } as const;

describe("what a permit is on a day", () => {
  test.each([
    ["2025-12-31", "not_yet"],
    ["2026-01-01", "in_force"],
    ["2026-12-31", "in_force"],
    ["2027-01-01", "expired"],
  ])("on %s it is %s", (day, state) => expect(stateOn(permit, day)).toBe(state));

  test("an act of a person wins over the calendar, and no end never runs out", () => {
    expect(stateOn({ ...permit, status: "cancelled" }, "2026-06-01")).toBe("cancelled");
    expect(stateOn({ ...permit, validTo: null }, "2200-01-01")).toBe("in_force");
  });

  test("the window of an extension opens sixty days before the end and closes with it", () => {
    expect(daysLeft(permit, "2026-11-01")).toBe(60);
    expect(["2026-10-31", "2026-11-01", "2026-12-31", "2027-01-01"].map((day) => isInExtensionWindow(permit, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("terms of law 6735", () => {
  test("one year first, two at the first extension with the employer, three afterwards", () => {
    expect([0, 1, 2, 5].map((earlierWithEmployer) => longestTerm({ kind: "fixed_term", earlierWithEmployer }))).toEqual([1, 2, 3, 3]);
  });

  test("the lawful proposal follows without a gap and draws no warning within the window", () => {
    const proposal = proposeTerm(permit, 1);
    expect(proposal).toEqual({ validFrom: "2027-01-01", validTo: "2028-12-31" });
    const asked = { kind: permit.kind, validFrom: "2027-01-01", validTo: "2028-12-31", earlierWithEmployer: 1 };
    expect(extensionWarnings({ predecessor: permit, proposal: asked, day: "2026-12-01" })).toEqual([]);
    const early = { ...asked, validFrom: "2026-12-01", validTo: "2029-12-31" };
    expect(extensionWarnings({ predecessor: permit, proposal: early, day: "2026-06-01" })).toEqual([
      "term_too_long",
      "starts_before_end",
      "applied_too_early",
    ]);
  });

  test("a term from 29 February ends on 28 February", () => expect(lastDayOfTerm("2028-02-29", 1)).toBe("2029-02-28"));
});

test("a waiting transfer leaves nothing to do but to look", () => {
  const may = () => true;
  expect(allowedActions({ ...permit, hasPendingTransfer: true, may })).toEqual(["reveal"]);
  expect(allowedActions({ ...permit, validTo: null, hasPendingTransfer: false, may })).not.toContain("extend");
});

describe("identity numbers", () => {
  const nine = fc.integer({ min: 0, max: 9_999_999 }).map((value) => String(value).padStart(7, "0"));

  test("an issued number has right check digits; a demo number does not count in production", () => {
    fc.assert(
      fc.property(nine, (rest) => {
        const issued = `99${rest}${personCheckDigits(`99${rest}`)}`;
        const demo = `00${rest}${personCheckDigits(`00${rest}`)}`;
        expect([isForeignerId(issued, { isProduction: true }), isForeignerId(demo, { isProduction: true })]).toEqual([true, false]);
        expect(isForeignerId(demo, { isProduction: false })).toBe(true);
        expect(maskForeignerId(issued)).toBe(`99•••••••${issued.slice(-2)}`);
      }),
    );
  });

  test("one wrong digit of a tax number is noticed at its check digit", () => {
    const number = `000123456${taxCheckDigit("000123456")}`;
    expect(isTaxNumber(number, { isProduction: false })).toBe(true);
    expect(isTaxNumber(number, { isProduction: true })).toBe(false);
    expect(isTaxNumber(`${number.slice(0, 9)}${(Number(number[9]) + 1) % 10}`, { isProduction: false })).toBe(false);
  });
});

test("events fold to the row, and a column changed behind their back is named", () => {
  const first = { provinceId: 68, number: "1", status: "registered", surname: "Örnek", annotations: [] } as unknown as PermitColumns;
  const folded = foldEvents([
    { kind: "registered", change: { ...first, identity: { birthOn: "1991-04-23" } } },
    { kind: "amended", change: { surname: "Yeni", ground: "entry_error" } },
  ]);
  const row = { ...first, surname: "Yeni", identity: { birthOn: "1991-04-23" } };
  expect(differences(row, folded)).toEqual([]);
  expect(differences({ ...row, surname: "Başka" }, folded)).toEqual(["surname"]);
});
