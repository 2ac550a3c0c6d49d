import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chance } from "../../scripts/kep-sandbox/random.ts";
import { type Sandbox, startSandbox } from "../../scripts/kep-sandbox/sandbox.ts";
import type { AddressFate, SandboxSettingsChange } from "../../scripts/kep-sandbox/settings.ts";
import { freePort } from "../../scripts/ports.mjs";
import { ownerSql } from "../support/database.ts";
import { aSignedLetter, dispatched, manyInstitutions, shortened, statesOf } from "../support/large-dispatch.ts";
import { progressOf, settled } from "../support/settled.ts";
import { WorkerProcesses } from "../support/worker-process.ts";

// R1. `npm run test:long` runs more seeds and recipients; a seed that failed is run again with KILL_SEED.
const recipientCount = Number(process.env.KILL_RECIPIENTS ?? 400);
const killCount = 20;
const firstSeed = Number(process.env.KILL_SEED ?? 1);
const seedCount = Number(process.env.KILL_SEEDS ?? 1);
const seeds = Array.from({ length: seedCount }, (_, index) => firstSeed + index);

/** The worker's clock runs ten times as fast, and jumps while no worker lives: so the waits of N5 and R2 pass. */
const pace = 10;
const minute = 60_000;

const fates: AddressFate[] = Array.from({ length: 40 }, (_, index) => ({
  address: `kurum${index * (recipientCount / 40) + 7}@hs01.kep.test`,
  fate: index % 2 === 0 ? "rejected" : "not_delivered",
}));

const hostile: SandboxSettingsChange = {
  submissionDelayMs: [0, 300],
  deliveryDelayMs: [50, 800],
  retrievalDelayMs: [100, 1_500],
  retrievalShare: 0.2,
  duplicateShare: 0.1,
  reorderShare: 0.2,
  lossShare: 0.03,
  evidenceRetryMs: 100,
  fates,
  faults: [
    { kind: "rcpt_deferred", share: 0.03 },
    { kind: "data_deferred", share: 0.03 },
    { kind: "hang_after_data", share: 0.01 },
    { kind: "hang_after_data", share: 0.01, isKept: false },
    { kind: "reset_after_data", share: 0.02 },
    { kind: "reset_after_data", share: 0.01, isKept: false },
    { kind: "reset_during_data", share: 0.01 },
  ],
};

let institutionIds: string[] = [];
let sandbox: Sandbox | undefined;
let workers: WorkerProcesses | undefined;

beforeAll(async () => {
  // Every worker checks the demo's permits when it comes: here that would be done some thirty times for nothing.
  await ownerSql("TRUNCATE permit CASCADE");
  institutionIds = await manyInstitutions(recipientCount);
});

afterAll(async () => {
  await workers?.close();
  await sandbox?.close();
});

async function opened(seed: number) {
  await workers?.close();
  await sandbox?.close();
  const evidencePort = await freePort(0);
  const provider = await startSandbox({ evidencePort, seed, settings: hostile });
  sandbox = provider;
  workers = new WorkerProcesses({ smtpPort: provider.smtpPort, httpPort: provider.httpPort, evidencePort, pace });
  return { provider, office: workers };
}

/** Each worker lives until it has moved a seeded number of messages and evidence: at a moment that no await point can choose. */
async function killAgainAndAgain(provider: Sandbox, office: WorkerProcesses, seed: number): Promise<void> {
  for (let kill = 0; kill < killCount; kill += 1) {
    // Every fourth lives long enough to hear much evidence too; together they last as long as the dispatch.
    const share = kill % 4 === 3 ? 0.6 : 0.075;
    const moment = progressOf(provider) + share * recipientCount * chance(seed, "moment", kill);
    await office.start();
    const deadline = Date.now() + 4_000;
    while (progressOf(provider) < moment && Date.now() < deadline) await sleep(5);
    await sleep(60 * chance(seed, "jitter", kill));
    expect(office.hasFailed).toBe(false);
    await office.kill();
    office.skip(3 * minute);
  }
}

test.each(seeds)(
  "twenty killed workers lose no letter and hand none over twice (seed %i)",
  async (seed) => {
    const signed = await aSignedLetter(institutionIds);
    await shortened(signed);
    const circular = await dispatched(signed);
    const { provider, office } = await opened(seed);
    await killAgainAndAgain(provider, office, seed);
    await settled({ office, provider, circularId: circular.id, leap: 10 * minute }, ["planned", "claimed", "retrying", "outcome_unknown"]);
    // Evidence that was lost on its way is asked for after an hour.
    office.skip(60 * minute);
    await settled({ office, provider, circularId: circular.id, leap: 60 * minute }, ["submitted", "accepted"]);

    expect(provider.counts()).toMatchObject({ messages: recipientCount, duplicates: 0 });
    const { delivered = 0, read = 0, ...failed } = await statesOf(circular.id);
    expect(failed).toEqual({ rejected: 20, bounced: 20 });
    expect(delivered + read).toBe(recipientCount - fates.length);
    expect(await ownerSql("SELECT state FROM circular WHERE id = $1", [circular.id])).toEqual([{ state: "dispatched" }]);
    expect(await whatIsWrong(circular.id)).toEqual({ unproven: 0, unread: 0, stray: 0, submittedTwice: 0 });
    const tasks = await ownerSql(
      "SELECT kind, count(*)::int AS count FROM human_task WHERE circular_id = $1 AND closed_at IS NULL GROUP BY kind",
      [circular.id],
    );
    expect(tasks).toEqual([{ kind: "channels_exhausted", count: fates.length }]);
  },
  // Only against hanging: four minutes beside a build, more than seven beside the browser tests on two cores.
  1_200_000,
);

/** No state without its evidence (N6), no bytes without a meaning, no submission told twice. */
async function whatIsWrong(circularId: string): Promise<Record<string, number>> {
  const [row] = await ownerSql<Record<string, number>>(
    `SELECT
       (SELECT count(*)::int FROM delivery d WHERE d.circular_id = $1 AND d.state IN ('delivered', 'read', 'rejected', 'bounced')
          AND NOT EXISTS (SELECT FROM evidence e WHERE e.delivery_id = d.id AND e.status = 'matched')) AS unproven,
       (SELECT count(*)::int FROM evidence WHERE status = 'received') AS unread,
       (SELECT count(*)::int FROM evidence WHERE status = 'quarantined') AS stray,
       (SELECT count(*)::int FROM (SELECT FROM audit_event WHERE action = 'delivery.submitted' AND thread_id = $1::text
          GROUP BY subject_id HAVING count(*) > 1) AS twice) AS "submittedTwice"`,
    [circularId],
  );
  return row ?? {};
}
