/**
 * How far an address can be trusted (A28): it is fresh while something has proved it within the installation's time, a
 * delivery by its evidence or a person who asked the institution; it ages after that. A letter that came back since outweighs
 * both. Computed at a moment and never stored; the database's address_state() is the same rule.
 */
import { z } from "zod";

export const AddressState = z.enum(["fresh", "ageing", "untried", "returned"]);
export type AddressState = z.infer<typeof AddressState>;

export const ConfirmationWay = z.enum(["phone", "letter", "own_message"]);
export type ConfirmationWay = z.infer<typeof ConfirmationWay>;

export type AddressHistory = { deliveredAt: Date | null; confirmedAt: Date | null; failedAt: Date | null };

const DAY = 86_400_000;

export function addressState({ deliveredAt, confirmedAt, failedAt }: AddressHistory, now: Date, freshDays: number): AddressState {
  const known = Math.max(deliveredAt?.getTime() ?? Number.NEGATIVE_INFINITY, confirmedAt?.getTime() ?? Number.NEGATIVE_INFINITY);
  if (failedAt && failedAt.getTime() > known) return "returned";
  if (known === Number.NEGATIVE_INFINITY) return "untried";
  return known < now.getTime() - freshDays * DAY ? "ageing" : "fresh";
}
