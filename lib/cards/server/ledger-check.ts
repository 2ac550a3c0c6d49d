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

/**
 * Serials by which the totals that every commit is checked against differ from the lines and holdings themselves; one is
 * counted in the account it left and in the one it came to, so the larger side stands for both.
 */
export async function totalsDifference(db: Db, series: string): Promise<number> {
  const [row] = await db.tx.$queryRaw<{ difference: number }[]>`
    WITH counted AS (
      SELECT from_account AS account, lower(serials) - upper(serials) AS moved, 0::bigint AS held FROM movement_line WHERE series = ${series}
      UNION ALL SELECT to_account, upper(serials) - lower(serials), 0 FROM movement_line WHERE series = ${series}
      UNION ALL SELECT account, 0, upper(serials) - lower(serials) FROM holding WHERE series = ${series}
      UNION ALL SELECT account, -moved, -held FROM account_total WHERE series = ${series})
    SELECT coalesce(greatest(max(abs(moved)), max(abs(held))), 0)::int AS difference
    FROM (SELECT sum(moved) AS moved, sum(held) AS held FROM counted GROUP BY account) accounts`;
  return row?.difference ?? 0;
}

const equationNames: Record<Equation["name"], string> = {
  declared: "beyan edilen = hesaplardakilerin toplamı",
  consumed: "karta dönüşen = karta yazılan",
  cards: "kart = yerlerine göre kart",
};

type Difference = { quantity: number; detail: string };

/** Null where everything agrees. */
export async function differenceIn(db: Db, series: string): Promise<Difference | null> {
  const equations = await seriesEquations(db, series);
  const replay = await replayDifference(db, series);
  const totals = await totalsDifference(db, series);
  if (holds(equations) && replay === 0 && totals === 0) return null;
  const broken = equations.filter(({ difference }) => difference !== 0);
  const sentences = broken.map(({ name, difference }) => `“${equationNames[name]}” ${documents(Math.abs(difference))} tutmuyor.`);
  if (replay !== 0) sentences.push(`${documents(replay)} hareketlerin gösterdiği yerde değil.`);
  if (totals !== 0) sentences.push(`Hesap toplamları ${documents(totals)} farklı.`);
  return { quantity: Math.max(replay, totals, ...broken.map(({ difference }) => Math.abs(difference))), detail: sentences.join(" ") };
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
