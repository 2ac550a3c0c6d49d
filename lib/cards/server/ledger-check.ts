import { type Actor, systemActor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { type Db, withScope } from "../../platform/db/transaction.ts";
import { log } from "../../platform/log.ts";
import { holds, replayed } from "../conservation.ts";
import type { Equation } from "../ledger-rows.ts";
import { documents } from "../ledger-words.ts";
import { disagreement } from "../serial-ledger.ts";
import { countsOf } from "./ledger-figures.ts";
import { allHoldings, findAllSeries, lockSeries, setBlocked } from "./ledger-repository.ts";
import { findAllLines } from "./movement-repository.ts";
import { findCases, openCase } from "./stock-case-repository.ts";

export async function seriesEquations(db: Db, series: string): Promise<Equation[]> {
  return (await countsOf(db, [series])).get(series)?.equations ?? [];
}

/** Serials whose holding is not what all movements of the series amount to. */
export async function replayDifference(db: Db, series: string): Promise<number> {
  return disagreement(replayed(await findAllLines(db, series)), await allHoldings(db, series));
}

const equationNames: Record<Equation["name"], string> = {
  declared: "beyan edilen = hesaplardakilerin toplamı",
  consumed: "karta dönüşen = karta yazılan",
  cards: "kart = yerlerine göre kart",
};

type Difference = { quantity: number; detail: string };

/** Null where everything agrees. */
async function differenceIn(db: Db, series: string): Promise<Difference | null> {
  const equations = await seriesEquations(db, series);
  const replay = await replayDifference(db, series);
  if (holds(equations) && replay === 0) return null;
  const broken = equations.filter(({ difference }) => difference !== 0);
  const sentences = broken.map(({ name, difference }) => `“${equationNames[name]}” ${documents(Math.abs(difference))} tutmuyor.`);
  const told = replay === 0 ? sentences : [...sentences, `${documents(replay)} hareketlerin gösterdiği yerde değil.`];
  return { quantity: Math.max(replay, ...broken.map(({ difference }) => Math.abs(difference))), detail: told.join(" ") };
}

/** L2 in full, series by series: a difference opens a case and nothing more is allotted until it is resolved. */
export async function sweepLedger(now: Date): Promise<string[]> {
  const all = await withScope({ kind: "country" }, (db) => findAllSeries(db));
  const differing: string[] = [];
  for (const { code } of all) {
    const found = await withScope(
      { kind: "country" },
      (db) => checkSeries({ db, now, actor: systemActor(null), requestId: "sweep" }, code),
      {
        timeoutMs: 120_000,
      },
    );
    if (found) differing.push(code);
  }
  return differing;
}

/** Under the series' lock, so that no movement is half in the comparison. */
async function checkSeries(ctx: Context<Actor>, code: string): Promise<boolean> {
  const series = await lockSeries(ctx.db, code);
  const difference = series && (await differenceIn(ctx.db, code));
  if (!series || !difference) return false;
  log().error({ series: code, ...difference }, "the ledger of a series does not hold");
  const [open] = await findCases(ctx.db, { series: code, kind: "difference", state: "open" });
  if (!open) await openCase(ctx, { kind: "difference", series: code, ranges: [], ...difference });
  if (series.blockedReason === null) await block(ctx, code, difference.detail);
  return true;
}

async function block(ctx: Context<Actor>, code: string, reason: string): Promise<void> {
  const series = await lockSeries(ctx.db, code);
  if (!series) return;
  await setBlocked(ctx.db, series, { at: ctx.now, reason });
  await record(ctx, { action: "series.blocked", subjectKind: "series", subjectId: code, provinceId: null, payload: { reason } });
}
