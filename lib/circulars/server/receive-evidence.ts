import { ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { matchEvidence } from "../jobs.ts";
import { within } from "./submit-deliveries.ts";

export type EvidenceOrigin = { source: "mail" | "upload" | "provider"; mediaType: string; now: Date };

/** Raw bytes first: stored and queued in one transaction, before the sender hears "accepted". Meaning comes later. */
export async function receiveEvidence(raw: Buffer, { source, mediaType, now }: EvidenceOrigin): Promise<{ evidenceId: string }> {
  return within(null, now, async ({ db }) => {
    const { id } = await db.tx.evidence.create({
      data: {
        source,
        mediaType,
        status: "received",
        receivedAt: now,
        raw: ownBytes(raw),
        sha256: ownBytes(sha256(raw)),
        nextCheckAt: new Date(now.getTime() + 60_000),
      },
      select: { id: true },
    });
    await enqueue(db, matchEvidence, [{ evidenceId: id }]);
    return { evidenceId: id };
  });
}
