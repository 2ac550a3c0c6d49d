// How the sandbox behaves. The defaults are those of the demo: quick, mostly friendly, and six in ten recipients read.
import { z } from "zod";

const Span = z.tuple([z.number().min(0), z.number().min(0)]);
const Share = z.number().min(0).max(1);

/** What goes wrong while a message is handed over; `times` counts per address (RCPT) or per Message-ID (the others). */
export const HandOverFault = z.object({
  kind: z.enum([
    "rcpt_deferred",
    "rcpt_refused",
    "data_deferred",
    "data_refused",
    "data_too_large",
    "hang_after_data",
    "reset_after_data",
    "reset_during_data",
  ]),
  share: Share.default(1),
  address: z.string().nullable().default(null),
  times: z.int().min(1).nullable().default(null),
  /** For the faults after DATA: whether the provider keeps the message although nobody hears its answer. */
  isKept: z.boolean().default(true),
});
export type HandOverFault = z.infer<typeof HandOverFault>;

/** What becomes of an accepted message at one address; without an entry it is delivered and perhaps read. */
export const AddressFate = z.object({
  address: z.string(),
  fate: z.enum(["rejected", "relay_rejected", "relay_failed", "not_delivered", "silent", "unread", "read"]),
});
export type AddressFate = z.infer<typeof AddressFate>;

export const SandboxSettings = z.object({
  submissionDelayMs: Span.default([500, 1500]),
  deliveryDelayMs: Span.default([1000, 4000]),
  retrievalDelayMs: Span.default([4000, 15_000]),
  retrievalShare: Share.default(0.6),
  lossShare: Share.default(0),
  duplicateShare: Share.default(0),
  reorderShare: Share.default(0),
  faults: z.array(HandOverFault).max(50).default([]),
  fates: z.array(AddressFate).max(20_000).default([]),
  isSignatureRequired: z.boolean().default(true),
  /** Evidence is prepared but not mailed while this is set. */
  isEvidenceHeld: z.boolean().default(false),
  evidenceRetryMs: z.number().min(10).default(1000),
});
export type SandboxSettings = z.infer<typeof SandboxSettings>;

export const SandboxSettingsChange = SandboxSettings.partial();
export type SandboxSettingsChange = z.input<typeof SandboxSettingsChange>;

export function changeSettings(current: SandboxSettings, change: unknown): SandboxSettings {
  const given = z.record(z.string(), z.unknown()).parse(change);
  const unknown = Object.keys(given).filter((key) => !(key in SandboxSettings.shape));
  if (unknown.length > 0) throw new Error(`unknown settings: ${unknown.join(", ")}`);
  return SandboxSettings.parse({ ...current, ...given });
}
