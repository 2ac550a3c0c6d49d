import { sealPending } from "../audit/server/sealer.ts";
import { sweepCards, sweepStalledCards } from "../cards/server/card-sweeps.ts";
import { sweepLedger } from "../cards/server/ledger-check.ts";
import { sweepCarrierReports } from "../cards/server/record-carrier-events.ts";
import { sweepTransition } from "../cards/server/transition-sweep.ts";
import { runReminders } from "../circulars/server/run-reminders.ts";
import {
  expireClaims,
  expirePreparations,
  fetchMissingEvidence,
  finishDispatched,
  requeueEvidence,
  requeueLate,
  settleUnknown,
} from "../circulars/server/sweeps.ts";
import { failDesertedDirectoryFiles, pruneDirectoryFiles } from "../institutions/server/import-sweeps.ts";
import { sweepProjections } from "../permits/server/check-projections.ts";
import { failDesertedFiles, pruneFiles } from "../permits/server/file-sweeps.ts";
import type { Clock } from "../platform/clock.ts";
import { pruneRates } from "../platform/db/rate-limit.ts";
import { log } from "../platform/log.ts";
import { pruneChanges } from "../statistics/server/prune-changes.ts";

type Sweep = { name: string; everySeconds: number; run(now: Date): Promise<unknown> };

/** What repeats. Every sweep is safe to run in several workers at once and to miss. */
const sweeps: Sweep[] = [
  { name: "seal audit", everySeconds: 1, run: sealPending },
  { name: "expire preparations", everySeconds: 10, run: expirePreparations },
  { name: "expire claims", everySeconds: 20, run: expireClaims },
  { name: "settle unknown outcomes", everySeconds: 20, run: settleUnknown },
  { name: "requeue late deliveries", everySeconds: 30, run: requeueLate },
  { name: "finish dispatches", everySeconds: 10, run: finishDispatched },
  { name: "remind by plan", everySeconds: 300, run: runReminders },
  { name: "requeue evidence", everySeconds: 30, run: requeueEvidence },
  { name: "fetch missing evidence", everySeconds: 60, run: fetchMissingEvidence },
  { name: "match carrier reports", everySeconds: 60, run: sweepCarrierReports },
  { name: "find stalled cards", everySeconds: 600, run: sweepStalledCards },
  { name: "check the valued-paper ledger", everySeconds: 600, run: sweepLedger },
  { name: "check card projections", everySeconds: 600, run: sweepCards },
  { name: "check permit projections", everySeconds: 600, run: sweepProjections },
  { name: "keep the transition", everySeconds: 1_800, run: sweepTransition },
  { name: "fail deserted files", everySeconds: 60, run: failDesertedFiles },
  { name: "fail deserted files of the directory", everySeconds: 60, run: failDesertedDirectoryFiles },
  { name: "prune files", everySeconds: 3_600, run: pruneFiles },
  { name: "prune files of the directory", everySeconds: 3_600, run: pruneDirectoryFiles },
  { name: "prune statistics' changes", everySeconds: 3_600, run: pruneChanges },
  { name: "prune rate windows", everySeconds: 3_600, run: pruneRates },
];

/** However fast the clock, the database is left alone in between. */
const shortest = 250;

/**
 * Each sweep waits for itself, never for another; a failure is logged and the next round tries again. The first round is at
 * once: who starts finds what a worker that died has left.
 */
export function startSchedule({ now, pace }: Clock): { stop(): Promise<void> } {
  const running = new Map<Sweep, Promise<void>>();
  const begin = (sweep: Sweep) => {
    if (running.has(sweep)) return;
    running.set(
      sweep,
      runOnce(sweep, now()).finally(() => running.delete(sweep)),
    );
  };
  for (const sweep of sweeps) begin(sweep);
  const timers = sweeps.map((sweep) => setInterval(begin, Math.max(shortest, (sweep.everySeconds * 1_000) / pace), sweep));
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}

async function runOnce({ name, run }: Sweep, now: Date): Promise<void> {
  try {
    await run(now);
  } catch (error) {
    log().error({ sweep: name, error: error instanceof Error ? error.message : String(error) }, "sweep failed");
  }
}
