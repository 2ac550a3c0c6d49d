/**
 * The order of a letter's Dağıtım by protocol (Yönetmelik m.19; Kılavuz 16.1 names such an order without printing it). Until
 * an office names its own, ours is made of what the directory knows: who stands above the provincial directorate, then the
 * kind of the institution, and bodies that are not public after the public ones. It is shown to whoever uses it (decision 050).
 */
import type { InstitutionKind, InstitutionRow } from "./contract.ts";

/** What the order looks at. */
export type ProtocolPlace = Pick<InstitutionRow, "kind" | "relation">;

/** The kinds of one step stand together, in this order. */
const kindSteps = {
  governorship: 1,
  university: 2,
  district_governorship: 3,
  municipality: 4,
  law_enforcement: 5,
  provincial_directorate: 6,
  foundation: 7,
  professional_body: 8,
  union: 9,
  other: 10,
} as const satisfies Record<InstitutionKind, number>;

/** Turkish, as the rule is shown; step 0 is everybody above the writer, whatever their kind, and step 11 ends the list. */
export const protocolSteps = [
  "Üst makamlar",
  "Valilik",
  "Üniversiteler",
  "Kaymakamlıklar",
  "Belediyeler",
  "Emniyet ve jandarma",
  "İl müdürlükleri",
  "Vakıflar",
  "Odalar ve borsalar",
  "Birlikler",
  "Öteki kamu kurumları",
  "Öteki tüzel kişiler",
] as const;

export function protocolStep({ kind, relation }: ProtocolPlace): number {
  if (relation === "superior") return 0;
  if (kind === "other" && relation === "private_body") return protocolSteps.length - 1;
  return kindSteps[kind];
}

/** Those of one step keep the order they have. */
export function inProtocolOrder<Member>(
  members: readonly Member[],
  institutionOf: (member: Member) => ProtocolPlace | undefined,
): Member[] {
  const last = protocolSteps.length;
  const step = (member: Member) => {
    const institution = institutionOf(member);
    return institution ? protocolStep(institution) : last;
  };
  return members.toSorted((a, b) => step(a) - step(b));
}
