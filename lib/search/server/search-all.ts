import { type Actor, can } from "../../access/policy.ts";
import { searchUsers } from "../../access/server/search-users.ts";
import { searchCards } from "../../cards/server/list-cards.ts";
import { searchCirculars } from "../../circulars/server/search-circulars.ts";
import { searchPermits } from "../../permits/server/search-permits.ts";
import type { ReadContext } from "../../platform/context.ts";
import type { Found } from "../contract.ts";

/** Card and serial numbers and barcodes hold a digit; a name alone is no question about cards. */
const isAboutCards = (q: string): boolean => q.length >= 3 && q.length <= 30 && /\d/.test(q) && /^[A-Za-z0-9 ]+$/.test(q);

/** The words are asked beside each other, each only for those who may read it. */
export async function searchAll(ctx: ReadContext<Actor>, { q }: { q: string }): Promise<Found> {
  const { actor } = ctx;
  const [permits, cards, circulars, users] = await Promise.all([
    can(actor, "permit:read") ? searchPermits(ctx, { q }) : { permits: [], employers: [] },
    can(actor, "card:read") && isAboutCards(q) ? searchCards(ctx, { text: q }) : { cards: [] },
    can(actor, "circular:read") ? searchCirculars(ctx, { q }) : { circulars: [], institutions: [], lists: [] },
    can(actor, "user:read") ? searchUsers(q) : [],
  ]);
  return { ...permits, ...cards, ...circulars, users };
}
