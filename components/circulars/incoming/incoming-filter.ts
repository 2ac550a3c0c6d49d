"use client";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { incomingStates } from "@/components/circulars/incoming/incoming-looks.ts";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import type { IncomingFilter } from "@/lib/circulars/incoming-contract.ts";

const parsers = { q: parseAsString.withDefault(""), state: parseAsStringLiteral([...incomingStates]) };

/** The list's filter: the address is its only home. `settled` waits until typing pauses. */
export function useIncomingFilter() {
  const [shown, setShown] = useQueryStates(parsers, { history: "replace" });
  const q = useSettled(shown.q.slice(0, 100), 200).trim();
  const settled: IncomingFilter = { ...(q && { q }), ...(shown.state && { state: shown.state }) };
  const clear = () => setShown({ q: "", state: null });
  return { shown, setShown, settled, clear, isFiltered: Object.keys(settled).length > 0 };
}
