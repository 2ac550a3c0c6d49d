"use client";
import { useState } from "react";

type ListVisit = { search: string; permitId: string };

// Only event handlers write it, so it never exists on the server.
let lastVisit: ListVisit | null = null;

/** Keeps filter, page and row of the list, so that "back" leads to the same row (ux.md, "back link that keeps the filter"). */
export function rememberPermitVisit(visit: ListVisit): void {
  lastVisit = visit;
}

export function useLastPermitVisit(): ListVisit | null {
  const [visit] = useState(() => lastVisit);
  return visit;
}

/** The way back to the list as it was left. */
export function usePermitListHref(): string {
  const search = useLastPermitVisit()?.search;
  return search ? `/permits?${search}` : "/permits";
}
