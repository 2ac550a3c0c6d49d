import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Sandbox } from "../../scripts/kep-sandbox/sandbox.ts";
import { ownerSql } from "./database.ts";
import type { WorkerProcesses } from "./worker-process.ts";

/** What the provider has seen happen: messages taken or refused, evidence the application has stored. */
export function progressOf({ counts }: Sandbox): number {
  const { handOvers, refused, evidenceSent } = counts();
  return handOvers + refused + evidenceSent;
}

type Running = { office: WorkerProcesses; provider: Sandbox; circularId: string; leap: number };

/** Between two jobs nothing may be under way for a moment: twice in a row it is no accident. */
const looks = 2;
const lookEvery = 300;

/**
 * Lets workers go on until all that is left waits for the clock, then lets the clock leap; until none of these states is
 * left and no evidence is on its way or unread.
 */
export async function settled({ office, provider, circularId, leap }: Running, open: string[]): Promise<void> {
  while (provider.counts().evidenceWaiting > 0 || (await isOpen(circularId, open))) {
    const since = office.now();
    await office.start();
    for (let idle = 0; idle < looks; ) {
      await sleep(lookEvery);
      const isBusy = provider.counts().evidenceWaiting > 0 || (await isUnderWay({ circularId, since, open }));
      idle = isBusy ? 0 : idle + 1;
    }
    expect(office.hasFailed).toBe(false);
    await office.kill();
    office.skip(leap);
  }
}

async function isOpen(circularId: string, open: string[]): Promise<boolean> {
  const [row] = await ownerSql<{ is: boolean }>(
    `SELECT EXISTS (SELECT FROM delivery WHERE circular_id = $1 AND state = ANY($2)) OR EXISTS (SELECT FROM evidence WHERE status = 'received') AS is`,
    [circularId, open],
  );
  return row?.is ?? false;
}

/**
 * Whether the worker that lives since then has something to do: a job that may begin, a letter or evidence it has taken,
 * or what was due when it came and its first sweeps find.
 */
async function isUnderWay({ circularId, since, open }: { circularId: string; since: Date; open: string[] }): Promise<boolean> {
  const [row] = await ownerSql<{ is: boolean }>(
    `SELECT EXISTS (SELECT FROM pgboss.job WHERE state = 'created' AND start_after <= now() AND name LIKE 'circulars.%')
         OR EXISTS (SELECT FROM evidence WHERE status = 'received' AND (received_at >= $2 OR next_check_at < $2))
         OR EXISTS (SELECT FROM delivery WHERE circular_id = $1 AND state = ANY($3) AND
              CASE WHEN state = 'planned' THEN true
                   WHEN state = 'retrying' THEN next_check_at < $2::timestamptz - interval '1 minute'
                   ELSE next_check_at < $2 OR (state = 'claimed' AND claimed_at >= $2) END) AS is`,
    [circularId, since, open],
  );
  return row?.is ?? false;
}
