"use client";
import { useSyncExternalStore } from "react";

const changed = "kept-choice";

/** A choice about the screen that this browser remembers (columns, keys): text only, and never a person's data. */
export function useKeptChoice(key: string): [text: string | null, keep: (text: string | null) => void] {
  const text = useSyncExternalStore(
    (notify) => {
      for (const name of [changed, "storage"]) addEventListener(name, notify);
      return () => {
        for (const name of [changed, "storage"]) removeEventListener(name, notify);
      };
    },
    () => localStorage.getItem(key),
    () => null,
  );
  function keep(next: string | null) {
    if (next === null) localStorage.removeItem(key);
    else localStorage.setItem(key, next);
    dispatchEvent(new Event(changed));
  }
  return [text, keep];
}
