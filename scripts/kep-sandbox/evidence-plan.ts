// What the sandbox will say of a message and when. The plan is made once, at reception, from the seed and the
// Message-ID alone, and written down: after a restart the same evidence goes out, with the same identifiers.
import { between, chance, stableUuid } from "./random.ts";
import type { AddressFate, SandboxSettings } from "./settings.ts";

export type EvidenceEvent =
  | "submission_accepted"
  | "submission_rejected"
  | "relay_rejected"
  | "relay_failed"
  | "delivered"
  | "not_delivered"
  | "retrieved"
  | "email_returned";

export type PlannedEvidence = {
  identifier: string;
  event: EvidenceEvent;
  /** When it happens at the provider, which is the time written in the evidence. */
  eventAt: number;
  /** When it is mailed; reordering moves only this. */
  dueAt: number;
  copies: number;
  isLost: boolean;
};

export function planEvidence(
  message: { messageId: string; to: string; receivedAt: number; channel: "kep" | "email" },
  seed: number,
  settings: SandboxSettings,
): PlannedEvidence[] {
  const roll = (name: string) => chance(seed, message.messageId, name);
  const fate = settings.fates.find((one) => one.address === message.to)?.fate ?? null;
  const submittedAt = message.receivedAt + between(settings.submissionDelayMs, roll("submission delay"));
  const deliveredAt = submittedAt + between(settings.deliveryDelayMs, roll("delivery delay"));
  const retrievedAt = deliveredAt + between(settings.retrievalDelayMs, roll("retrieval delay"));
  const isRead = fate === "read" || (fate === null && roll("retrieval") < settings.retrievalShare);
  const events = message.channel === "email" ? emailEventsOf(fate, message.to) : eventsOf(fate, isRead);
  const plan = events.map((event, index): PlannedEvidence => {
    const eventAt = [submittedAt, deliveredAt, retrievedAt][index] ?? retrievedAt;
    return {
      identifier: stableUuid(seed, message.messageId, event),
      event,
      eventAt,
      dueAt: eventAt,
      copies: roll(`${event} twice`) < settings.duplicateShare ? 2 : 1,
      isLost: roll(`${event} lost`) < settings.lossShare,
    };
  });
  return roll("reorder") < settings.reorderShare ? reversed(plan) : plan;
}

function eventsOf(fate: AddressFate["fate"] | null, isRead: boolean): EvidenceEvent[] {
  if (fate === "silent") return [];
  if (fate === "rejected") return ["submission_rejected"];
  if (fate === "relay_rejected") return ["submission_accepted", "relay_rejected"];
  if (fate === "relay_failed") return ["submission_accepted", "relay_failed"];
  if (fate === "not_delivered") return ["submission_accepted", "not_delivered"];
  return isRead ? ["submission_accepted", "delivered", "retrieved"] : ["submission_accepted", "delivered"];
}

/** Of an e-mail nothing is ever proved but that it came back: boxes called "yok…" do not exist. */
function emailEventsOf(fate: AddressFate["fate"] | null, to: string): EvidenceEvent[] {
  const isReturned = fate === null ? to.startsWith("yok") : ["rejected", "relay_rejected", "relay_failed", "not_delivered"].includes(fate);
  return isReturned ? ["email_returned"] : [];
}

/** The last evidence is mailed first; none leaves before its own event. */
function reversed(plan: PlannedEvidence[]): PlannedEvidence[] {
  const last = Math.max(0, ...plan.map((one) => one.eventAt));
  return plan.map((one, index) => ({ ...one, dueAt: last + (plan.length - 1 - index) * 20 }));
}

/** What the provider answers when it is asked about the message at this moment. */
export function stateAt(plan: PlannedEvidence[], now: number): string {
  return plan.filter((one) => one.eventAt <= now).at(-1)?.event ?? "received";
}
