import { type Actor, systemActor } from "../../access/policy.ts";
import { addDays } from "../../platform/calendar/local-day.ts";
import type { Context } from "../../platform/context.ts";
import { withScope } from "../../platform/db/transaction.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { anomalyTasks } from "../anomalies.ts";
import { findOldAfterCutOver, findSerialTwice, findWithoutSerial } from "./anomaly-repository.ts";
import { openExceptions } from "./exception-repository.ts";
import { dueRuns, forgetRuns, makeRuns } from "./forecast-runs.ts";
import { keepTransitionDays } from "./partition-days.ts";

/** At five million permits a pass takes seconds; a slow machine may take minutes. */
const timeoutMs = 600_000;
/** How far back issued cards are held against the ledger each day; the ledger's own sweep compares the whole. */
const recentDays = 40;

type Country = Context<Actor>;

/** One worker at a time; the others find nothing to do. */
async function alone(now: Date, work: (ctx: Country) => Promise<number>): Promise<number> {
  return await withScope(
    { kind: "country" },
    async (db) => {
      const [lock] = await db.tx.$queryRaw<{ taken: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtext('transition')) AS taken`;
      return lock?.taken ? await work({ actor: systemActor(null), db, now, requestId: "sweep" }) : 0;
    },
    { timeoutMs },
  );
}

/** Today's five parts, the days that a worker missed, and the forecasts that are due; with a day's first forecast, its anomalies. */
export async function sweepTransition(now: Date): Promise<number> {
  const today = localDateOf(now);
  await alone(now, ({ db }) => keepTransitionDays(db, today));
  const due = await withScope({ kind: "country" }, (db) => dueRuns(db, today));
  let made = 0;
  // Each in a transaction of its own; newest first, since it is the one that is shown.
  for (const asOf of due.toReversed()) made += await alone(now, ({ db }) => makeRuns(db, asOf, now));
  if (due.length > 0) {
    await alone(now, ({ db }) => forgetRuns(db, today));
    await alone(now, openAnomalies);
  }
  return made;
}

/** Opens a task for each anomaly of the designs that nobody was told of. */
async function openAnomalies(ctx: Country): Promise<number> {
  const since = addDays(localDateOf(ctx.now), -recentDays);
  const found = [...(await findOldAfterCutOver(ctx.db)), ...(await findWithoutSerial(ctx.db, since)), ...(await findSerialTwice(ctx.db))];
  return await openExceptions(
    ctx,
    found.map(({ anomaly, id, provinceId, permitId, detail }) => ({
      card: { id, provinceId, permitId },
      kind: anomalyTasks[anomaly],
      detail,
    })),
  );
}
