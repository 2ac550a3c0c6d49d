import type { ProvenState } from "../../delivery.ts";
import { type RemEvidence, targetState } from "./rem-evidence.ts";

/** What a piece of evidence states of one message, whichever channel it speaks of. */
export type EvidenceStatement = {
  /** Only a delivery by this channel can be meant: KEP evidence proves nothing of an e-mail. */
  channel: "kep" | "email";
  /** The issuer's own name for it; the same one counts once. */
  identifier: string;
  kind: string;
  outcome: string;
  proves: ProvenState | null;
  eventAt: Date;
  issuer: string | null;
  recipientAddress: string | null;
  messageIds: { byProvider: string | null; userAgent: string | null };
  reason: { code: string; text: string | null } | null;
};

export function statementOfRem({ digest: _, senderAddress: __, ...evidence }: RemEvidence): EvidenceStatement {
  return { ...evidence, channel: "kep", proves: targetState(evidence) };
}
