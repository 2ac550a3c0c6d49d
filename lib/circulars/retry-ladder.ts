// When a delivery is tried again. The ladder belongs to one channel; when it is used up the recipient's next channel
// begins a delivery of its own, and after the last channel a person decides. Outcomes nobody knows follow N5.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Wait before try 1, 2, 3 … (quality.md R2). */
export const retryDelays = [0, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR] as const;

/** Spreads the tries of many recipients, so that a provider that comes back is not flooded. */
const JITTER = 0.2;

/** N5: submission evidence is awaited this long before the provider is asked. */
export const unknownOutcomeWait = 10 * MINUTE;
const ASK_AGAIN_AFTER = 2 * MINUTE;

export type NextStep = { kind: "retry"; at: Date } | { kind: "next_channel"; index: number } | { kind: "human_task" };

export type LadderPosition = {
  /** Tries already made on this channel. */
  tryCount: number;
  channelCount: number;
  channelIndex: number;
  now: Date;
  /** Uniform in [0, 1). */
  random: () => number;
  /** The channel's own wish ("try again after"). */
  notBefore?: Date | null;
};

/** What follows after `tryCount` tries that were certainly not handed over. */
export function nextStep({ tryCount, channelCount, channelIndex, now, random, notBefore = null }: LadderPosition): NextStep {
  const delay = retryDelays[tryCount];
  if (delay === undefined) return nextChannel({ channelCount, channelIndex });
  const factor = 1 - JITTER + 2 * JITTER * random();
  const at = new Date(now.getTime() + Math.round(delay * factor));
  return { kind: "retry", at: notBefore !== null && notBefore > at ? notBefore : at };
}

/** What follows when this channel is given up: used up, or refused for good. */
export function nextChannel({ channelCount, channelIndex }: Pick<LadderPosition, "channelCount" | "channelIndex">): NextStep {
  const index = channelIndex + 1;
  return index < channelCount ? { kind: "next_channel", index } : { kind: "human_task" };
}

/** What the provider said about our Message-ID. */
export type ProviderKnowledge = "not_asked" | "known" | "not_known" | "no_answer";

export type UnknownStep =
  | { kind: "wait"; until: Date }
  | { kind: "ask" }
  | { kind: "submitted" }
  | { kind: "resend_same_message_id" }
  | { kind: "human_task" };

export type UnknownOutcome = {
  /** E-mail cannot be asked; neither can a KEP provider without a status service. */
  channelCanBeAsked: boolean;
  since: Date;
  now: Date;
  answer: ProviderKnowledge;
};

/** N5: no order of crashes may hand a letter over twice, so only "not known" after the wait sends again. */
export function unknownStep({ channelCanBeAsked, since, now, answer }: UnknownOutcome): UnknownStep {
  if (!channelCanBeAsked) return { kind: "human_task" };
  if (answer === "known") return { kind: "submitted" };
  const until = new Date(since.getTime() + unknownOutcomeWait);
  if (now < until) return { kind: "wait", until };
  if (answer === "not_asked") return { kind: "ask" };
  if (answer === "not_known") return { kind: "resend_same_message_id" };
  return { kind: "wait", until: new Date(now.getTime() + ASK_AGAIN_AFTER) };
}
