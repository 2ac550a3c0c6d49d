"use client";
import { createSerializer, parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { CardKind } from "@/lib/cards/contract.ts";
import type { readTransition } from "@/lib/cards/transition-contract.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

export const provinceSorts = ["old", "share", "open", "end", "name"] as const;
export type ProvinceSort = (typeof provinceSorts)[number];

const parsers = {
  kind: parseAsArrayOf(parseAsStringLiteral(CardKind.options)),
  province: parseAsInteger,
  sort: parseAsStringLiteral(provinceSorts),
  /** Early replacement: cards a month, from which month, and until when those without an end. */
  perMonth: parseAsInteger,
  fromMonth: parseAsString,
  openBy: parseAsString,
};

const serialize = createSerializer(parsers);

/** The page's state; the address is its only home. */
export function useTransitionFilter() {
  const [shown, set] = useQueryStates(parsers, { history: "replace" });
  const { kind, province } = shown;
  const words = { ...(kind?.length && { kind: kind.join(",") }), ...(province !== null && { province: String(province) }) };
  const request: InputOf<typeof readTransition> = words;
  return {
    shown,
    set,
    request,
    /** The old cards in force as a statistics table, where a figure can be frozen under a link. */
    freezeHref: `/statistics/table?${new URLSearchParams({ measure: "in_force", rows: "kind", design: "old", ...words })}`,
    hrefOf: (plate: number) => `/transition${serialize({ ...shown, province: plate === province ? null : plate })}`,
  };
}

export type TransitionFilterState = ReturnType<typeof useTransitionFilter>;
