/**
 * What has changed between two versions of a distribution list. An order is compared by who overtook whom: an institution
 * that others were put before has not moved, however its number reads.
 */
import type { RecipientRole } from "./contract.ts";

export type ListedInstitution = { institutionId: string; name: string; role: RecipientRole };
export type ListState = { name: string; members: readonly ListedInstitution[] };

/** Places count from 1. */
export type ListComparison = {
  renamed: { before: string; after: string } | null;
  added: (ListedInstitution & { place: number })[];
  removed: (ListedInstitution & { place: number })[];
  roles: { institutionId: string; name: string; before: RecipientRole; after: RecipientRole }[];
  moved: { institutionId: string; name: string; before: number; after: number }[];
};

export type ListChanges = { added: number; removed: number; roles: number; moved: number; renamed: boolean };

type Common = ListedInstitution & { before: number; after: number; roleBefore: RecipientRole };

export function compareLists(before: ListState, after: ListState): ListComparison {
  const places = placesOf(before.members);
  const remaining = new Set(after.members.map(({ institutionId }) => institutionId));
  const common = after.members.flatMap((member, index): Common[] => {
    const place = places.get(member.institutionId);
    const earlier = place === undefined ? undefined : before.members[place - 1];
    return place && earlier ? [{ ...member, before: place, after: index + 1, roleBefore: earlier.role }] : [];
  });
  const unmoved = longestRise(common.map((member) => member.before));
  return {
    renamed: before.name === after.name ? null : { before: before.name, after: after.name },
    added: withPlaces(after.members).filter(({ institutionId }) => !places.has(institutionId)),
    removed: withPlaces(before.members).filter(({ institutionId }) => !remaining.has(institutionId)),
    roles: common
      .filter(({ role, roleBefore }) => role !== roleBefore)
      .map(({ institutionId, name, role, roleBefore }) => ({ institutionId, name, before: roleBefore, after: role })),
    moved: common
      .filter((_, index) => !unmoved.has(index))
      .map((member) => ({ institutionId: member.institutionId, name: member.name, before: member.before, after: member.after })),
  };
}

export function changesOf({ renamed, added, removed, roles, moved }: ListComparison): ListChanges {
  return { added: added.length, removed: removed.length, roles: roles.length, moved: moved.length, renamed: renamed !== null };
}

export const isSame = ({ renamed, added, removed, roles, moved }: ListChanges): boolean =>
  !renamed && added + removed + roles + moved === 0;

const withPlaces = (members: readonly ListedInstitution[]) => members.map((member, index) => ({ ...member, place: index + 1 }));

const placesOf = (members: readonly ListedInstitution[]) => new Map(members.map(({ institutionId }, index) => [institutionId, index + 1]));

/** Indexes of a longest rising row of numbers: the fewest members stand outside it. */
function longestRise(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    const length = firstNotBelow(ends, numbers, number);
    previous[index] = ends[length - 1];
    ends[length] = index;
  }
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.add(at);
  return rise;
}

/** How many of the rows found so far end below the number. */
function firstNotBelow(ends: readonly number[], numbers: readonly number[], number: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
