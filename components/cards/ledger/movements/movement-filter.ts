"use client";
import { useQueryStates } from "nuqs";
import { movementParsers } from "@/components/cards/ledger/ledger-hrefs.ts";
import { MovementFilter } from "@/lib/cards/ledger-contract.ts";

/** The list's filter; the address is its only home. */
export function useMovementFilter() {
  const [{ after, ...shown }, set] = useQueryStates(movementParsers, { history: "push" });
  return { after, shown, set };
}

export type ShownMovementFilter = ReturnType<typeof useMovementFilter>["shown"];

/** What of the address the ledger can be asked; half a date or an unknown word is left out. */
export function lawful(shown: ShownMovementFilter): MovementFilter {
  const told = Object.entries(shown).filter(([, value]) => value !== null && value !== "");
  const fields = MovementFilter.shape;
  return Object.fromEntries(told.filter(([name, value]) => fields[name as keyof typeof fields].safeParse(value).success));
}
