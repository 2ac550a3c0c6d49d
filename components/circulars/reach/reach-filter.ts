"use client";
import { parseAsNumberLiteral, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { type ReachFilter, reachPeriods } from "@/lib/circulars/reach-contract.ts";

export const reachMeasures = ["address", "letters"] as const;
export type ReachMeasure = (typeof reachMeasures)[number];

const parsers = {
  measure: parseAsStringLiteral(reachMeasures).withDefault("address"),
  days: parseAsNumberLiteral(reachPeriods).withDefault(30),
  circular: parseAsString,
  sort: parseAsStringLiteral(["share", "whole", "part", "rest", "name"]).withDefault("share"),
};

/** What the map is about: the address of the page is its only home. */
export function useReachFilter() {
  const [shown, set] = useQueryStates(parsers, { history: "replace" });
  const asked: ReachFilter = shown.circular ? { circularId: shown.circular } : { days: shown.days };
  return { shown, set, asked };
}

export type ReachFilterState = ReturnType<typeof useReachFilter>;
export type ReachSort = ReachFilterState["shown"]["sort"];
