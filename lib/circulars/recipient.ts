// A recipient of a circular: what its office declared itself (acknowledgement, action) or what was waived for it;
// without any of these, the furthest of its deliveries. Deemed read is a label with its rule and date, not a legal
// conclusion, and is never stored (N7).
import { compareProgress, type Delivery, type DeliveryState } from "./delivery.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type RecipientRole = "action" | "information";

export type RecipientState = DeliveryState | "deemed_read" | "acknowledged" | "action_reported" | "waived";

/** After how long a channel's delivered but unread message counts as read; null where no such rule is known. */
export type DeemedReadRule = { id: string; afterHours: number };

/** KEP: delivered but unread for 24 hours counts as read (letter.md C.1). */
export const kepDeemedReadRule: DeemedReadRule = { id: "kep_24h", afterHours: 24 };

export type RecipientDelivery = Pick<Delivery, "state" | "deliveredAt" | "readAt"> & { channel: string };

export type Recipient = {
  role: RecipientRole;
  acknowledgedAt: Date | null;
  actionReportedAt: Date | null;
  waivedAt: Date | null;
};

export type DeemedReading = { at: Date; rule: DeemedReadRule };

export function deemedReadRuleOf(channel: string): DeemedReadRule | null {
  return channel === "kep" ? kepDeemedReadRule : null;
}

/** When and by which rule an unread delivery counts as read; null while it does not. */
export function deemedReading(delivery: RecipientDelivery, now: Date): DeemedReading | null {
  const rule = deemedReadRuleOf(delivery.channel);
  if (rule === null || delivery.state !== "delivered" || delivery.deliveredAt === null) return null;
  const at = new Date(delivery.deliveredAt.getTime() + rule.afterHours * HOUR);
  return at <= now ? { at, rule } : null;
}

export function isDeemedRead(delivery: RecipientDelivery, now: Date): boolean {
  return deemedReading(delivery, now) !== null;
}

/** The one state the board shows; `deliveries` are those of the letter itself, oldest first (not of reminders). */
export function recipientState(recipient: Recipient & { deliveries: readonly RecipientDelivery[] }, now: Date): RecipientState {
  const declared = declaredState(recipient);
  if (declared !== null) return declared;
  const furthest = furthestDelivery(recipient.deliveries);
  if (furthest === null) return "planned";
  const isDeemed = furthest.state === "delivered" && recipient.deliveries.some((delivery) => isDeemedRead(delivery, now));
  return isDeemed ? "deemed_read" : furthest.state;
}

/** The delivery that tells where the letter stands: the furthest one, of equals the latest. */
export function furthestDelivery<T extends RecipientDelivery>(deliveries: readonly T[]): T | null {
  return deliveries.reduce<T | null>(
    (best, delivery) => (best === null || compareProgress(delivery.state, best.state) >= 0 ? delivery : best),
    null,
  );
}

/** N10: nothing more is expected of this recipient. */
export function isTerminal(recipient: Recipient): boolean {
  if (recipient.waivedAt !== null || recipient.actionReportedAt !== null) return true;
  return recipient.role === "information" && recipient.acknowledgedAt !== null;
}

/** The letter is there: shown by evidence, or by an answer from whoever has it. */
export function isReached(recipient: Recipient & { deliveries: readonly Pick<RecipientDelivery, "deliveredAt" | "readAt">[] }): boolean {
  return hasAnswered(recipient) || recipient.deliveries.some(({ deliveredAt, readAt }) => deliveredAt !== null || readAt !== null);
}

export const hasAnswered = ({ acknowledgedAt, actionReportedAt }: Recipient): boolean =>
  acknowledgedAt !== null || actionReportedAt !== null;

/** "Kimden haber yok": neither acknowledged, nor acted, nor waived. */
export function isSilent(recipient: Recipient): boolean {
  return recipient.acknowledgedAt === null && recipient.actionReportedAt === null && recipient.waivedAt === null;
}

/** Whole days past the due date (both "yyyy-MM-dd"); 0 while in time or when nothing is expected any more. */
export function overdueDays(recipient: Recipient & { dueOn: string | null }, today: string): number {
  if (recipient.dueOn === null || isTerminal(recipient)) return 0;
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(recipient.dueOn)) / DAY));
}

/** A fulfilled expectation stands above a waiver, a waiver above a mere acknowledgement of a letter that asks for action. */
function declaredState({ role, acknowledgedAt, actionReportedAt, waivedAt }: Recipient): RecipientState | null {
  if (role === "action" && actionReportedAt !== null) return "action_reported";
  // Information expects at most an acknowledgement (N9): a reported action proves that much.
  const hasAcknowledged = acknowledgedAt !== null || actionReportedAt !== null;
  if (role === "information" && hasAcknowledged) return "acknowledged";
  if (waivedAt !== null) return "waived";
  return hasAcknowledged ? "acknowledged" : null;
}
