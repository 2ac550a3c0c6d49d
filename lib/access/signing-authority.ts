// Who may sign for a unit on a day. Signing authority is data: in own right, by proxy (vekâlet) or by delegation
// (yetki devri); m.17 of the Regulation on Official Correspondence.
import type { SigningAuthority } from "./contract.ts";

/** An authority as it was given: to one person, for one unit; its days are legal local dates, both inclusive. */
export type GivenAuthority = Pick<SigningAuthority, "kind" | "onBehalfOf" | "validFrom" | "validTo"> & { userId: string; unitId: string };

/** Own right goes before proxy, proxy before delegation, when one person holds several on the same day. */
const precedence = { own: 0, proxy: 1, delegation: 2 } as const satisfies Record<GivenAuthority["kind"], number>;

export type AuthorityQuestion = { userId: string; unitId: string; date: string };

/** The authority by which this person signs for this unit on this day; null if there is none. */
export function authorityOn<T extends GivenAuthority>(authorities: readonly T[], question: AuthorityQuestion): T | null {
  const held = authorities.filter((authority) => isHeld(authority, question));
  return held.sort((a, b) => precedence[a.kind] - precedence[b.kind])[0] ?? null;
}

/** `isEnded`: taken back before its last day. */
export type AuthorityDays = { validFrom: string; validTo: string | null; isEnded: boolean };

export function authorityState({ validFrom, validTo, isEnded }: AuthorityDays, today: string): "upcoming" | "in_force" | "over" | "ended" {
  if (isEnded) return "ended";
  if (today < validFrom) return "upcoming";
  return validTo === null || today <= validTo ? "in_force" : "over";
}

function isHeld(authority: GivenAuthority, { userId, unitId, date }: AuthorityQuestion): boolean {
  const begun = authority.validFrom <= date;
  const notEnded = authority.validTo === null || date <= authority.validTo;
  return authority.userId === userId && authority.unitId === unitId && begun && notEnded;
}
