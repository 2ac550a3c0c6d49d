// S2: the exact count of the country's permit list from the read model, where its filter says nothing that the model does not
// hold; all else is counted by PostgreSQL.
import type { Actor } from "../../access/policy.ts";
import type { PermitFilter, PermitState } from "../../permits/contract.ts";
import { countPermitsInDatabase as countInDatabase } from "../../permits/server/queries.ts";
import { addDays } from "../../platform/calendar/local-day.ts";
import type { ReadContext } from "../../platform/context.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { log } from "../../platform/log.ts";
import type { Dimension } from "../measures.ts";
import { statuses } from "./column-codes.ts";
import { columnScope, restricted } from "./column-conditions.ts";
import { always, dayNumber, never } from "./column-days.ts";
import { currentModel } from "./current-model.ts";
import type { ReadModel } from "./read-model.ts";

export async function countPermits(ctx: ReadContext<Actor>, filter: PermitFilter): Promise<{ total: number; asOf: string }> {
  return (await countInColumns(ctx, filter)) ?? (await countInDatabase(ctx, filter));
}

/** A province's count is quick in the database itself, and of this very moment. */
async function countInColumns({ reader, now }: ReadContext<Actor>, filter: PermitFilter): Promise<{ total: number; asOf: string } | null> {
  const model = currentModel();
  if (!model || reader.scope.kind !== "country" || !isExpressible(filter)) return null;
  try {
    const demands = [columnScope(reader.scope), ...demandsOf(filter, localDateOf(now), model)];
    const { at, total } = await model.count(`SELECT count(*)::INTEGER FROM permit WHERE ${demands.join(" AND ")}`);
    return { total, asOf: at };
  } catch (error) {
    log().warn({ error: error instanceof Error ? error.message : String(error) }, "the statistics' read model did not count");
    return null;
  }
}

/** Until 2016-09-08 Türkiye changed its clock, which the list's days do not; beyond 2080 days are kept as one. */
const sameClockFrom = "2016-09-09";
const farDay = "2080-01-01";
const dayFields = [
  "startFrom",
  "startTo",
  "endFrom",
  "endTo",
  "registeredFrom",
  "registeredTo",
  "endedFrom",
  "endedTo",
  "inForceOn",
] as const;

function isExpressible(filter: PermitFilter): boolean {
  if (filter.employer || filter.samePersonAs || filter.changedSince) return false;
  const { registeredFrom = sameClockFrom, registeredTo = sameClockFrom } = filter;
  if (registeredFrom < sameClockFrom || registeredTo < sameClockFrom) return false;
  return dayFields.every((field) => (filter[field] ?? "2000-01-01") >= "1920-01-01" && (filter[field] ?? "") < farDay);
}

const dimensions: Partial<Record<keyof PermitFilter, Dimension>> = {
  kind: "kind",
  province: "province",
  nationality: "nationality",
  sector: "sector",
  occupation: "occupation",
  card: "design",
  sex: "sex",
  type: "type",
  age: "age",
  size: "size",
  education: "education",
};

function demandsOf(filter: PermitFilter, today: string, model: ReadModel): string[] {
  const lists = Object.entries(dimensions).flatMap(([field, dimension]) => {
    const codes = (filter[field as keyof PermitFilter] as readonly (string | number)[] | undefined) ?? [];
    return codes.length > 0 ? [restricted({ dimension, codes: codes.map(String) }, model.nationalities)] : [];
  });
  const { state, openEnded, expiringIn, inForceOn } = filter;
  return [
    ...lists,
    ...(state?.length ? [`(${state.map((one) => stateText(one, today)).join(" OR ")})`] : []),
    ...(openEnded ? [`valid_to ${openEnded === "yes" ? "=" : "<>"} ${always}`] : []),
    ...(expiringIn === undefined ? [] : [`${stateText("in_force", today)} AND valid_to <= ${dayNumber(addDays(today, expiringIn))}`]),
    ...(inForceOn ? [inForceText(dayNumber(inForceOn))] : []),
    ...dayDemands(filter),
  ];
}

const columns = { start: "begun", end: "valid_to", registered: "issued", ended: "ended_on" } as const;

function dayDemands(filter: PermitFilter): string[] {
  return Object.entries(columns).flatMap(([field, column]) => {
    const from = filter[`${field as keyof typeof columns}From`];
    const to = filter[`${field as keyof typeof columns}To`];
    if (!from && !to) return [];
    return [`${column} BETWEEN ${from ? dayNumber(from) : never + 1} AND ${to ? dayNumber(to) : always - 1}`];
  });
}

/** In force on a day, past or present: `ended` is the first day without effect, of whatever cause. */
const inForceText = (day: number): string => `(status <> ${statuses.indexOf("void") + 1} AND begun <= ${day} AND ended > ${day})`;

/** The same rule as `stateOn` in lib/permits/permit.ts. */
function stateText(state: PermitState, today: string): string {
  const day = dayNumber(today);
  const registered = `status = ${statuses.indexOf("registered") + 1}`;
  if (state === "not_yet") return `(${registered} AND begun > ${day})`;
  if (state === "expired") return `(${registered} AND valid_to < ${day} AND begun <= ${day})`;
  if (state === "in_force") return `(${registered} AND begun <= ${day} AND valid_to >= ${day})`;
  return `status = ${statuses.indexOf(state) + 1}`;
}
