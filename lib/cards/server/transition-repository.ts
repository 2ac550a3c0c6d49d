// The transition's pages read days, forecasts and small tables only; permits and cards themselves are never scanned here.
import type { Reader } from "../../platform/db/reader.ts";
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { CardKind } from "../contract.ts";
import type { ForecastInputs } from "../forecast-inputs.ts";
import type { ForecastResult } from "../forecast-result.ts";
import type { Tariff } from "../forecast-what-if.ts";
import type { TransitionFilter } from "../transition-contract.ts";
import type { TransitionPart } from "../transition-part.ts";

export type Frame = { day: string | null; cutOver: string | null };

export async function findFrame({ rows, scope }: Reader): Promise<Frame> {
  const [frame] = await rows<Frame>(sql`
    SELECT (SELECT max(t.day)::text FROM transition_day t WHERE ${scopeSql(scope, "t.province_id")}) AS day,
      (SELECT min(issue_from)::text FROM design_generation WHERE design = 'new') AS "cutOver"`);
  return frame ?? { day: null, cutOver: null };
}

type DayRow = { on: string; part: TransitionPart; permits: number };
type PlaceRow = { provinceId: number; kind: CardKind; part: TransitionPart; permits: number };

const chosen = ({ rows: _rows, scope }: Reader, { kind, province }: TransitionFilter): Sql[] => [
  scopeSql(scope, "t.province_id"),
  ...(kind?.length ? [sql`t.kind = ANY(${[...kind]}::text[])`] : []),
  ...(province === undefined ? [] : [sql`t.province_id = ${province}`]),
];

/** Some days of the chosen provinces and kinds, added up. */
export const findDays = (reader: Reader, days: readonly string[], filter: TransitionFilter): Promise<DayRow[]> =>
  reader.rows<DayRow>(sql`
    SELECT t.day::text AS on, t.part, sum(t.permits)::int AS permits FROM transition_day t
    WHERE t.day = ANY(${[...days]}::date[]) AND ${joinSql(chosen(reader, filter), " AND ")} GROUP BY 1, 2 ORDER BY 1, 2`);

/** One day by province and kind. */
export const findPlaces = (reader: Reader, day: string, kind: TransitionFilter["kind"]): Promise<PlaceRow[]> =>
  reader.rows<PlaceRow>(sql`
    SELECT t.province_id AS "provinceId", t.kind, t.part, t.permits FROM transition_day t
    WHERE t.day = ${day}::date AND ${joinSql(chosen(reader, { kind }), " AND ")} ORDER BY 1, 2, 3`);

export type StoredRun = {
  asOf: string;
  inputs: ForecastInputs;
  inputDigest: Uint8Array;
  seed: number;
  result: ForecastResult;
  createdAt: Date;
};

/** Whose forecast: the chosen province's, else the caller's own, else the country's. */
function ofScope({ scope }: Reader, province: number | undefined): Sql {
  const own = scope.kind === "province" ? scope.provinceId : undefined;
  const wanted = province ?? own;
  return wanted === undefined ? sql`r.province_id IS NULL` : sql`r.province_id = ${wanted} AND ${scopeSql(scope, "r.province_id")}`;
}

/** The newest forecast, with all it was made from. */
export async function findRun(reader: Reader, province: number | undefined): Promise<StoredRun | null> {
  const [run] = await reader.rows<StoredRun>(sql`
    SELECT r.as_of::text AS "asOf", r.inputs, r.input_digest AS "inputDigest", r.seed, r.result, r.created_at AS "createdAt"
    FROM forecast_run r WHERE ${ofScope(reader, province)} ORDER BY r.as_of DESC LIMIT 1`);
  return run ?? null;
}

/** What each forecast said; at most the last two years. */
export const findResults = (reader: Reader, province: number | undefined): Promise<Pick<StoredRun, "asOf" | "result">[]> =>
  reader.rows<Pick<StoredRun, "asOf" | "result">>(sql`
    SELECT r.as_of::text AS "asOf", r.result FROM forecast_run r WHERE ${ofScope(reader, province)} ORDER BY r.as_of DESC LIMIT 32`);

/** The last printed day of an old card in each province. */
export const findLastEnds = (reader: Reader, asOf: string): Promise<{ provinceId: number; lastEnds: ForecastResult["lastEnds"] }[]> =>
  reader.rows<{ provinceId: number; lastEnds: ForecastResult["lastEnds"] }>(sql`
    SELECT r.province_id AS "provinceId", r.result -> 'lastEnds' AS "lastEnds" FROM forecast_run r
    WHERE ${scopeSql(reader.scope, "r.province_id")} AND r.province_id IS NOT NULL AND r.as_of = ${asOf}::date`);

export const findTariffs = ({ rows }: Reader): Promise<Tariff[]> =>
  rows<Tariff>(sql`SELECT effective_from::text AS "effectiveFrom", price FROM tariff ORDER BY effective_from`);

export type Supply = { vault: number; usualPerMonth: number };

/** Blanks in the vault, and cards made a month from `from` until `until`; of the country, as the ledger is. */
export async function findSupply({ rows }: Reader, from: string, until: string, months: number): Promise<Supply> {
  const [supply] = await rows<Supply>(sql`
    SELECT (SELECT coalesce(sum(t.held), 0)::int FROM account_total t WHERE t.account = 'nvi_vault') AS vault,
      (SELECT coalesce(round(sum(m.quantity) / ${months}::numeric), 0)::int FROM movement m
        WHERE m.kind = 'consume' AND m.occurred_on >= ${from}::date AND m.occurred_on < ${until}::date) AS "usualPerMonth"`);
  return supply ?? { vault: 0, usualPerMonth: 0 };
}
