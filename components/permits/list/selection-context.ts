"use client";
// What a bulk act of another word needs of the list's selection; the page hands the act in, as it does the record's panels.
import { createContext, useContext } from "react";
import type { PermitSelection } from "@/lib/permits/selection-contract.ts";

export type ListSelection = {
  /** As it is shown: ticked rows, or all that the filter finds. */
  count: number;
  /** Frozen on the server, anew or as it was frozen for its number. */
  freeze: () => Promise<PermitSelection>;
  isFreezing: boolean;
  leave: () => void;
};

const SelectionContext = createContext<ListSelection | null>(null);
export const SelectionProvider = SelectionContext.Provider;

export function useListSelection(): ListSelection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error("a bulk act stands in the selection bar");
  return selection;
}
