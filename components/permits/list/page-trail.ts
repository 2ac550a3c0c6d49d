"use client";

/**
 * Which page each page was reached from: the server only knows the way forward. Kept while the tab lives; a page opened
 * by its address alone leads back to the first one.
 */
const cameFrom = new Map<string, { previous: string | null; page: number }>();

export function rememberStep(from: string | null, to: string): void {
  cameFrom.set(to, { previous: from, page: (pageOf(from) ?? 1) + 1 });
}

/** Null where it is not known. */
export function pageOf(cursor: string | null): number | null {
  return cursor === null ? 1 : (cameFrom.get(cursor)?.page ?? null);
}

export const previousOf = (cursor: string): string | null => cameFrom.get(cursor)?.previous ?? null;
