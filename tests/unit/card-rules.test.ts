import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validityOn } from "../../lib/cards/card.ts";
import { CardAction } from "../../lib/cards/card-contract.ts";
import { actionsByValidity, actionsByWhereabouts, allowedActions, type CardState, validityMoves } from "../../lib/cards/card-rules.ts";
import { CardWhereabouts, CardWork, InvalidReason, StoredValidity } from "../../lib/cards/contract.ts";
import { whereaboutsOf } from "../../lib/cards/delivery.ts";

const anyState: fc.Arbitrary<CardState> = fc.record({
  whereabouts: fc.constantFrom(null, ...CardWhereabouts.options),
  validity: fc.constantFrom(...StoredValidity.options),
  invalidReason: fc.constantFrom(null, ...InvalidReason.options),
  work: fc.constantFrom(...CardWork.options),
  addressConfirmedAt: fc.constantFrom(null, new Date(0)),
  hasPendingCorrection: fc.boolean(),
  hasPendingReplacement: fc.boolean(),
});
const everything = () => true;

describe("the three axes of a card", () => {
  test("are total: each state says what may be done", () => {
    expect(Object.keys(actionsByWhereabouts).toSorted()).toEqual(["none", ...CardWhereabouts.options].toSorted());
    expect(Object.keys(actionsByValidity).toSorted()).toEqual(StoredValidity.options.toSorted());
  });

  test("each act is possible in some state", () => {
    const possible = Object.values(actionsByWhereabouts).flat();
    expect(new Set(possible)).toEqual(new Set(CardAction.options));
  });

  test("each whereabouts is reached by a report of PTT, an office's act, or production", () => {
    const reported = Object.values(whereaboutsOf);
    const others = ["nvi", "destroyed"];
    expect(new Set([...reported, ...others].filter((one) => one !== null))).toEqual(new Set(CardWhereabouts.options));
  });

  test("each state of validity and each reason is reached, and nothing leads out of invalid (K9)", () => {
    const moves = Object.values(validityMoves).flatMap((row) => Object.values(row).filter((move) => move !== null));
    expect(new Set(moves.map(({ validity }) => validity))).toEqual(new Set(["active", "invalidated"]));
    expect(new Set(moves.flatMap((move) => ("reason" in move ? [move.reason] : [])))).toEqual(new Set(InvalidReason.options));
    expect(Object.values(validityMoves.invalidated)).toEqual(Object.values(validityMoves.invalidated).map(() => null));
  });
});

describe("what may be done with a card", () => {
  test("never sends one without a confirmed address (K8)", () => {
    fc.assert(fc.property(anyState, (state) => state.addressConfirmedAt !== null || !allowedActions(state, everything).includes("resend")));
  });

  test("never sends, gives or corrects an invalid one back into use", () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const allowed = allowedActions({ ...state, validity: "invalidated" }, everything);
        expect(allowed).not.toEqual(expect.arrayContaining(["resend"]));
        expect(allowed).not.toEqual(expect.arrayContaining(["deliver"]));
      }),
    );
  });

  test("is nothing while a correction waits for its second person", () => {
    fc.assert(fc.property(anyState, (state) => allowedActions({ ...state, hasPendingCorrection: true }, everything).length === 0));
  });

  test("is nothing for whoever may do nothing", () => {
    fc.assert(fc.property(anyState, (state) => allowedActions(state, () => false).length === 0));
  });
});

describe("validity on a day", () => {
  test("does not ask for the design: an old card is valid to the day printed on it (X4)", () => {
    const card = { validity: "active" as const, validFrom: "2024-05-01", validTo: "2027-04-30" };
    expect(["2024-04-30", "2024-05-01", "2027-04-30", "2027-05-01"].map((day) => validityOn(card, day))).toEqual([
      "not_yet",
      "valid",
      "valid",
      "expired",
    ]);
  });
});
