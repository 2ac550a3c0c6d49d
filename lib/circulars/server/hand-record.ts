import { z } from "zod";
import { canonicalJson } from "../../platform/crypto/canonical.ts";

const Recorded = z.object({
  circularId: z.string(),
  recipientId: z.string(),
  recipientName: z.string(),
  documentDigest: z.string(),
  recordedById: z.string().nullable(),
  recordedAt: z.string(),
});

/** What an officer wrote down about a delivery by hand or post, or about KEP by file; its stored bytes are the evidence (N6). */
const HandRecord = z.discriminatedUnion("kind", [
  Recorded.extend({
    kind: z.literal("hand_delivery"),
    channel: z.enum(["hand", "post"]),
    deliveredOn: z.string(),
    receivedBy: z.string(),
    note: z.string(),
  }),
  Recorded.extend({
    kind: z.literal("kep_submission"),
    address: z.string(),
    messageId: z.string(),
    providerId: z.string(),
    submittedOn: z.string(),
  }),
]);
export type HandRecord = z.infer<typeof HandRecord>;

export const handRecordBytes = (kept: HandRecord): Buffer => Buffer.from(canonicalJson(kept), "utf8");

/** Null for bytes that are no such record. */
export function handRecordOf(raw: Uint8Array): HandRecord | null {
  try {
    const parsed = HandRecord.safeParse(JSON.parse(Buffer.from(raw).toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
