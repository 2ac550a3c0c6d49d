// Who signs a new letter, with the reason: whoever stands in for the office today goes before the one who holds it (m.17, A35).
// A proposal only; the drafter may choose another who has the right.
import type { SigningAuthority } from "../access/contract.ts";
import { dativeOf } from "../institutions/suffix.ts";
import { formatDate } from "../platform/locale/tr.ts";
import { signatureLines } from "./signature-lines.ts";

/** A person with the authority by which they would sign on the day; null where they may not. */
export type PossibleSignatory = { id: string; name: string; authority: SigningAuthority | null };
export type SignatoryProposal = { id: string; kind: SigningAuthority["kind"]; reason: string };

type Able = PossibleSignatory & { authority: SigningAuthority };

/** A proxy means that the holder is away; who delegates a right does not use it meanwhile. */
const order = { proxy: 0, delegation: 1, own: 2 } as const satisfies Record<SigningAuthority["kind"], number>;

/** Null where nobody of the unit may sign this drafter's letter today. */
export function proposeSignatory(people: readonly PossibleSignatory[], drafterId: string): SignatoryProposal | null {
  const able = people
    .filter((person): person is Able => person.authority !== null)
    .toSorted((a, b) => order[a.authority.kind] - order[b.authority.kind]);
  const chosen = able.find(({ id }) => id !== drafterId);
  if (!chosen) return null;
  // Who would have gone before, but has written the letter (N2).
  const passedOver =
    able[0]?.id === drafterId && able[0].authority.kind !== "own" ? " Yerine imza atan kişi yazıyı hazırlayan olduğundan imzalayamaz." : "";
  return { id: chosen.id, kind: chosen.authority.kind, reason: `${reasonOf(chosen)}${passedOver}` };
}

function reasonOf({ name, authority }: Able): string {
  const { kind, title, validFrom, validTo } = authority;
  if (kind === "own") return `${name} bugün ${title} olarak kendi yetkisiyle imza atıyor.`;
  const office = authority.onBehalfOf ?? title;
  const days = validTo ? `${formatDate(validFrom)}–${formatDate(validTo)} günlerinde` : `${formatDate(validFrom)} gününden beri`;
  const right = kind === "proxy" ? `${dativeOf(office)} vekâlet ediyor` : `${office} adına imza yetkisi taşıyor`;
  return `${name}, ${days} ${right}; imza bölümüne “${signatureLines(authority, title)[0]}” yazılır (Yönetmelik m.17).`;
}

/** Whose initials are asked first: not the signatory's own, nor those of whoever is stood in for. */
export function proposeReviewer<T extends PossibleSignatory & { mayInitial: boolean }>(
  people: readonly T[],
  { drafterId, signatory }: { drafterId: string; signatory: SignatoryProposal | null },
): T | null {
  const isStoodInFor = ({ authority }: T) => authority?.kind === "own" && signatory !== null && signatory.kind !== "own";
  return (
    people.find((person) => person.mayInitial && person.id !== drafterId && person.id !== signatory?.id && !isStoodInFor(person)) ?? null
  );
}
