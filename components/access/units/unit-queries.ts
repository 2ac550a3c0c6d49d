"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { amendUnit, listUnits, registerUnit } from "@/lib/access/units-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const key = ["access", "units"] as const;

export const unitsQuery = () => queryOptions({ queryKey: key, queryFn: ({ signal }) => call(listUnits, {}, { signal }) });

type Facts = InputOf<typeof registerUnit>;

/** Registers a new unit, or amends the one given. The form shows its own refusals. */
export function useSaveUnit(known: { unitId: string; version: number } | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ provinceId, ...facts }: Facts) =>
      known ? call(amendUnit, { ...known, ...facts }) : call(registerUnit, { provinceId, ...facts }),
    meta: { handlesErrors: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
