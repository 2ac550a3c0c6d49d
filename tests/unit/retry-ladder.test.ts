import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextChannel, nextStep, retryDelays, unknownOutcomeWait, unknownStep } from "../../lib/circulars/retry-ladder.ts";

const start = new Date("2026-03-17T07:00:00Z");
const aRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Plays a recipient that can never be reached, on a clock of its own; returns the moments of every try per channel. */
function playUnreachable(channelCount: number, draws: readonly number[]): Date[][] {
  let drawn = 0;
  const random = (): number => draws[drawn++ % draws.length] ?? 0;
  const tries: Date[][] = [[]];
  let now = start;
  let channelIndex = 0;
  for (;;) {
    const tried = tries[channelIndex] ?? [];
    const step = nextStep({ tryCount: tried.length, channelCount, channelIndex, now, random });
    if (step.kind === "human_task") return tries;
    if (step.kind === "next_channel") {
      channelIndex = step.index;
      tries.push([]);
    } else {
      now = step.at;
      tried.push(now);
    }
  }
}

describe("retry ladder", () => {
  test("the ladder is 0, 30 s, 2 m, 10 m, 30 m, 2 h, 6 h, 24 h", () => {
    expect(retryDelays.map((delay) => delay / 1_000)).toEqual([0, 30, 120, 600, 1_800, 7_200, 21_600, 86_400]);
  });

  test("an unreachable recipient is tried eight times on each channel, in order, and then becomes a human task", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(aRandom, { minLength: 1 }), (channelCount, draws) => {
        const tries = playUnreachable(channelCount, draws);
        expect(tries).toHaveLength(channelCount);
        for (const channel of tries) expect(channel).toHaveLength(retryDelays.length);
      }),
    );
  });

  test("every wait stays within a fifth of the ladder's", () => {
    fc.assert(
      fc.property(fc.array(aRandom, { minLength: 1 }), (draws) => {
        const [tries = []] = playUnreachable(1, draws);
        tries.forEach((moment, index) => {
          const waited = moment.getTime() - (tries[index - 1] ?? start).getTime();
          const delay = retryDelays[index] ?? 0;
          expect(waited).toBeGreaterThanOrEqual(Math.floor(delay * 0.8));
          expect(waited).toBeLessThanOrEqual(Math.ceil(delay * 1.2));
        });
      }),
    );
  });

  test("a channel that asks to be left alone longer is left alone longer", () => {
    const notBefore = new Date(start.getTime() + 3_600_000);
    const position = { tryCount: 1, channelCount: 1, channelIndex: 0, now: start, random: () => 0.5, notBefore };
    expect(nextStep(position)).toEqual({ kind: "retry", at: notBefore });
    expect(nextStep({ ...position, tryCount: 5 })).toEqual({ kind: "retry", at: new Date(start.getTime() + 7_200_000) });
  });

  test("a refused channel gives way to the next, the last one to a person", () => {
    expect(nextChannel({ channelCount: 2, channelIndex: 0 })).toEqual({ kind: "next_channel", index: 1 });
    expect(nextChannel({ channelCount: 2, channelIndex: 1 })).toEqual({ kind: "human_task" });
    expect(nextChannel({ channelCount: 0, channelIndex: 0 })).toEqual({ kind: "human_task" });
  });
});

describe("unknown outcome (N5)", () => {
  const later = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);
  const ask = { channelCanBeAsked: true, since: start };

  test("submission evidence is awaited for ten minutes before the provider is asked", () => {
    const until = later(unknownOutcomeWait);
    expect(unknownStep({ ...ask, now: later(unknownOutcomeWait - 1), answer: "not_asked" })).toEqual({ kind: "wait", until });
    expect(unknownStep({ ...ask, now: until, answer: "not_asked" })).toEqual({ kind: "ask" });
  });

  test("only a provider that does not know the message gets it again, under the same Message-ID", () => {
    expect(unknownStep({ ...ask, now: later(unknownOutcomeWait), answer: "not_known" })).toEqual({ kind: "resend_same_message_id" });
    expect(unknownStep({ ...ask, now: later(unknownOutcomeWait), answer: "known" })).toEqual({ kind: "submitted" });
    expect(unknownStep({ ...ask, now: later(60_000), answer: "not_known" }).kind).toBe("wait");
  });

  test("a provider that does not answer is asked again and never sent to", () => {
    const now = later(unknownOutcomeWait);
    expect(unknownStep({ ...ask, now, answer: "no_answer" })).toEqual({ kind: "wait", until: new Date(now.getTime() + 120_000) });
  });

  test("what cannot be asked is never sent again by the machine", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom("not_asked", "known", "not_known", "no_answer"), (wait, answer) => {
        expect(unknownStep({ channelCanBeAsked: false, since: start, now: later(wait), answer })).toEqual({ kind: "human_task" });
      }),
    );
  });
});
