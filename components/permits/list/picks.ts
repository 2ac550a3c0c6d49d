"use client";
import { useState } from "react";

/** Rows ticked by hand, kept while one turns pages; a new filter begins a new selection. */
export function usePicks(query: string) {
  const [state, setState] = useState<{ query: string; ids: ReadonlySet<string> }>({ query, ids: new Set() });
  const ids = state.query === query ? state.ids : new Set<string>();
  const has = (id: string) => ids.has(id);
  return {
    ids: [...ids],
    has,
    stateOf(page: readonly string[]): boolean | "indeterminate" {
      const count = page.filter(has).length;
      if (count === 0) return false;
      return count === page.length ? true : "indeterminate";
    },
    set(changed: readonly string[], on: boolean) {
      const next = new Set(ids);
      for (const id of changed) {
        if (on) next.add(id);
        else next.delete(id);
      }
      setState({ query, ids: next });
    },
    clear: () => setState({ query, ids: new Set() }),
  };
}

export type Picks = ReturnType<typeof usePicks>;
