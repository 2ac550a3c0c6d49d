"use client";
import { createSerializer, parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useEffect, useRef } from "react";
import { type StepState, useSteps } from "@/components/statistics/use-steps.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";
import { Axis, Comparison, type readStatistics } from "@/lib/statistics/contract.ts";
import { Dimension, MeasureName } from "@/lib/statistics/measures.ts";
import type { FilterCodes } from "@/lib/statistics/records-link.ts";

const codes = parseAsArrayOf(parseAsString);
const dimensionParsers = Object.fromEntries(Dimension.options.map((dimension) => [dimension, codes])) as Record<Dimension, typeof codes>;

const filterParsers = { from: parseAsString, to: parseAsString, ...dimensionParsers };
const parsers = {
  ...filterParsers,
  measure: parseAsStringLiteral(MeasureName.options),
  compare: parseAsStringLiteral(Comparison.options),
  rows: parseAsStringLiteral(Axis.options),
  columns: parseAsStringLiteral(Axis.options),
};

const serialize = createSerializer(parsers);
const filterKeys = Object.keys(filterParsers) as (keyof typeof filterParsers)[];

export type ShownStatistics = ReturnType<typeof useQueryStates<typeof parsers>>[0];
export type StatisticsChange = Partial<ShownStatistics>;
export type StatisticsRequest = Omit<InputOf<typeof readStatistics>, "seen">;

/** One spelling of a choice, without a question mark: by it steps and saved views are told apart. */
export const queryOf = (shown: StatisticsChange): string => serialize(shown).replace(/^\?/, "");

/** What Keşfet, the table and a frozen figure ask the server about; the address is its only home. */
export function useStatisticsFilter() {
  const [shown, setAddress] = useQueryStates(parsers, { history: "push", scroll: false });
  const query = queryOf(shown);
  const steps = useSteps(query);
  // A panel that still shows the answer before acts on what is chosen by now.
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  return stateOf(shown, query, steps, (change) => {
    const now = latest.current;
    const changed = typeof change === "function" ? change(now) : change;
    const next = { ...now, ...changed };
    if (queryOf(next) === queryOf(now)) return;
    latest.current = next;
    steps.push(queryOf(next));
    void setAddress(changed);
  });
}

type SetStatistics = (change: StatisticsChange | ((now: ShownStatistics) => StatisticsChange)) => void;

function stateOf(shown: ShownStatistics, query: string, steps: StepState, set: SetStatistics) {
  const measure = shown.measure ?? "permits_issued";
  const codesOf = (dimension: Dimension): readonly string[] => shown[dimension] ?? [];
  return {
    shown,
    query,
    steps,
    set,
    measure,
    compare: shown.compare ?? "year_before",
    codesOf,
    /** The codes and the period alone, as the records' link and the requests want them. */
    codes: filterOf(shown),
    activeFields: [...(shown.from || shown.to ? (["period"] as const) : []), ...Dimension.options.filter((one) => codesOf(one).length > 0)],
    setCodes: (dimension: Dimension, chosen: readonly string[]) => set({ [dimension]: chosen.length > 0 ? [...chosen] : null }),
    setPeriod: (from: string | null, to: string | null) => set({ from, to }),
    /** A press chooses one value or lets it go; with Shift or Ctrl it adds one or takes one away. */
    toggle: (dimension: Dimension, code: string, adds: boolean) =>
      set((now) => ({ [dimension]: toggled(now[dimension] ?? [], code, adds) })),
    clear: () => set(cleared(filterKeys)),
    /** Another page of statistics with the same choice. */
    hrefOf: (path: string, change: StatisticsChange = {}) => `${path}${serialize({ ...shown, ...change })}`,
  };
}

export type StatisticsFilterState = ReturnType<typeof stateOf>;
export type FilterFieldName = StatisticsFilterState["activeFields"][number];

function toggled(chosen: readonly string[], code: string, adds: boolean): string[] | null {
  const isChosen = chosen.includes(code);
  if (!adds) return isChosen && chosen.length === 1 ? null : [code];
  const next = isChosen ? chosen.filter((one) => one !== code) : [...chosen, code];
  return next.length > 0 ? next : null;
}

const cleared = (keys: readonly string[]): StatisticsChange => Object.fromEntries(keys.map((key) => [key, null]));

export function filterOf(shown: StatisticsChange): FilterCodes {
  return Object.fromEntries(filterKeys.flatMap((key) => (shown[key]?.length ? [[key, shown[key]]] : []))) as FilterCodes;
}

/** The address's own words as the server reads them. */
export function requestOf({ codes, measure, compare }: StatisticsFilterState): StatisticsRequest {
  const words = Object.entries(codes).map(([key, value]) => [key, Array.isArray(value) ? value.join(",") : value]);
  return { ...Object.fromEntries(words), measure, compare };
}
