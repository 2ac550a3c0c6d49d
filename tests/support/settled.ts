import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Sandbox } from "../../scripts/kep-sandbox/sandbox.ts";
import { statesOf } from "./large-dispatch.ts";
import type { WorkerProcesses } from "./worker-process.ts";

/** What the provider has seen happen: messages taken or refused, evidence the application has stored. */
export function progressOf({ counts }: Sandbox): number {
  const { handOvers, refused, evidenceSent } = counts();
  return handOvers + refused + evidenceSent;
}

type Running = { office: WorkerProcesses; provider: Sandbox; circularId: string; leap: number };

/** Lets workers go on until nothing moves any more, then lets the clock leap; until none of these states is left. */
export async function settled({ office, provider, circularId, leap }: Running, open: string[]): Promise<void> {
  const look = async () => {
    const states = await statesOf(circularId);
    return { isOpen: open.some((state) => states[state]), seen: JSON.stringify([states, progressOf(provider)]) };
  };
  for (let now = await look(); now.isOpen; now = await look()) {
    await office.start();
    for (let quietRounds = 0; quietRounds < 2; ) {
      const before = now.seen;
      await sleep(2_000);
      now = await look();
      quietRounds = now.seen === before ? quietRounds + 1 : 0;
    }
    expect(office.hasFailed).toBe(false);
    await office.kill();
    office.skip(leap);
  }
}
