// A circular (dağıtımlı yazı) from draft to completion: which command is possible in which state, and who may act.
// Regulation on Official Correspondence (Decision 2646): m.11 number, m.17 signature, m.20 initials.
import { nextLocalMidnight } from "../platform/calendar/local-day.ts";
import { isTerminal, type Recipient } from "./recipient.ts";

export const circularStates = [
  "draft",
  "in_initials",
  "awaiting_signature",
  "prepared",
  "signed",
  "dispatching",
  "dispatched",
  "withdrawn",
  "superseded",
  "cancelled",
] as const;
export type CircularState = (typeof circularStates)[number];

/** What a reader sees: `completed` is computed from the recipients, never stored (N10). */
export const circularViews = [...circularStates, "completed"] as const;
export type CircularView = (typeof circularViews)[number];

export const circularCommands = [
  "amend",
  "submit",
  "initial",
  "return",
  "prepare",
  "void_preparation",
  "sign",
  "dispatch",
  "finish_dispatch",
  "withdraw",
  "remind",
  "waive",
  "acknowledge",
  "report_action",
  "supersede",
  "cancel",
] as const;
export type CircularCommand = (typeof circularCommands)[number];

/** How a circular that has gone out ends: another one takes its place, or cancels it (A24). */
export const replacementKinds = ["supersede", "cancel"] as const satisfies CircularCommand[];
export type ReplacementKind = (typeof replacementKinds)[number];

type Rule = { from: readonly CircularView[]; to: CircularState | "same" | "by_reviewers" };

const beforeSignature = ["draft", "in_initials", "awaiting_signature"] as const;
const onItsWay = ["dispatching", "dispatched"] as const;
const sent = ["dispatching", "dispatched", "completed"] as const;

/** The only list of what may happen next; commands and buttons both read it. */
const rules = {
  amend: { from: ["draft"], to: "same" },
  submit: { from: ["draft"], to: "by_reviewers" },
  initial: { from: ["in_initials"], to: "by_reviewers" },
  return: { from: ["in_initials", "awaiting_signature"], to: "draft" },
  prepare: { from: ["awaiting_signature"], to: "prepared" },
  void_preparation: { from: ["prepared"], to: "awaiting_signature" },
  sign: { from: ["prepared"], to: "signed" },
  dispatch: { from: ["signed"], to: "dispatching" },
  finish_dispatch: { from: ["dispatching"], to: "dispatched" },
  // A prepared circular is voided first: its reserved number needs a fate of its own (N3).
  withdraw: { from: [...beforeSignature, "signed"], to: "withdrawn" },
  remind: { from: onItsWay, to: "same" },
  waive: { from: onItsWay, to: "same" },
  // The link stays open after completion; acting again is harmless. A superseded circular needs a new one (N8).
  acknowledge: { from: sent, to: "same" },
  report_action: { from: sent, to: "same" },
  // Both only prepare the other circular; the state changes in the moment in which that one is sent.
  supersede: { from: sent, to: "superseded" },
  cancel: { from: sent, to: "cancelled" },
} as const satisfies Record<CircularCommand, Rule>;

const MINUTE = 60_000;
const PREPARATION_LASTS = 15 * MINUTE;

export function allowedCommands(view: CircularView): CircularCommand[] {
  return circularCommands.filter((command) => isAllowed(view, command));
}

export function isAllowed(view: CircularView, command: CircularCommand): boolean {
  const from: readonly CircularView[] = rules[command].from;
  return from.includes(view);
}

/** The state a command leads to; null if the state forbids it. `undecidedReviewers` counts those left after the command. */
export function nextState(view: CircularView, command: CircularCommand, facts: { undecidedReviewers: number }): CircularState | null {
  if (!isAllowed(view, command)) return null;
  const { to } = rules[command];
  if (to === "by_reviewers") return facts.undecidedReviewers > 0 ? "in_initials" : "awaiting_signature";
  if (to !== "same") return to;
  return view === "completed" ? "dispatched" : view;
}

/** Another circular stands in its place or has cancelled it: nobody is to go by it any more. */
export const isReplaced = (state: string): boolean => state === rules.supersede.to || state === rules.cancel.to;

/** N10: dispatched, and nothing more is expected of any recipient. */
export function circularView(state: CircularState, recipients: readonly Recipient[]): CircularView {
  return state === "dispatched" && recipients.length > 0 && recipients.every(isTerminal) ? "completed" : state;
}

/** A preparation ends after 15 minutes or when its date does: date, number and image must agree (m.28/3). */
export function preparationExpiresAt(preparedAt: Date): Date {
  const limit = new Date(preparedAt.getTime() + PREPARATION_LASTS);
  const midnight = nextLocalMidnight(preparedAt);
  return limit < midnight ? limit : midnight;
}

export type Reviewer = { userId: string; position: number; decision: string | null };

/** Initials go in order: it is the turn of the first reviewer of this round who has not decided. */
export function reviewerOnTurn<T extends Reviewer>(reviewers: readonly T[]): T | null {
  return reviewers.filter(({ decision }) => decision === null).sort((a, b) => a.position - b.position)[0] ?? null;
}

export function mayInitial({ reviewers, userId }: { reviewers: readonly Reviewer[]; userId: string }): boolean {
  return reviewerOnTurn(reviewers)?.userId === userId;
}

/** N2: whoever drafted a circular does not sign it. */
export function isIndependentSignatory({ drafterId, signatoryId }: { drafterId: string; signatoryId: string }): boolean {
  return drafterId !== signatoryId;
}
