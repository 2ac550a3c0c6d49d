"use client";
import { useState } from "react";

export type ListName = "incoming" | "circulars";
type ListVisit = { search: string; id: string };

// Only event handlers write it, so it never exists on the server.
const visits = new Map<ListName, ListVisit>();

/** Keeps filter and row of a list, so that "back" leads to the same row (ux.md, "back link that keeps the filter"). */
export function rememberVisit(list: ListName, visit: ListVisit): void {
  visits.set(list, visit);
}

export function useListVisit(list: ListName): ListVisit | null {
  const [visit] = useState(() => visits.get(list) ?? null);
  return visit;
}

const paths: Record<ListName, string> = { incoming: "/incoming", circulars: "/circulars" };

/** The way back to a list as it was left. */
export function useListHref(list: ListName): string {
  const search = useListVisit(list)?.search;
  return search ? `${paths[list]}?${search}` : paths[list];
}
