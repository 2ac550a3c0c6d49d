"use client";
import { useSyncExternalStore } from "react";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";

const KEPT = 6;
const nothing: readonly PaletteItem[] = [];

// In memory alone: what was opened names people, and no storage of the browser may hold a person's data.
let recent: readonly PaletteItem[] = nothing;
const listeners = new Set<() => void>();

export function rememberItem(item: PaletteItem): void {
  const { shown: _marks, ...plain } = item;
  recent = [{ ...plain, group: "Son açılanlar" }, ...recent.filter(({ href }) => href !== item.href)].slice(0, KEPT);
  for (const notify of listeners) notify();
}

export function useRecentItems(): readonly PaletteItem[] {
  return useSyncExternalStore(
    (notify) => {
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
    () => recent,
    () => nothing,
  );
}
