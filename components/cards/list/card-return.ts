"use client";
import { useState } from "react";

type ListVisit = { search: string; cardId: string };

// Only event handlers write it, so it never exists on the server.
let lastVisit: ListVisit | null = null;

/** Keeps filter, page and row of the list, so that "back" leads to the same row (ux.md). */
export function rememberCardVisit(visit: ListVisit): void {
  lastVisit = visit;
}

export function useLastCardVisit(): ListVisit | null {
  const [visit] = useState(() => lastVisit);
  return visit;
}

/** The way back to the list as it was left. */
export function useCardListHref(): string {
  const search = useLastCardVisit()?.search;
  return search ? `/cards?${search}` : "/cards";
}
