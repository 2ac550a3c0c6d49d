import { ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { matchEvidence } from "../jobs.ts";
import { within } from "./submit-deliveries.ts";

export type EvidenceOrigin = { source: "mail" | "upload" | "provider"; mediaType: string; now: Date };

/** Raw bytes first: stored and queued in one transaction, before the sender hears "accepted". Meaning comes later. */
export async function receiveEvidence(raw: Buffer, origin: EvidenceOrigin): Promise<{ evidenceId: string }> {
  const [evidenceId = ""] = await receiveAllEvidence([raw], origin);
  return { evidenceId };
}

/** The same for several at once: all are stored or none. */
export async function receiveAllEvidence(raws: Buffer[], { source, mediaType, now }: EvidenceOrigin): Promise<string[]> {
  const nextCheckAt = new Date(now.getTime() + 60_000);
  const data = raws.map((raw) => ({
    source,
    mediaType,
    status: "received",
    receivedAt: now,
    raw: ownBytes(raw),
    sha256: ownBytes(sha256(raw)),
    nextCheckAt,
  }));
  return within(null, now, async ({ db }) => {
    const ids = (await db.tx.evidence.createManyAndReturn({ data, select: { id: true } })).map(({ id }) => id);
    await enqueue(
      db,
      matchEvidence,
      ids.map((evidenceId) => ({ evidenceId })),
    );
    return ids;
  });
}
