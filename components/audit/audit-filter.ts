"use client";
import { parseAsString, useQueryStates } from "nuqs";
import { AuditFilter } from "@/lib/audit/contract.ts";

const empty = { action: "", subjectKind: "", subjectId: "", actorName: "", from: "", to: "" };
type Name = keyof typeof empty;
export type ShownFilter = Record<Name, string>;

const parser = parseAsString.withDefault("");
const parsers = { action: parser, subjectKind: parser, subjectId: parser, actorName: parser, from: parser, to: parser };

/** The address is the filter's only home; a field that it cannot mean (half a date) is left out of the question. */
export function useAuditFilter() {
  const [shown, setShown] = useQueryStates(parsers, { history: "replace" });
  const filter: Partial<ShownFilter> = {};
  for (const name of Object.keys(empty) as Name[]) {
    if (shown[name] !== "" && AuditFilter.shape[name].safeParse(shown[name]).success) filter[name] = shown[name];
  }
  return { shown, filter, setShown, clear: () => setShown(empty), isFiltered: Object.keys(filter).length > 0 };
}
