import { ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import type { Db } from "../../platform/db/transaction.ts";
import type { DeliveryRow } from "./delivery-repository.ts";
import type { EvidenceStatement } from "./evidence/evidence-statement.ts";

/** Raw evidence that has no meaning yet. */
export type Received = { id: string; raw: Uint8Array; source: string; mediaType: string; receivedAt: Date };

/** What was made of it. */
export type Kept = {
  received: Received;
  status: "matched" | "duplicate" | "quarantined";
  evidence: EvidenceStatement | null;
  row: DeliveryRow | null;
  reason: string | null;
};

export async function findReceived(db: Db, ids: string[]): Promise<Received[]> {
  return db.tx.evidence.findMany({
    where: { id: { in: ids }, status: "received" },
    select: { id: true, raw: true, source: true, mediaType: true, receivedAt: true },
    orderBy: { id: "asc" },
  });
}

/** Job, sweep and upload may come to the same bytes at once: the second waits here and then finds nothing left to do. */
export async function lockReceived(db: Db, ids: string[]): Promise<Set<string>> {
  const rows = await db.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM evidence WHERE id = ANY(${ids}::uuid[]) AND status = 'received' ORDER BY id FOR UPDATE`;
  return new Set(rows.map(({ id }) => id));
}

/** Several documents in one mail: each keeps its own bytes beside the mail. */
export async function insertReceived(db: Db, received: Received, xml: Buffer): Promise<Received> {
  const { source, receivedAt } = received;
  const raw = ownBytes(xml);
  const data = { source, mediaType: "application/xml", status: "received", receivedAt, raw, sha256: ownBytes(sha256(xml)) };
  const { id } = await db.tx.evidence.create({ data, select: { id: true } });
  return { ...received, id, raw, mediaType: data.mediaType };
}

/** Deliveries by any Message-ID they are known under, ours or the provider's. */
export async function findByMessage(db: Db, messageIds: string[]): Promise<Map<string, string>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db.tx.$queryRaw<{ wanted: string; id: string }[]>`
    SELECT m.wanted, d.delivery_id AS id FROM unnest(${messageIds}::text[]) AS m(wanted), LATERAL delivery_by_message(m.wanted) d`;
  return new Map(rows.map(({ wanted, id }) => [wanted, id]));
}

/** Which of the provider's identifiers have counted already. */
export async function findCounted(db: Db, identifiers: string[]): Promise<Set<string>> {
  if (identifiers.length === 0) return new Set();
  const rows = await db.tx.evidence.findMany({
    where: { identifier: { in: identifiers }, status: "matched" },
    select: { identifier: true },
  });
  return new Set(rows.flatMap(({ identifier }) => identifier ?? []));
}

/** Writes what was made of a batch with one statement. */
export async function keepEvidence(db: Db, kept: Kept[]): Promise<void> {
  if (kept.length === 0) return;
  await db.tx.$executeRaw`
    UPDATE evidence e SET status = n.status, province_id = n."provinceId", delivery_id = n."deliveryId", recipient_id = n."recipientId",
      identifier = n.identifier, kind = n.kind, outcome = n.outcome, event_at = n."eventAt", issuer = n.issuer, reason = n.reason, next_check_at = NULL
    FROM jsonb_to_recordset(${JSON.stringify(kept.map(asRecord))}::jsonb) AS n(id uuid, status text, "provinceId" smallint, "deliveryId" uuid,
      "recipientId" uuid, identifier text, kind text, outcome text, "eventAt" timestamptz, issuer text, reason text)
    WHERE e.id = n.id`;
}

function asRecord({ received, status, evidence, row, reason }: Kept) {
  return {
    id: received.id,
    status,
    provinceId: row?.provinceId ?? null,
    deliveryId: row?.id ?? null,
    recipientId: row?.recipientId ?? null,
    identifier: evidence?.identifier ?? null,
    kind: evidence?.kind ?? null,
    outcome: evidence?.outcome ?? null,
    eventAt: evidence?.eventAt ?? null,
    issuer: evidence?.issuer ?? "",
    reason: reason ?? evidence?.reason?.text ?? evidence?.reason?.code ?? null,
  };
}
