import { z } from "zod";
import { canonicalJson } from "../../platform/crypto/canonical.ts";

/** What the officer wrote about a delivery by hand or post; its stored bytes are the evidence (N6). */
const HandRecord = z.object({
  kind: z.literal("hand_delivery"),
  circularId: z.string(),
  recipientId: z.string(),
  recipientName: z.string(),
  documentDigest: z.string(),
  channel: z.enum(["hand", "post"]),
  deliveredOn: z.string(),
  receivedBy: z.string(),
  note: z.string(),
  recordedById: z.string().nullable(),
  recordedAt: z.string(),
});
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
