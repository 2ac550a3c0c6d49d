// A delivery is one decision to use one channel for one recipient of a circular (domain: the only list of states).
// Our own acts move it up to `submitted`; beyond that only evidence does, folded by rank, so that evidence in any
// order and any repetition ends in the same state. Time-bound states (deemed read, overdue) are computed, never stored.

export const deliveryStates = [
  "planned",
  "claimed",
  "retrying",
  "outcome_unknown",
  "submitted",
  "accepted",
  "delivered",
  "read",
  "rejected",
  "bounced",
  "too_large",
  "address_invalid",
  "expired",
  "stopped",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export type DeliveryFailure = "rejected" | "bounced" | "too_large" | "address_invalid" | "expired";

/** What a piece of evidence can prove; `submitted` is the provider's answer that it knows the message. */
export type ProvenState = "submitted" | "accepted" | "delivered" | "read" | DeliveryFailure;

/** A failure outranks acceptance, a hand-over outranks a failure: whoever has the letter has it. */
const rank = {
  planned: 0,
  // Our own end of a letter that was replaced before it left; should it have left after all, evidence says so.
  stopped: 0.5,
  claimed: 1,
  retrying: 2,
  outcome_unknown: 3,
  submitted: 4,
  accepted: 5,
  rejected: 6,
  bounced: 6,
  too_large: 6,
  address_invalid: 6,
  expired: 6,
  delivered: 7,
  read: 8,
} as const satisfies Record<DeliveryState, number>;

export type Delivery = {
  state: DeliveryState;
  tryCount: number;
  claimedAt: Date | null;
  submittedAt: Date | null;
  acceptedAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  failedAt: Date | null;
  lastReason: string | null;
};

/** `at` is the transport's time, not ours. */
export type DeliveryEvidence = { proves: ProvenState; at: Date; reason?: string | null };

/** What came of one try; `tryCount` names the try, so that a late answer of an abandoned one changes nothing. */
export type TryOutcome =
  | { kind: "submitted"; tryCount: number; at: Date }
  | { kind: "deferred"; tryCount: number; reason: string }
  | { kind: "refused"; tryCount: number; at: Date; failure: DeliveryFailure; reason: string }
  | { kind: "unknown"; tryCount: number; reason: string };

export const plannedDelivery: Delivery = {
  state: "planned",
  tryCount: 0,
  claimedAt: null,
  submittedAt: null,
  acceptedAt: null,
  deliveredAt: null,
  readAt: null,
  failedAt: null,
  lastReason: null,
};

export function isDeliveryFailure(state: DeliveryState): state is DeliveryFailure {
  return rank[state] === rank.rejected;
}

/** States in which the machine itself still has to act or look: each such row carries a next check (R3). */
export function waitsForMachine(state: DeliveryState): boolean {
  return state !== "stopped" && rank[state] <= rank.accepted;
}

/** Only these may be handed to a channel; `outcome_unknown` only after the provider said it does not know the message (N5). */
export function mayBeClaimed(state: DeliveryState): boolean {
  return state === "planned" || state === "retrying" || state === "outcome_unknown";
}

/** Starts the next try; null if this delivery may not be tried now. */
export function claimDelivery<T extends Delivery>(delivery: T, now: Date): T | null {
  if (!mayBeClaimed(delivery.state)) return null;
  return { ...delivery, state: "claimed", claimedAt: now, tryCount: delivery.tryCount + 1 };
}

/** Ends a delivery whose letter is no longer in force; only what was certainly not handed over, never what is in flight. */
export function stopDelivery<T extends Delivery>(delivery: T, reason: string): T & { state: "stopped"; nextCheckAt: null } {
  if (!mayBeClaimed(delivery.state)) throw new Error(`a delivery that is ${delivery.state} cannot be stopped`);
  return { ...delivery, state: "stopped", nextCheckAt: null, lastReason: reason };
}

/** Records what came of a try. Evidence may have overtaken it: a state is never lowered. */
export function applyOutcome<T extends Delivery>(delivery: T, outcome: TryOutcome): T {
  if (outcome.kind === "submitted") return applyEvidence(delivery, { proves: "submitted", at: outcome.at });
  const isOpen = delivery.state === "claimed" || delivery.state === "outcome_unknown";
  if (!isOpen || outcome.tryCount !== delivery.tryCount) return delivery;
  if (outcome.kind === "refused") {
    return applyEvidence(delivery, { proves: outcome.failure, at: outcome.at, reason: outcome.reason });
  }
  const state = outcome.kind === "deferred" ? "retrying" : "outcome_unknown";
  return { ...delivery, state, lastReason: outcome.reason };
}

/** Folds one piece of evidence: commutative, associative and idempotent (R5). */
export function applyEvidence<T extends Delivery>(delivery: T, evidence: DeliveryEvidence): T {
  const { proves, at } = evidence;
  if (isDeliveryFailure(proves)) return applyFailure(delivery, { failure: proves, at, reason: evidence.reason || null });
  const state = rank[proves] > rank[delivery.state] ? proves : delivery.state;
  return {
    ...delivery,
    state,
    submittedAt: proves === "submitted" ? earlier(delivery.submittedAt, at) : delivery.submittedAt,
    acceptedAt: proves === "accepted" ? earlier(delivery.acceptedAt, at) : delivery.acceptedAt,
    deliveredAt: proves === "delivered" ? earlier(delivery.deliveredAt, at) : delivery.deliveredAt,
    readAt: proves === "read" ? earlier(delivery.readAt, at) : delivery.readAt,
  };
}

type Failure = { failure: DeliveryFailure; at: Date; reason: string | null };

/** Of several failures the earliest counts; equal times are settled by the words, so that order cannot matter. */
function applyFailure<T extends Delivery>(delivery: T, incoming: Failure): T {
  const comesFirst = delivery.failedAt === null || compareFailures(incoming, delivery) < 0;
  const outranks = rank[incoming.failure] > rank[delivery.state];
  const replaces = isDeliveryFailure(delivery.state) && comesFirst;
  return {
    ...delivery,
    state: outranks || replaces ? incoming.failure : delivery.state,
    failedAt: comesFirst ? incoming.at : delivery.failedAt,
    lastReason: comesFirst ? incoming.reason : delivery.lastReason,
  };
}

function compareFailures(incoming: Failure, kept: Delivery): number {
  const byTime = incoming.at.getTime() - (kept.failedAt?.getTime() ?? 0);
  if (byTime !== 0) return byTime;
  const byReason = compareText(incoming.reason ?? "", kept.lastReason ?? "");
  if (byReason !== 0) return byReason;
  return isDeliveryFailure(kept.state) ? compareText(incoming.failure, kept.state) : 0;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function earlier(known: Date | null, at: Date): Date {
  return known !== null && known <= at ? known : at;
}

/** The furthest point first; failures rank below everything that is still under way. */
export function compareProgress(a: DeliveryState, b: DeliveryState): number {
  return progress(a) - progress(b);
}

function progress(state: DeliveryState): number {
  return isDeliveryFailure(state) ? -1 : rank[state];
}
