"use client";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import { type CircularFilter, CircularView, Urgency } from "@/lib/circulars/contract.ts";

const parsers = {
  q: parseAsString.withDefault(""),
  state: parseAsStringLiteral(CircularView.options),
  urgency: parseAsStringLiteral(Urgency.options),
};

/** The list's filter: the address is its only home. `settled` waits until typing pauses. */
export function useCircularFilter() {
  const [shown, setShown] = useQueryStates(parsers, { history: "replace" });
  const q = useSettled(shown.q.slice(0, 100), 200).trim();
  const settled: CircularFilter = {
    ...(q && { q }),
    ...(shown.state && { state: shown.state }),
    ...(shown.urgency && { urgency: shown.urgency }),
  };
  const clear = () => setShown({ q: "", state: null, urgency: null });
  return { shown, setShown, settled, clear, isFiltered: Object.keys(settled).length > 0 };
}

export type ShownCircularFilter = ReturnType<typeof useCircularFilter>["shown"];
export type SetCircularFilter = ReturnType<typeof useCircularFilter>["setShown"];
