import { chance } from "./random.ts";
import type { HandOverFault, SandboxSettings } from "./settings.ts";

/** Decides which fault strikes a hand-over; counts per fault and subject, so "the first two times" can be asked for. */
export class FaultDice {
  readonly #seed: number;
  readonly #struck = new Map<string, number>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  strike(settings: SandboxSettings, stage: "rcpt" | "data", subject: { key: string; address: string }): HandOverFault | null {
    for (const [index, fault] of settings.faults.entries()) {
      const isOfStage = fault.kind.startsWith("rcpt_") === (stage === "rcpt");
      if (!isOfStage || (fault.address !== null && fault.address !== subject.address)) continue;
      const key = `${index} ${fault.kind} ${subject.key}`;
      const tries = this.#struck.get(key) ?? 0;
      if (fault.times !== null && tries >= fault.times) continue;
      this.#struck.set(key, tries + 1);
      if (chance(this.#seed, key, tries) < fault.share) return fault;
    }
    return null;
  }
}
