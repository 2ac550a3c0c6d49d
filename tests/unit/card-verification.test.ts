import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidReason, StoredValidity } from "../../lib/cards/contract.ts";
import { allRights } from "../../lib/cards/entitlements.ts";
import { type DesignDays, designOn, outcomeOn, type VerifiedState } from "../../lib/cards/verification.ts";
import { CardOutcome } from "../../lib/cards/verification-contract.ts";
import { beginsWith } from "../../lib/cards/verification-letters.ts";

const active: VerifiedState = {
  validity: "active",
  invalidReason: null,
  validFrom: "2026-01-01",
  validTo: "2026-12-31",
  permitStatus: "registered",
};
const generations: DesignDays[] = [
  { design: "old", issueFrom: "2012-01-01", issueUntil: "2026-02-28", graceDays: 10 },
  { design: "new", issueFrom: "2026-03-01", issueUntil: null, graceDays: 0 },
];

describe("what a counter is told", () => {
  test.each([
    ["2025-12-31", "not_yet"],
    ["2026-01-01", "valid"],
    ["2026-12-31", "valid"],
    ["2027-01-01", "expired"],
  ])("on %s a card of 2026 is %s", (day, outcome) => {
    expect(outcomeOn(active, day)).toBe(outcome);
  });

  test("a card without an end does not expire", () => {
    expect(outcomeOn({ ...active, validTo: null }, "2099-01-01")).toBe("valid");
  });

  test("lost and stolen are one answer, and a card not yet handed out is not valid", () => {
    const invalid = (invalidReason: InvalidReason) => outcomeOn({ ...active, validity: "invalidated", invalidReason }, "2026-06-01");
    expect(invalid("reported_lost")).toBe(invalid("reported_stolen"));
    expect([invalid("damaged"), invalid("data_error"), invalid("replaced")]).toEqual(["replaced", "replaced", "replaced"]);
    expect(invalid("permit_ended_early")).toBe("cancelled");
    expect(outcomeOn({ ...active, validity: "pending" }, "2026-06-01")).toBe("not_yet");
  });

  test("a cancelled permit outweighs whatever the card's own row says", () => {
    for (const permitStatus of ["cancelled", "void"]) expect(outcomeOn({ ...active, permitStatus }, "2026-06-01")).toBe("cancelled");
  });

  test("no card is called anything but valid for its design, in whatever state (X4)", () => {
    const day = fc
      .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const state = fc.record({
      validity: fc.constantFrom(...StoredValidity.options),
      invalidReason: fc.option(fc.constantFrom(...InvalidReason.options)),
      validFrom: day,
      validTo: fc.option(day),
      permitStatus: fc.constantFrom("registered", "superseded", "cancelled", "void"),
    });
    fc.assert(
      fc.property(state, fc.constantFrom("old", "new"), day, (card, design, today) => {
        const outcome = outcomeOn(card, today);
        expect(CardOutcome.options).toContain(outcome);
        expect(outcomeOn({ ...card, ...{ design } }, today)).toBe(outcome);
      }),
    );
  });
});

describe("the design a card should have", () => {
  test.each([
    ["2026-02-28", "old"],
    ["2026-03-01", "either"],
    ["2026-03-10", "either"],
    ["2026-03-11", "new"],
    ["2025-01-01", "old"],
  ])("issued on %s: %s", (issuedOn, design) => {
    expect(designOn(generations, issuedOn, "old")).toBe(design);
  });

  test("without a day of issue, or before any generation, it is the recorded one", () => {
    expect(designOn(generations, null, "old")).toBe("old");
    expect(designOn(generations, "1999-01-01", "new")).toBe("new");
    expect(designOn([], "2026-05-01", "old")).toBe("old");
  });
});

describe("rights", () => {
  test("what no source says is unknown, never left out", () => {
    const rights = allRights([{ right: "residence", answer: "no", source: "csgb.gov.tr" }], "Kaynakta yok");
    expect(rights.map(({ right }) => right)).toEqual(["residence", "visa_exempt", "bound_employer", "bound_province"]);
    expect(rights.slice(1).every(({ answer, source }) => answer === "unknown" && source === "Kaynakta yok")).toBe(true);
  });
});

describe("the employer on the card", () => {
  test.each([
    ["Hasandağı Süt Ürünleri A.Ş.", "HASANDAGI SUT", true],
    ["Hasandağı Süt Ürünleri A.Ş.", "hasandağı süt ürünleri a.ş.", true],
    ["İÇ ANADOLU GIDA LTD. ŞTİ.", "iç anadolu", true],
    ["IŞIK İNŞAAT", "ışık i", true],
    ["Hasandağı Süt Ürünleri A.Ş.", "Melendiz", false],
    ["Hasandağı Süt Ürünleri A.Ş.", "Hasan Dağı Sütçülük", false],
    ["Hasandağı Süt Ürünleri A.Ş.", "Hasa", false],
  ])("%s begins with %s: %s", (title, letters, matches) => {
    expect(beginsWith(title, letters)).toBe(matches);
  });
});
