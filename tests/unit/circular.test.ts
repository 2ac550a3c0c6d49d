import { describe, expect, test } from "vitest";
import {
  allowedCommands,
  type CircularCommand,
  type CircularState,
  type CircularView,
  circularCommands,
  circularStates,
  circularView,
  circularViews,
  isAllowed,
  isIndependentSignatory,
  isReplaced,
  mayInitial,
  nextState,
  preparationExpiresAt,
  replacementKinds,
  reviewerOnTurn,
} from "../../lib/circulars/circular.ts";
import type { Recipient } from "../../lib/circulars/recipient.ts";

const noneLeft = { undecidedReviewers: 0 };
const at = new Date("2026-03-17T08:00:00Z");

describe("the life of a circular", () => {
  test("every state is reached from a draft by commands alone", () => {
    const reached = new Set<CircularState>(["draft"]);
    for (const state of reached) {
      for (const command of circularCommands) {
        for (const undecidedReviewers of [0, 1]) {
          const next = nextState(state, command, { undecidedReviewers });
          if (next !== null) reached.add(next);
        }
      }
    }
    expect(circularStates.filter((state) => !reached.has(state))).toEqual([]);
  });

  test("every command is possible somewhere, and the state and the answer never disagree", () => {
    for (const command of circularCommands) expect(circularViews.some((view) => isAllowed(view, command))).toBe(true);
    for (const view of circularViews) {
      for (const command of circularCommands) {
        expect(nextState(view, command, noneLeft) !== null).toBe(allowedCommands(view).includes(command));
      }
    }
  });

  test("the main road leads through initials and preparation to dispatch", () => {
    const road: [CircularCommand, number, CircularState][] = [
      ["amend", 0, "draft"],
      ["submit", 2, "in_initials"],
      ["initial", 1, "in_initials"],
      ["initial", 0, "awaiting_signature"],
      ["prepare", 0, "prepared"],
      ["sign", 0, "signed"],
      ["dispatch", 0, "dispatching"],
      ["finish_dispatch", 0, "dispatched"],
      ["remind", 0, "dispatched"],
    ];
    let state: CircularView = "draft";
    for (const [command, undecidedReviewers, expected] of road) {
      state = nextState(state, command, { undecidedReviewers }) ?? "cancelled";
      expect(state).toBe(expected);
    }
  });

  test("without reviewers a submitted circular goes straight to the signatory", () => {
    expect(nextState("draft", "submit", noneLeft)).toBe("awaiting_signature");
  });

  test("a returned circular is a draft again, a voided preparation waits for signature again", () => {
    expect(nextState("in_initials", "return", noneLeft)).toBe("draft");
    expect(nextState("awaiting_signature", "return", noneLeft)).toBe("draft");
    expect(nextState("prepared", "void_preparation", noneLeft)).toBe("awaiting_signature");
  });

  test("nothing changes the text once it left the drafter's desk", () => {
    expect(circularViews.filter((view) => isAllowed(view, "amend"))).toEqual(["draft"]);
  });

  test("after dispatch a circular is not withdrawn but superseded or cancelled by another", () => {
    expect(circularViews.filter((view) => isAllowed(view, "withdraw"))).toEqual(["draft", "in_initials", "awaiting_signature", "signed"]);
    expect(nextState("completed", "supersede", noneLeft)).toBe("superseded");
    expect(nextState("dispatched", "cancel", noneLeft)).toBe("cancelled");
  });

  test("nothing more happens to a withdrawn, superseded or cancelled circular", () => {
    for (const state of ["withdrawn", "superseded", "cancelled"] as const) expect(allowedCommands(state)).toEqual([]);
  });

  test("only what was superseded or cancelled is replaced, and only what was sent can be", () => {
    expect(circularViews.filter(isReplaced)).toEqual(["superseded", "cancelled"]);
    for (const kind of replacementKinds) {
      expect(circularViews.filter((view) => isAllowed(view, kind))).toEqual(["dispatching", "dispatched", "completed"]);
    }
  });

  test("an acknowledgement after completion leaves what is stored as it is", () => {
    expect(nextState("completed", "acknowledge", noneLeft)).toBe("dispatched");
  });
});

describe("completion", () => {
  const acted: Recipient = { role: "action", acknowledgedAt: at, actionReportedAt: at, waivedAt: null };
  const waived: Recipient = { role: "action", acknowledgedAt: null, actionReportedAt: null, waivedAt: at };
  const informed: Recipient = { role: "information", acknowledgedAt: at, actionReportedAt: null, waivedAt: null };
  const acknowledgedOnly: Recipient = { role: "action", acknowledgedAt: at, actionReportedAt: null, waivedAt: null };

  test("a dispatched circular is completed when nothing is expected of anyone", () => {
    expect(circularView("dispatched", [acted, waived, informed])).toBe("completed");
    expect(circularView("dispatched", [acted, acknowledgedOnly])).toBe("dispatched");
  });

  test("a circular still being dispatched, or without recipients, is not completed", () => {
    expect(circularView("dispatching", [acted])).toBe("dispatching");
    expect(circularView("dispatched", [])).toBe("dispatched");
  });
});

describe("preparation", () => {
  test("a prepared number lives for 15 minutes", () => {
    expect(preparationExpiresAt(new Date("2026-03-17T07:10:00Z"))).toEqual(new Date("2026-03-17T07:25:00Z"));
  });

  test("a number prepared just before midnight in Türkiye does not outlive its date", () => {
    expect(preparationExpiresAt(new Date("2026-03-17T20:50:00Z"))).toEqual(new Date("2026-03-17T21:00:00Z"));
  });
});

describe("who may act", () => {
  const reviewers = [
    { userId: "chief", position: 2, decision: null },
    { userId: "expert", position: 1, decision: null },
  ];

  test("initials go in order", () => {
    expect(reviewerOnTurn(reviewers)?.userId).toBe("expert");
    expect(mayInitial({ reviewers, userId: "chief" })).toBe(false);
    expect(mayInitial({ reviewers, userId: "expert" })).toBe(true);
    const afterExpert = reviewers.map((reviewer) => (reviewer.userId === "expert" ? { ...reviewer, decision: "initialled" } : reviewer));
    expect(mayInitial({ reviewers: afterExpert, userId: "chief" })).toBe(true);
  });

  test("nobody is on turn when all have initialled", () => {
    expect(reviewerOnTurn(reviewers.map((reviewer) => ({ ...reviewer, decision: "initialled" })))).toBeNull();
    expect(mayInitial({ reviewers: [], userId: "chief" })).toBe(false);
  });

  test("the drafter does not sign", () => {
    expect(isIndependentSignatory({ drafterId: "officer", signatoryId: "officer" })).toBe(false);
    expect(isIndependentSignatory({ drafterId: "officer", signatoryId: "director" })).toBe(true);
  });
});
