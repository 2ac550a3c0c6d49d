"use client";
import { useState } from "react";

export type ListVisit = { search: string; institutionId: string };

// Only event handlers write it, so it never exists on the server.
let lastVisit: ListVisit | null = null;

/** Keeps filter and row of the directory, so that "back" leads to the same row (ux.md, "back link that keeps the filter"). */
export function rememberVisit(visit: ListVisit): void {
  lastVisit = visit;
}

export function useLastVisit(): ListVisit | null {
  const [visit] = useState(() => lastVisit);
  return visit;
}
