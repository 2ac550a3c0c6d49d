"use client";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useEffect, useState } from "react";
import { AddressState } from "@/lib/institutions/address-freshness.ts";
import { InstitutionFilter, InstitutionKind } from "@/lib/institutions/contract.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";

const parsers = {
  q: parseAsString.withDefault(""),
  kind: parseAsStringLiteral(InstitutionKind.options),
  channel: parseAsStringLiteral(InstitutionFilter.shape.channel.unwrap().options),
  address: parseAsStringLiteral(AddressState.options),
  province: parseAsInteger,
};

/** The directory's filter: the address is its only home. `settled` waits until typing pauses. */
export function useInstitutionFilter() {
  const [shown, setShown] = useQueryStates(parsers, { history: "replace" });
  const q = useSettled(shown.q.slice(0, 100), 200).trim();
  const settled: InstitutionFilter = {
    ...(q && { q }),
    ...(shown.kind && { kind: shown.kind }),
    ...(shown.channel && { channel: shown.channel }),
    ...(shown.address && { address: shown.address }),
    ...(shown.province && provinceName(shown.province) && { province: shown.province }),
  };
  const clear = () => setShown({ q: "", kind: null, channel: null, address: null, province: null });
  return { shown, setShown, settled, clear, isFiltered: Object.keys(settled).length > 0 };
}

export type InstitutionFilterState = ReturnType<typeof useInstitutionFilter>;

export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
