import { ownBytes } from "../../platform/crypto/digest.ts";
import { dateColumn } from "../../platform/db/local-date.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { CardKind } from "../contract.ts";
import type { ForecastInputs } from "../forecast-inputs.ts";
import type { ForecastResult } from "../forecast-result.ts";
import { type ForecastRow, forecastRows } from "./forecast-sql.ts";

export type NewRun = {
  provinceId: number | null;
  asOf: string;
  inputs: ForecastInputs;
  inputDigest: Uint8Array;
  seed: number;
  result: ForecastResult;
};

/** Puts a day's runs in the place of what was there: a forecast made again from the same day is the same forecast. */
export async function replaceRuns(db: Db, asOf: string, runs: readonly NewRun[], now: Date): Promise<void> {
  await db.tx.forecastRun.deleteMany({ where: { asOf: dateColumn(asOf), ...scopeWhere(db.scope) } });
  await db.tx.forecastRun.createMany({
    data: runs.map((run) => ({ ...run, asOf: dateColumn(run.asOf), inputDigest: ownBytes(run.inputDigest), createdAt: now })),
  });
}

/** Runs of month ends are kept for the back-test; others only for a week. */
export async function pruneRuns({ tx, scope }: Db, before: string): Promise<number> {
  return await tx.$executeRaw`
    DELETE FROM forecast_run r WHERE ${scopeSql(scope, "r.province_id")} AND r.as_of < ${before}::date AND extract(month FROM r.as_of) = extract(month FROM r.as_of + 1)`;
}

export const findForecastRows = ({ tx }: Db, asOf: string): Promise<ForecastRow[]> => tx.$queryRaw<ForecastRow[]>(forecastRows(asOf));

export type CutOver = { on: string; graceDays: number };

/** When the first new design was issued, and for how long an old one was no anomaly after that; null where no cut-over is set. */
export async function findCutOver({ tx }: Db): Promise<CutOver | null> {
  const [row] = await tx.$queryRaw<{ on: string | null; graceDays: number | null }[]>`
    SELECT min(issue_from) FILTER (WHERE design = 'new')::text AS on, max(grace_days) FILTER (WHERE design = 'old')::int AS "graceDays" FROM design_generation`;
  return row?.on ? { on: row.on, graceDays: row.graceDays ?? 0 } : null;
}

/** Old cards with an end on the first day known from the cut-over on. */
export async function findBaseline({ tx, scope }: Db, cutOver: string): Promise<{ provinceId: number; kind: CardKind; count: number }[]> {
  const rows = await tx.transitionDay.findMany({
    where: { day: dateColumn(cutOver), part: "old_ending", ...scopeWhere(scope) },
    select: { provinceId: true, kind: true, permits: true },
    orderBy: [{ provinceId: "asc" }, { kind: "asc" }],
  });
  return rows.map(({ provinceId, kind, permits }) => ({ provinceId, kind: kind as CardKind, count: permits }));
}

/** Days of which the country has a run. */
export async function findRunDays({ tx }: Db): Promise<Set<string>> {
  const rows = await tx.forecastRun.findMany({ where: { provinceId: null }, select: { asOf: true } });
  return new Set(rows.map(({ asOf }) => asOf.toISOString().slice(0, 10)));
}
