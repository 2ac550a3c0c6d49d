import { addDays } from "../../platform/calendar/local-day.ts";
import { env } from "../../platform/config/env.ts";
import type { ReadContext } from "../../platform/context.ts";
import { hex } from "../../platform/crypto/digest.ts";
import { CardKind } from "../contract.ts";
import { forecastDrain, monthEnds } from "../forecast.ts";
import { drainOf, type ForecastInputs } from "../forecast-inputs.ts";
import type { ForecastResult } from "../forecast-result.ts";
import type { TransitionFilter } from "../transition-contract.ts";
import { backTestError, backTestPoints, nobody, sumBy, sumParts } from "../transition-sums.ts";
import {
  findDays,
  findFrame,
  findLastEnds,
  findPlaces,
  findResults,
  findRun,
  findSupply,
  findTariffs,
  type StoredRun,
} from "./transition-repository.ts";

const averageMonth = 365.25 / 12;

/** The transition on its last known day; a province reads its own. */
export async function readTransition({ reader, now }: ReadContext<unknown>, filter: TransitionFilter) {
  const { day, cutOver } = await findFrame(reader);
  const empty = { asOf: now.toISOString(), parts: nobody, months: [], kinds: [], provinces: [], change: null, forecast: null };
  if (day === null || cutOver === null) return { ...empty, day, cutOver, backTest: { points: [], error: null, coverage: null } };
  const ends = monthEnds([cutOver, day].toSorted()[0] ?? day, day);
  const [days, places, run, results] = await Promise.all([
    findDays(reader, ends, filter),
    findPlaces(reader, day, filter.kind),
    findRun(reader, filter.province),
    findResults(reader, filter.province),
  ]);
  const lastEnds = new Map(run ? (await findLastEnds(reader, run.asOf)).map((row) => [row.provinceId, row.lastEnds]) : []);
  const here = places.filter(({ provinceId }) => filter.province === undefined || provinceId === filter.province);
  const months = sumBy(days, ({ on }) => on).map(([on, parts]) => ({ on, ...parts }));
  const all = filter.kind?.length ? await findDays(reader, ends, { province: filter.province }) : days;
  return {
    day,
    cutOver,
    asOf: now.toISOString(),
    parts: sumParts(here),
    months,
    kinds: sumBy(here, ({ kind }) => kind).map(([kind, parts]) => ({ kind, ...parts })),
    provinces: sumBy(places, ({ provinceId }) => provinceId).map(([provinceId, parts]) => ({
      provinceId,
      ...parts,
      lastEndOn: lastOf(lastEnds.get(provinceId), filter.kind),
    })),
    change: changeOf(months, run, filter.kind),
    forecast: run && forecastOf(run, filter.kind),
    backTest: backTestOf(results, all),
  };
}

function lastOf(ends: ForecastResult["lastEnds"] | undefined, kinds: readonly CardKind[] = CardKind.options): string | null {
  const days = (kinds.length > 0 ? kinds : CardKind.options).flatMap((kind) => ends?.[kind] ?? []);
  return days.toSorted().at(-1) ?? null;
}

type Chosen = TransitionFilter["kind"];
const orAll = (kinds: Chosen): readonly CardKind[] => (kinds?.length ? kinds : CardKind.options);

function forecastOf({ asOf, inputs, inputDigest, seed, result, createdAt }: StoredRun, kinds: Chosen) {
  const drain = drainOf(inputs, orAll(kinds));
  return {
    asOf,
    madeAt: createdAt.toISOString(),
    seed,
    inputDigest: hex(inputDigest),
    baseline: drain.baseline,
    earlyPerMonth: (1 - Math.exp(-drain.hazard.daily * averageMonth)) * 100,
    // Of some kinds only, it is made from the stored inputs with the stored seed.
    forecast: kinds?.length ? forecastDrain(drain, seed) : result.forecast,
  };
}

/** Why the figure differs from the end of last month: what ran out, what left early, what came in. */
function changeOf(months: readonly { on: string; old_ending: number }[], run: StoredRun | null, kinds: Chosen) {
  const [before, now] = months.slice(-2);
  if (!before || !now || !run) return null;
  const month = `${addDays(before.on, 1).slice(0, 7)}-01`;
  const { ended, early } = monthOf(run.inputs, month, kinds);
  const difference = before.old_ending - now.old_ending;
  return { since: before.on, before: before.old_ending, now: now.old_ending, ended, early, joined: ended + early - difference };
}

function monthOf({ kinds: known }: ForecastInputs, wanted: string, kinds: Chosen): { ended: number; early: number } {
  const found = orAll(kinds).flatMap((kind) => (known[kind]?.months ?? []).filter(([month]) => month === wanted));
  return { early: found.reduce((sum, [, , early]) => sum + early, 0), ended: found.reduce((sum, [, , , ended]) => sum + ended, 0) };
}

type Days = Awaited<ReturnType<typeof findDays>>;

function backTestOf(runs: Awaited<ReturnType<typeof findResults>>, days: Days) {
  const actual = new Map(sumBy(days, ({ on }) => on).map(([on, parts]) => [on, parts.old_ending]));
  const last = [...actual.keys()].toSorted().at(-1) ?? "";
  // Today is no month's end: only whole months are compared.
  actual.delete(last);
  const points = backTestPoints(runs, actual);
  return { points, ...backTestError(points) };
}

const usualMonths = 3;

/** What an early replacement is reckoned with; the browser does the sum, so that a slider answers at once. */
export async function readReplacementPlan({ reader, now }: ReadContext<unknown>, { kind, province }: TransitionFilter) {
  const until = `${now.toISOString().slice(0, 7)}-01`;
  const from = new Date(`${until}T00:00:00Z`);
  from.setUTCMonth(from.getUTCMonth() - usualMonths);
  const [run, tariffs, supply] = await Promise.all([
    findRun(reader, province),
    findTariffs(reader),
    findSupply(reader, from.toISOString().slice(0, 10), until, usualMonths),
  ]);
  return { drain: run && drainOf(run.inputs, orAll(kind)), tariffs, ...supply, capacity: env.NVI_MONTHLY_CAPACITY ?? null };
}
