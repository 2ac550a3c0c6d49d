// A channel hands one message for one recipient to the outside world and says what came of it.
// It never throws for an expected outcome: the delivery job records the value it returns.

export type ChannelKind = "kep" | "email" | "hand" | "post";

export type RefusalReason = "rejected" | "too_large" | "address_invalid" | "bounced";

export type DeliveryOutcome =
  | { kind: "submitted"; providerId: string | null; at: Date }
  | { kind: "delivered"; at: Date }
  | { kind: "deferred"; until: Date | null; reason: string }
  | { kind: "refused"; reason: RefusalReason; detail: string }
  | { kind: "unknown"; detail: string };

/** `messageId` is derived from the delivery and stays the same on every try; `raw` is the whole message, sent byte for byte. */
export type ChannelMessage = { messageId: string; from: string; to: string; raw: Buffer };

export type ProviderAnswer = { known: false } | { known: true; state: string; providerId: string | null } | { unavailable: true };

/** A channel a message can be submitted to; by hand and post have none, their outcome is recorded by a person. */
export interface Channel {
  readonly kind: ChannelKind;
  submit(message: ChannelMessage): Promise<DeliveryOutcome>;
  /** Present only if the provider can be asked what became of a Message-ID. */
  ask?(messageId: string): Promise<ProviderAnswer>;
  /** Raw evidence the provider keeps for a Message-ID; null when it cannot be had now. */
  fetchEvidence?(messageId: string): Promise<Buffer[] | null>;
  close(): Promise<void>;
}
