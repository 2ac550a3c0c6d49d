// A forecast a day for every province and the country, and one for each month's end since the cut-over: those are held against
// what came (X5). Forecasts are made of days that are over, so that their stock is the day's own figure.
import { addDays } from "../../platform/calendar/local-day.ts";
import { canonicalJson } from "../../platform/crypto/canonical.ts";
import { sha256 } from "../../platform/crypto/digest.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { CardKind } from "../contract.ts";
import { forecastDrain, monthEnds } from "../forecast.ts";
import { drainOf, type ForecastInputs } from "../forecast-inputs.ts";
import type { ForecastResult } from "../forecast-result.ts";
import { type ScopeFigures, scopeInputs } from "../forecast-scopes.ts";
import { findBaseline, findCutOver, findForecastRows, findRunDays, type NewRun, pruneRuns, replaceRuns } from "./forecast-repository.ts";
import type { ForecastRow } from "./forecast-sql.ts";

function figuresOf(rows: readonly ForecastRow[], baseline: ScopeFigures["baseline"]): ScopeFigures {
  const figures: ScopeFigures = { ends: [], later: [], open: [], baseline, months: [] };
  for (const row of rows) {
    const own = { provinceId: row.provinceId, kind: row.kind as CardKind, count: row.count };
    if (row.tag === "ends") figures.ends.push({ ...own, on: row.first ?? "" });
    if (row.tag === "later") figures.later.push({ ...own, first: row.first ?? "", last: row.second ?? "" });
    if (row.tag === "open") figures.open.push(own);
    if (row.tag === "month") figures.months.push({ ...own, month: [row.first ?? "", row.count, row.early, row.ended] });
  }
  return figures;
}

/** The seed is taken from the inputs, so that whoever has them has all. */
const seedOf = (digest: Uint8Array): number => new DataView(digest.buffer, digest.byteOffset).getUint32(0) >>> 1;

export function runOf(provinceId: number | null, inputs: ForecastInputs): NewRun {
  const inputDigest = sha256(canonicalJson(inputs));
  const seed = seedOf(inputDigest);
  const forecast = forecastDrain(drainOf(inputs), seed);
  const ends = CardKind.options.map((kind) => [kind, inputs.kinds[kind]?.ends ?? []] as const).filter(([, counts]) => counts.length > 0);
  const lastEnds: ForecastResult["lastEnds"] = Object.fromEntries(
    ends.map(([kind, counts]) => [kind, addDays(inputs.asOf, counts.length - 1)]),
  );
  return { provinceId, asOf: inputs.asOf, inputs, inputDigest, seed, result: { forecast, lastEnds } };
}

/** Forecasts of every scope as of the end of a day, with what was known then. */
export async function makeRuns(db: Db, asOf: string, now: Date): Promise<number> {
  const cutOver = await findCutOver(db);
  if (!cutOver) return 0;
  const rows = await findForecastRows(db, asOf);
  rows.sort((a, b) => keyOf(a).localeCompare(keyOf(b), "en"));
  const scopes = scopeInputs(asOf, figuresOf(rows, await findBaseline(db, cutOver.on)));
  await replaceRuns(
    db,
    asOf,
    scopes.map(({ provinceId, inputs }) => runOf(provinceId, inputs)),
    now,
  );
  return scopes.length;
}

const keyOf = ({ tag, provinceId, kind, first, second }: ForecastRow): string => `${tag} ${provinceId} ${kind} ${first} ${second}`;

/** Days of which a forecast is due and not made: yesterday, and the ends of months in which no old card is issued any more. */
export async function dueRuns(db: Db, today: string): Promise<string[]> {
  const cutOver = await findCutOver(db);
  const yesterday = addDays(today, -1);
  if (!cutOver || cutOver.on > yesterday) return [];
  const settled = addDays(cutOver.on, cutOver.graceDays);
  const made = await findRunDays(db);
  const ends = settled < yesterday ? monthEnds(settled, yesterday).slice(1) : [];
  return [...new Set([...ends, yesterday])].filter((day) => !made.has(day));
}

export const forgetRuns = (db: Db, today: string): Promise<number> => pruneRuns(db, addDays(today, -7));
