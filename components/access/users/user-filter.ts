"use client";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useEffect, useState } from "react";
import { roles } from "@/lib/access/policy.ts";
import { UserFilter } from "@/lib/access/users-contract.ts";

const parsers = {
  q: parseAsString.withDefault(""),
  role: parseAsStringLiteral(roles),
  province: parseAsInteger,
  state: parseAsStringLiteral(UserFilter.shape.state.unwrap().options),
};

/** The list's filter: the address is its only home. `settled` waits until typing pauses. */
export function useUserFilter() {
  const [shown, setShown] = useQueryStates(parsers, { history: "replace" });
  const q = useSettled(shown.q.slice(0, 100).trim());
  const settled: UserFilter = {};
  if (q) settled.q = q;
  if (shown.role) settled.role = shown.role;
  if (shown.province !== null) settled.province = shown.province;
  if (shown.state) settled.state = shown.state;
  return { shown, setShown, settled };
}

export type UserFilterState = ReturnType<typeof useUserFilter>;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 200);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
