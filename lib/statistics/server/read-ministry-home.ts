// What an undersecretary reads in a minute (product.md, the fifth job).
import type { z } from "zod";
import { type Actor, can } from "../../access/policy.ts";
import { addDays, startOfLocalDay } from "../../platform/calendar/local-day.ts";
import type { ReadContext } from "../../platform/context.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { readMinistryHome as homeEndpoint } from "../home-contract.ts";
import type { MeasureName } from "../measures.ts";
import { summaryOf } from "../overview.ts";
import { answered } from "./answers.ts";
import { findDispatches, findForecastDays, findSilent, findStuck, findTransitionDay } from "./ministry-home-repository.ts";

type Answer = z.input<typeof homeEndpoint.output>;

const DAY = 86_400_000;
const dispatchDays = 30;
const mostSilent = 10;
const issuedMonths = 13;
const figures: readonly MeasureName[] = ["permits_issued", "applications", "refusals", "in_force", "cards_delivered", "cards_returned"];

export async function readMinistryHome(ctx: ReadContext<Actor>, { seen }: ParsedInputOf<typeof homeEndpoint>): Promise<Answer> {
  const today = localDateOf(ctx.now);
  const month = today.slice(0, 7);
  const since = startOfLocalDay(addDays(today, -dispatchDays));
  const [statistics, transition, stuck, provinces, silent] = await Promise.all([
    answered(ctx, { measure: "permits_issued", today, seen }, (rows) =>
      summaryOf({ filter: { from: month, to: month }, measure: "permits_issued", compare: "year_before", today }, figures, rows),
    ),
    transitionOf(ctx),
    findStuck(ctx.reader, today),
    findDispatches(ctx.reader, { since, today }),
    silentOf(ctx, since, today),
  ]);
  return {
    asOf: statistics.asOf,
    month,
    until: today,
    figures: statistics.counters.map(({ measure, value, previous }) => ({ measure, value, before: previous })),
    issued: statistics.series.slice(-issuedMonths).map(({ month: of, value }) => ({ month: of, value: value ?? 0 })),
    transition,
    stuck: stuck.map(({ oldestOn, ...place }) => ({ ...place, oldestDays: daysBetween(oldestOn, today) })),
    provinces: provinces.map(({ lastAt, ...province }) => ({ ...province, lastAt: lastAt.toISOString() })),
    silent,
  };
}

async function transitionOf({ reader }: ReadContext<Actor>): Promise<Answer["transition"]> {
  const [day, dates] = await Promise.all([findTransitionDay(reader), findForecastDays(reader)]);
  return day && { ...day, dates };
}

async function silentOf({ actor, reader }: ReadContext<Actor>, since: Date, today: string): Promise<Answer["silent"]> {
  if (!can(actor, "circular:read")) return null;
  const rows = await findSilent(reader, { since, most: mostSilent });
  return rows.map(({ dispatchedAt, dueOn, ...recipient }) => ({
    ...recipient,
    days: daysBetween(localDateOf(dispatchedAt), today),
    overdueDays: dueOn === null ? 0 : daysBetween(dueOn, today),
  }));
}

/** Whole days from one legal day to a later one; 0 where it is not later. */
const daysBetween = (from: string, to: string): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY));
