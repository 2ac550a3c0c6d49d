"use client";
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { ExceptionRequest } from "@/components/cards/card-queries.ts";
import { CardExceptionKind } from "@/lib/cards/exceptions.ts";

const parsers = {
  kind: parseAsArrayOf(parseAsStringLiteral(CardExceptionKind.options)),
  owner: parseAsStringLiteral(["mine", "free"]),
  overdue: parseAsStringLiteral(["yes"]),
  after: parseAsString,
};

/** The queue's filter; the address is its only home. */
export function useExceptionFilter() {
  const [shown, set] = useQueryStates(parsers);
  const request = Object.fromEntries(
    Object.entries(shown).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])),
  ) as ExceptionRequest;
  return {
    shown,
    request,
    isFiltered: shown.kind !== null || shown.owner !== null || shown.overdue !== null,
    setShown: (change: Partial<Omit<typeof shown, "after">>) => set({ ...change, after: null }, { history: "replace" }),
    turnTo: (after: string | null) => set({ after }, { history: "push", scroll: true }),
    clear: () => set({ kind: null, owner: null, overdue: null, after: null }, { history: "replace" }),
  };
}
export type ExceptionFilterState = ReturnType<typeof useExceptionFilter>;
