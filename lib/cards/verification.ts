// What a stranger with a card in hand is told: one outcome in plain words, never the record. An old card is never called
// invalid for being old (X4, the letter's promise of 11.03.2026).
import { validityOn } from "./card.ts";
import type { CardDesign, InvalidReason, StoredValidity } from "./contract.ts";
import type { CardOutcome, ExpectedDesign } from "./verification-contract.ts";

export type VerifiedState = {
  validity: StoredValidity;
  invalidReason: InvalidReason | null;
  validFrom: string;
  validTo: string | null;
  permitStatus: string;
};

/** Lost and stolen are one answer: which of the two is nobody's business at a counter. */
const outcomeOfReason: Record<InvalidReason, CardOutcome> = {
  reported_lost: "reported_lost_or_stolen",
  reported_stolen: "reported_lost_or_stolen",
  damaged: "replaced",
  data_error: "replaced",
  replaced: "replaced",
  permit_ended_early: "cancelled",
};

export function outcomeOn(card: VerifiedState, day: string): CardOutcome {
  if (card.permitStatus === "cancelled" || card.permitStatus === "void") return "cancelled";
  const validity = validityOn(card, day);
  if (validity === "invalidated") return card.invalidReason ? outcomeOfReason[card.invalidReason] : "cancelled";
  return validity === "pending" ? "not_yet" : validity;
}

export type DesignDays = { design: CardDesign; issueFrom: string; issueUntil: string | null; graceDays: number };

/** The look a card of that day of issue should have; within the days of grace either one. Without a day it is what the record says. */
export function designOn(generations: readonly DesignDays[], issuedOn: string | null, recorded: CardDesign): ExpectedDesign {
  if (issuedOn === null) return recorded;
  const issued = generations.filter((days) => days.issueFrom <= issuedOn && issuedOn <= lastDayOf(days));
  if (issued.length === 0) return recorded;
  return issued.length > 1 ? "either" : (issued[0]?.design ?? recorded);
}

function lastDayOf({ issueUntil, graceDays }: DesignDays): string {
  if (issueUntil === null) return "9999-12-31";
  const last = new Date(`${issueUntil}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + graceDays);
  return last.toISOString().slice(0, 10);
}
