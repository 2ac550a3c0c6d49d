// Who may sign for a unit on a day, and how the signature block then reads. Signing authority is data: in own right,
// by proxy (vekâlet) or by delegation (yetki devri); m.17 of the Regulation on Official Correspondence.

export type SigningAuthority = {
  userId: string;
  unitId: string;
  kind: "own" | "proxy" | "delegation";
  /** The office whose authority is used: the absent one's (proxy) or the delegating one's (delegation). */
  onBehalfOf: string | null;
  /** Legal local dates, "yyyy-MM-dd", both inclusive. */
  validFrom: string;
  validTo: string | null;
};

/** Own right goes before proxy, proxy before delegation, when one person holds several on the same day. */
const precedence = { own: 0, proxy: 1, delegation: 2 } as const satisfies Record<SigningAuthority["kind"], number>;

export type AuthorityQuestion = { userId: string; unitId: string; date: string };

/** The authority by which this person signs for this unit on this day; null if there is none. */
export function authorityOn<T extends SigningAuthority>(authorities: readonly T[], question: AuthorityQuestion): T | null {
  const held = authorities.filter((authority) => isHeld(authority, question));
  return held.sort((a, b) => precedence[a.kind] - precedence[b.kind])[0] ?? null;
}

/** The lines under the name: "İl Müdürü" · "İl Müdürü V." · "Vali a." and "İl Müdürü". */
export function signatureLines({ kind, onBehalfOf }: Pick<SigningAuthority, "kind" | "onBehalfOf">, title: string): string[] {
  if (kind === "proxy") return [`${onBehalfOf ?? title} V.`];
  if (kind === "delegation" && onBehalfOf !== null) return [`${onBehalfOf} a.`, title];
  return [title];
}

function isHeld(authority: SigningAuthority, { userId, unitId, date }: AuthorityQuestion): boolean {
  const begun = authority.validFrom <= date;
  const notEnded = authority.validTo === null || date <= authority.validTo;
  return authority.userId === userId && authority.unitId === unitId && begun && notEnded;
}
