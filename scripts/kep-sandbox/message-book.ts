// Every message the sandbox has taken, by Message-ID: the same one again is counted, never taken twice. The counters
// are what the crash tests judge the application by.
import { z } from "zod";
import { type PlannedEvidence, planEvidence, stateAt } from "./evidence-plan.ts";
import { openJournal } from "./journal.ts";
import { stableUuid } from "./random.ts";
import type { SandboxSettings } from "./settings.ts";

const Received = z.object({
  /** By which door it came; journals of before had only one. */
  channel: z.enum(["kep", "email"]).default("kep"),
  messageId: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  messageType: z.string().nullable(),
  packageId: z.string().nullable(),
  digest: z.string(),
  bytes: z.number(),
  attachments: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type ReceivedMessage = z.infer<typeof Received>;

const Planned = z.object({
  identifier: z.string(),
  event: z.enum([
    "submission_accepted",
    "submission_rejected",
    "relay_rejected",
    "relay_failed",
    "delivered",
    "not_delivered",
    "retrieved",
    "email_returned",
  ]),
  eventAt: z.number(),
  dueAt: z.number(),
  copies: z.number(),
  isLost: z.boolean(),
});

const Booked = Received.extend({ providerId: z.string(), receivedAt: z.number(), receivedCount: z.number(), plan: z.array(Planned) });
export type BookedMessage = z.infer<typeof Booked>;

const Entry = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), message: Booked }),
  z.object({ kind: z.literal("again"), messageId: z.string() }),
  z.object({ kind: z.literal("sent"), identifier: z.string() }),
]);
type Entry = z.infer<typeof Entry>;

export type MessageBook = ReturnType<typeof openMessageBook>;

export function openMessageBook(options: { directory: string | null; seed: number }) {
  const journal = openJournal(options.directory);
  const messages = new Map<string, BookedMessage>();
  const sent = new Set<string>();
  let handOverCount = 0;
  let refusedCount = 0;

  function apply(entry: Entry): void {
    if (entry.kind === "sent") return void sent.add(entry.identifier);
    handOverCount += 1;
    if (entry.kind === "message") messages.set(entry.message.messageId, entry.message);
    const again = entry.kind === "again" ? messages.get(entry.messageId) : undefined;
    if (again) again.receivedCount += 1;
  }
  function record(entry: Entry): void {
    journal.append(entry);
    apply(entry);
  }
  for (const entry of journal.entries) apply(Entry.parse(entry));

  return {
    /** Takes a message; `isNew` is false when this Message-ID was taken before. */
    take(received: ReceivedMessage, receivedAt: number, settings: SandboxSettings): { message: BookedMessage; isNew: boolean } {
      const known = messages.get(received.messageId);
      if (known) {
        record({ kind: "again", messageId: received.messageId });
        return { message: known, isNew: false };
      }
      const providerId = `<EYWS${stableUuid(options.seed, received.messageId)}@hs99.kep.test>`;
      const plan = planEvidence({ ...received, receivedAt }, options.seed, settings);
      const message: BookedMessage = { ...received, providerId, receivedAt, receivedCount: 1, plan };
      record({ kind: "message", message });
      return { message, isNew: true };
    },
    countRefusal: () => {
      refusedCount += 1;
    },
    markSent: (identifier: string) => record({ kind: "sent", identifier }),
    pendingOf: (message: BookedMessage) => message.plan.filter((one) => !one.isLost && !sent.has(one.identifier)),
    find: (messageId: string) => messages.get(messageId) ?? messages.get(`<${messageId}>`) ?? null,
    all: () => [...messages.values()],
    counts: () => ({
      messages: messages.size,
      handOvers: handOverCount,
      duplicates: handOverCount - messages.size,
      evidenceSent: sent.size,
      refused: refusedCount,
    }),
    close: () => journal.close(),
  };
}

/** The public shape of a message, as the provider's status service answers it. */
export function describeMessage(message: BookedMessage, now: number) {
  const { plan, ...rest } = message;
  return { known: true as const, state: stateAt(plan, now), ...rest, evidence: plan.map((one: PlannedEvidence) => one.identifier) };
}
