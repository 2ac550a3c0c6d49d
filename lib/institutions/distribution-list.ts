/**
 * A distribution list is an ordered set of institutions with their roles, from which a letter's Dağıtım is written
 * (Yönetmelik m.19). An institution stands on a list once, so that a letter reaches it once (domain.md N4).
 */
import type { InvalidParam } from "../platform/errors.ts";

/** Institutions named a second time, at `members.N.institutionId`. */
export function repeatedMembers(members: readonly { institutionId: string }[]): InvalidParam[] {
  const first = new Map<string, number>();
  return members.flatMap(({ institutionId }, index) => {
    const earlier = first.get(institutionId);
    if (earlier === undefined) {
      first.set(institutionId, index);
      return [];
    }
    return [{ path: `members.${index}.institutionId`, message: `Bu kurum listede ${earlier + 1}. sırada da var; birini çıkarın.` }];
  });
}
