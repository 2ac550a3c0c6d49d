"use client";
import { createSerializer, parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { countPermits } from "@/lib/permits/contract.ts";
import { ApplicationType, PermitCard, PermitFilter, PermitKind, PermitSort, PermitState, Sex } from "@/lib/permits/contract.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const parsers = {
  kind: parseAsArrayOf(parseAsStringLiteral(PermitKind.options)),
  state: parseAsArrayOf(parseAsStringLiteral(PermitState.options)),
  province: parseAsArrayOf(parseAsInteger),
  nationality: parseAsArrayOf(parseAsString),
  sector: parseAsArrayOf(parseAsString),
  occupation: parseAsArrayOf(parseAsString),
  card: parseAsArrayOf(parseAsStringLiteral(PermitCard.options)),
  sex: parseAsArrayOf(parseAsStringLiteral(Sex.options)),
  type: parseAsArrayOf(parseAsStringLiteral(ApplicationType.options)),
  age: parseAsArrayOf(parseAsString),
  size: parseAsArrayOf(parseAsString),
  education: parseAsArrayOf(parseAsString),
  employer: parseAsString,
  samePersonAs: parseAsString,
  startFrom: parseAsString,
  startTo: parseAsString,
  endFrom: parseAsString,
  endTo: parseAsString,
  registeredFrom: parseAsString,
  registeredTo: parseAsString,
  endedFrom: parseAsString,
  endedTo: parseAsString,
  inForceOn: parseAsString,
  changedSince: parseAsString,
  expiringIn: parseAsInteger,
  openEnded: parseAsStringLiteral(["yes", "no"]),
  sort: parseAsStringLiteral(PermitSort.options),
};

const serialize = createSerializer(parsers);
const nothing = Object.fromEntries(Object.keys(parsers).map((key) => [key, null])) as { [Key in keyof typeof parsers]: null };

/** What the server is asked: the address's own words. */
export type PermitRequest = InputOf<typeof countPermits>;
export type ShownPermitFilter = ReturnType<typeof useQueryStates<typeof parsers>>[0];
export type PermitFilterChange = Partial<ShownPermitFilter>;

/** The list's filter; the address is its only home. `query` is its one spelling, by which saved views are told apart. */
export function usePermitFilter() {
  const [{ after, ...shown }, set] = useQueryStates({ ...parsers, after: parseAsString });
  const query = queryOf(shown);
  return {
    shown,
    after,
    query,
    isFiltered: Object.entries(shown).some(([key, value]) => key !== "sort" && value !== null),
    setShown: (change: PermitFilterChange) => set({ ...change, after: null }, { history: "replace" }),
    /** Another page is a step that the browser's own "back" undoes. */
    turnTo: (cursor: string | null) => set({ after: cursor }, { history: "push", scroll: true }),
    clear: () => set({ ...nothing, sort: shown.sort, after: null }, { history: "replace" }),
  };
}

export type PermitFilterState = ReturnType<typeof usePermitFilter>;

/** "kind=fixed_term&state=in_force", without a question mark; empty for no filter. */
export const queryOf = (shown: PermitFilterChange): string => serialize(shown).replace(/^\?/, "");

/** Null for an address that holds no lawful filter. */
export function requestOf(query: string): PermitRequest | null {
  const request = Object.fromEntries(new URLSearchParams(query));
  return PermitFilter.safeParse(request).success ? request : null;
}

/** The address of the list with a filter. */
export const listHrefOf = (shown: PermitFilterChange): string => serialize("/permits", shown);
