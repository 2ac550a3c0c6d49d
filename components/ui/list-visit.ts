"use client";
import { useState } from "react";

/** `search` is the list's filter in its address, `id` the row that was opened. */
type ListVisit = { search: string; id: string };

// By the list's path. Only event handlers write it, so it never exists on the server.
const visits = new Map<string, ListVisit>();

/** Keeps filter and row of a list, so that "back" leads to the same row (ux.md, "back link that keeps the filter"). */
export function rememberVisit(list: string, visit: ListVisit): void {
  visits.set(list, visit);
}

export function useListVisit(list: string): ListVisit | null {
  const [visit] = useState(() => visits.get(list) ?? null);
  return visit;
}

/** The way back to a list as it was left. */
export function useListHref(list: string): string {
  const search = useListVisit(list)?.search;
  return search ? `${list}?${search}` : list;
}
