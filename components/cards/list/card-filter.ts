"use client";
import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { CardRequest } from "@/components/cards/card-queries.ts";
import { CardSort } from "@/lib/cards/card-contract.ts";
import { cardDesignWords, cardValidityWords, cardWhereaboutsWords, cardWorkWords } from "@/lib/cards/card-words.ts";
import { CardDesign, CardKind, CardValidity, CardWhereabouts, CardWork } from "@/lib/cards/contract.ts";
import { CardExceptionKind, exceptionWords } from "@/lib/cards/exceptions.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { compareTr } from "@/lib/platform/locale/tr.ts";

const parsers = {
  design: parseAsArrayOf(parseAsStringLiteral(CardDesign.options)),
  validity: parseAsArrayOf(parseAsStringLiteral(CardValidity.options)),
  whereabouts: parseAsArrayOf(parseAsStringLiteral(CardWhereabouts.options)),
  work: parseAsArrayOf(parseAsStringLiteral(CardWork.options)),
  kind: parseAsArrayOf(parseAsStringLiteral(CardKind.options)),
  province: parseAsArrayOf(parseAsInteger),
  exception: parseAsArrayOf(parseAsStringLiteral(CardExceptionKind.options)),
  permit: parseAsString,
  sort: parseAsStringLiteral(CardSort.options),
};
const nothing = Object.fromEntries(Object.keys(parsers).map((key) => [key, null])) as { [Key in keyof typeof parsers]: null };

type Shown = ReturnType<typeof useQueryStates<typeof parsers>>[0];

/** Lists one may choose from; the permit comes from its own page alone. */
export type CardFilterField = Exclude<keyof Shown, "sort" | "permit">;

/** The list's filter; the address is its only home. */
export function useCardFilter() {
  const [{ after, ...shown }, set] = useQueryStates({ ...parsers, after: parseAsString });
  const request = Object.fromEntries(
    Object.entries(shown).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])),
  ) as CardRequest;
  return {
    shown,
    after,
    request,
    isFiltered: Object.entries(shown).some(([key, value]) => key !== "sort" && value !== null),
    chosen: (field: CardFilterField): string[] => (shown[field] ?? []).map(String),
    choose: (field: CardFilterField, values: readonly string[]) => set({ ...chosenOf(field, values), after: null }, { history: "replace" }),
    withoutPermit: () => set({ permit: null, after: null }, { history: "replace" }),
    sortBy: (sort: CardSort) => set({ sort: sort === "newest" ? null : sort, after: null }, { history: "replace" }),
    /** Another page is a step that the browser's own "back" undoes. */
    turnTo: (cursor: string | null) => set({ after: cursor }, { history: "push", scroll: true }),
    clear: () => set({ ...nothing, sort: shown.sort, after: null }, { history: "replace" }),
  };
}
function chosenOf(field: CardFilterField, values: readonly string[]) {
  if (values.length === 0) return { [field]: null };
  return { [field]: field === "province" ? values.map(Number) : [...values] };
}

export type CardFilterState = ReturnType<typeof useCardFilter>;

export const fieldLabels: Record<CardFilterField, string> = {
  design: "Tasarım",
  validity: "Geçerlilik",
  whereabouts: "Nerede",
  work: "İş durumu",
  kind: "Tür",
  province: "İl",
  exception: "İstisna",
};

const optionsOf = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }));

const provinces = Array.from({ length: 81 }, (_, index) => ({ value: String(index + 1), label: provinceName(index + 1) ?? "" })).sort(
  (a, b) => compareTr(a.label, b.label),
);

export const fieldOptions: Record<CardFilterField, { value: string; label: string }[]> = {
  design: optionsOf(CardDesign.options, cardDesignWords),
  validity: optionsOf(CardValidity.options, cardValidityWords),
  whereabouts: optionsOf(CardWhereabouts.options, cardWhereaboutsWords),
  work: optionsOf(CardWork.options, cardWorkWords),
  kind: optionsOf(CardKind.options, permitKindWords),
  province: provinces,
  exception: optionsOf(CardExceptionKind.options, exceptionWords),
};

/** "Yeni tasarım", "Dağıtımda ve 2 daha"; null where nothing is chosen. */
export function wordsOf(field: CardFilterField, chosen: readonly string[]): string | null {
  const [first, ...rest] = chosen;
  if (first === undefined) return null;
  const word = fieldOptions[field].find(({ value }) => value === first)?.label ?? first;
  return rest.length === 0 ? word : `${word} ve ${rest.length} daha`;
}
