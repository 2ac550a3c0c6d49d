"use client";
import { useQuery } from "@tanstack/react-query";
import type { TransitionFilterState } from "@/components/cards/transition/transition-filter.ts";
import { transitionQueries } from "@/components/cards/transition/transition-queries.ts";
import { replaceEarly } from "@/lib/cards/forecast-what-if.ts";
import type { ReplacementPlan } from "@/lib/cards/transition-contract.ts";

/** Thirds of these are round, too. */
const lengths = [3, 6, 12, 30, 60, 120, 300, 600, 1_200, 3_000, 6_000, 12_000, 30_000, 60_000, 120_000];
/** How many months one may choose to begin in. */
const monthsAhead = 24;

/** The slider's end: about a tenth of the stock in a month. */
export const sliderMost = (stock: number): number => lengths.find((length) => length * 10 >= stock) ?? 300_000;

/** The first day of the month so many months after a day's. */
export function monthAfter(day: string, months: number): string {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}

type Asked = TransitionFilterState["shown"];

/** What is asked, with a lawful value for whatever the address does not say. */
export function replacementOf({ perMonth, fromMonth }: Pick<Asked, "perMonth" | "fromMonth">, { drain }: ReplacementPlan) {
  const most = sliderMost(drain?.alive[0] ?? 0);
  const months = drain ? Array.from({ length: monthsAhead }, (_, index) => monthAfter(drain.asOf, index + 1)) : [];
  const first = months[1] ?? "2027-01-01";
  return {
    most,
    months,
    perMonth: Math.min(most, Math.max(0, perMonth ?? most / 3)),
    fromMonth: months.find((month) => month.slice(0, 7) === fromMonth) ?? first,
  };
}

/** The plan and its sum; nothing for those who may not reckon with it. */
export function useReplacement({ shown, request }: TransitionFilterState, enabled: boolean) {
  const query = useQuery({ ...transitionQueries.plan(request), enabled });
  const { data: plan } = query;
  if (!plan?.drain) return { query, plan: null, asked: null, without: null, whatIf: null };
  const asked = replacementOf(shown, plan);
  return {
    query,
    plan: { ...plan, drain: plan.drain },
    asked,
    without: replaceEarly(plan.drain, { ...asked, perMonth: 0 }, plan.tariffs),
    whatIf: replaceEarly(plan.drain, asked, plan.tariffs),
  };
}

export type Replacement = ReturnType<typeof useReplacement>;
