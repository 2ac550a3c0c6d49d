"use client";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useEffect, useState } from "react";
import { InstitutionFilter, InstitutionKind } from "@/lib/institutions/contract.ts";

const parsers = {
  q: parseAsString.withDefault(""),
  kind: parseAsStringLiteral(InstitutionKind.options),
  channel: parseAsStringLiteral(InstitutionFilter.shape.channel.unwrap().options),
};

/** The directory's filter: the address is its only home. `settled` waits until typing pauses. */
export function useInstitutionFilter() {
  const [shown, setShown] = useQueryStates(parsers, { history: "replace" });
  const q = useSettled(shown.q.slice(0, 100), 200);
  const settled: InstitutionFilter = {};
  if (q.trim()) settled.q = q.trim();
  if (shown.kind) settled.kind = shown.kind;
  if (shown.channel) settled.channel = shown.channel;
  return { shown, setShown, settled };
}

export type ShownFilter = ReturnType<typeof useInstitutionFilter>["shown"];

export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
