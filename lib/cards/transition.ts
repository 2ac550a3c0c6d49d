// The transition from the old card design to the new one (domain.md §4). On every day each permit in force whose kind has a
// card stands in exactly one of five parts, so that the parts sum to the permits (X1). No rule here or elsewhere makes an old
// card invalid for being old: it is good until the day printed on it (X4).
import { effectiveInterval, type Validity } from "../permits/permit.ts";
import type { CardDesign } from "./contract.ts";
import type { TransitionPart } from "./transition-part.ts";

/** What the partition reads of a permit; `endedOn` is the first day without effect. */
export type CountedPermit = Validity & { endedOn: string | null };

/** What it reads of a card: legal local days of its acts, null where there was none. */
export type CountedCard = {
  design: CardDesign;
  validFrom: string;
  validTo: string | null;
  requestedOn: string;
  activatedOn: string | null;
  invalidatedOn: string | null;
};

/** Whether a permit has effect on a day; one that is extended ahead of time counts until its successor begins. */
export function isInForceOn(permit: CountedPermit, day: string): boolean {
  const interval = effectiveInterval(permit);
  return interval !== null && interval.from <= day && (interval.until === null || day < interval.until);
}

const isInvalidBy = ({ invalidatedOn }: CountedCard, day: string): boolean => invalidatedOn !== null && invalidatedOn <= day;

/** Whether the card is its holder's at the end of the day: handed over or put in force, not invalid, within its days. */
export function isHeldOn(card: CountedCard, day: string): boolean {
  const { activatedOn, validFrom, validTo } = card;
  if (activatedOn === null || activatedOn > day || isInvalidBy(card, day)) return false;
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** Whether a card was asked for and is not there yet at the end of the day. */
export function isAwaitedOn(card: CountedCard, day: string): boolean {
  return card.requestedOn <= day && (card.activatedOn === null || card.activatedOn > day) && !isInvalidBy(card, day);
}

/** The part in which a permit stands at the end of a day, assigned in the order of X1; null where it has no effect. */
export function partOn(permit: CountedPermit, cards: readonly CountedCard[], day: string): TransitionPart | null {
  if (!isInForceOn(permit, day)) return null;
  const held = cards.filter((card) => isHeldOn(card, day));
  if (held.length === 0) return "without_card";
  if (cards.some((card) => isAwaitedOn(card, day))) return "in_replacement";
  if (held.some(({ design }) => design === "new")) return "new";
  return held.some(({ validTo }) => validTo === null) ? "old_open" : "old_ending";
}
