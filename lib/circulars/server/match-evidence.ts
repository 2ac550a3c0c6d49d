import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { applyEvidence, isDeliveryFailure } from "../delivery.ts";
import { type DeliveryRow, findDeliveries, lockDeliveries, saveDeliveries } from "./delivery-repository.ts";
import { type EvidenceDocument, readEvidenceContent } from "./evidence/evidence-mail.ts";
import { parseRemEvidence, type RemEvidence, targetState } from "./evidence/rem-evidence.ts";
import { closeTasks, openTasks } from "./human-tasks.ts";
import { channelCount, finishDispatches, giveUp } from "./record-outcomes.ts";
import { within } from "./submit-deliveries.ts";

type Received = { id: string; raw: Uint8Array; source: string; mediaType: string; receivedAt: Date };

/**
 * Gives stored bytes their meaning: each evidence document in them is matched to its delivery and folded in by rank. What
 * cannot be read or matches nothing goes to quarantine with a task. Repeating changes nothing.
 */
export async function matchStoredEvidence(evidenceId: string, now: Date): Promise<void> {
  const received = await within(null, now, ({ db }) =>
    db.tx.evidence.findFirst({
      where: { id: evidenceId, status: "received" },
      select: { id: true, raw: true, source: true, mediaType: true, receivedAt: true },
    }),
  );
  if (!received) return;
  const content = await readEvidenceContent(Buffer.from(received.raw));
  await within(null, now, async (ctx) => {
    if (!(await takeReceived(ctx, evidenceId))) return;
    if (!content.ok) return quarantine(ctx, received, `Okunamadı: ${content.failure}`);
    for (const [index, document] of content.documents.entries()) {
      await matchOne(ctx, index === 0 ? received : await ownRow(ctx, received, document), document);
    }
  });
}

/** Job, sweep and upload may come to the same bytes at once: the second waits here and then finds nothing left to do. */
async function takeReceived(ctx: Context<Actor>, evidenceId: string): Promise<boolean> {
  const rows = await ctx.db.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM evidence WHERE id = ${evidenceId}::uuid AND status = 'received' FOR UPDATE`;
  return rows.length > 0;
}

/** Several documents in one mail: each keeps its own bytes beside the mail. */
async function ownRow(ctx: Context<Actor>, received: Received, { xml }: EvidenceDocument): Promise<Received> {
  const data = {
    source: received.source,
    mediaType: "application/xml",
    status: "received",
    receivedAt: received.receivedAt,
    raw: ownBytes(xml),
    sha256: ownBytes(sha256(xml)),
  };
  const { id } = await ctx.db.tx.evidence.create({ data, select: { id: true } });
  return { ...received, id, raw: data.raw, mediaType: data.mediaType };
}

async function matchOne(ctx: Context<Actor>, received: Received, { xml, packageId }: EvidenceDocument): Promise<void> {
  const parsed = parseRemEvidence(xml);
  if (!parsed.ok) return quarantine(ctx, received, `Okunamadı: ${parsed.failure}`);
  const { evidence } = parsed;
  const delivery = await findMatch(ctx, evidence, packageId);
  if (!delivery) return quarantine(ctx, received, "Hiçbir gönderiyle eşleşmedi", evidence);
  const proves = targetState(evidence);
  const [row] = await lockDeliveries(ctx.db, [delivery.id]);
  if (!row) return quarantine(ctx, received, "Hiçbir gönderiyle eşleşmedi", evidence);
  if (!(await keepMatched(ctx, received, evidence, row))) return;
  // Kept on record although it proves no state (a missed retrieval, say).
  if (!proves) return;
  const told = applyEvidence(row, { proves, at: evidence.eventAt, reason: evidence.reason?.text ?? evidence.reason?.code ?? null });
  const named = { ...told, providerId: row.providerId ?? evidence.messageIds.byProvider };
  await saveDeliveries(ctx.db, [await consequence(ctx, row, named)]);
  await finishDispatches(ctx, [row.circularId]);
}

async function findMatch(ctx: Context<Actor>, evidence: RemEvidence, packageId: string | null): Promise<DeliveryRow | null> {
  for (const messageId of [evidence.messageIds.userAgent, evidence.messageIds.byProvider]) {
    if (!messageId) continue;
    const rows = await ctx.db.tx.$queryRaw<{ delivery_id: string }[]>`SELECT delivery_id FROM delivery_by_message(${messageId})`;
    const id = rows[0]?.delivery_id;
    if (id) return (await findDeliveries(ctx.db, [id]))[0] ?? null;
  }
  if (!packageId || !/^[0-9a-f-]{36}$/i.test(packageId)) return null;
  const [row] = await findDeliveries(ctx.db, [packageId.toLowerCase()]);
  return row && row.address === evidence.recipientAddress ? row : null;
}

/** False where the provider's identifier has counted already. */
async function keepMatched(ctx: Context<Actor>, received: Received, evidence: RemEvidence, row: DeliveryRow): Promise<boolean> {
  const earlier = await ctx.db.tx.evidence.findFirst({
    where: { identifier: evidence.identifier, status: "matched" },
    select: { id: true },
  });
  const status = earlier ? "duplicate" : "matched";
  await keep(ctx, received, { status, evidence, row });
  return !earlier;
}

async function quarantine(ctx: Context<Actor>, received: Received, reason: string, evidence: RemEvidence | null = null): Promise<void> {
  await keep(ctx, received, { status: "quarantined", evidence, row: null, reason });
  await openTasks(ctx, [{ kind: "quarantined_evidence", detail: reason, evidenceId: received.id }]);
}

type Kept = { status: "matched" | "duplicate" | "quarantined"; evidence: RemEvidence | null; row: DeliveryRow | null; reason?: string };

async function keep(ctx: Context<Actor>, received: Received, { status, evidence, row, reason }: Kept): Promise<void> {
  await ctx.db.tx.evidence.updateMany({
    where: { id: received.id },
    data: {
      status,
      provinceId: row?.provinceId ?? null,
      deliveryId: row?.id ?? null,
      recipientId: row?.recipientId ?? null,
      identifier: evidence?.identifier ?? null,
      kind: evidence?.kind ?? null,
      outcome: evidence?.outcome ?? null,
      eventAt: evidence?.eventAt ?? null,
      issuer: evidence?.senderAddress ?? "",
      reason: reason ?? evidence?.reason?.text ?? evidence?.reason?.code ?? null,
      nextCheckAt: null,
    },
  });
  await record(ctx, {
    action: "evidence.received",
    subjectKind: "evidence",
    subjectId: received.id,
    provinceId: row?.provinceId ?? null,
    payload: {
      sha256: hex(sha256(received.raw)),
      source: received.source,
      status,
      deliveryId: row?.id ?? null,
      kind: evidence?.kind ?? null,
    },
  });
}

/** What the new state asks for: nothing more of the machine, the next channel after a failure, a task that answered itself. */
async function consequence(ctx: Context<Actor>, before: DeliveryRow, row: DeliveryRow): Promise<DeliveryRow> {
  if (row.state === before.state) return row;
  if (isDeliveryFailure(row.state)) return giveUp(ctx, row, await channelCount(ctx, row));
  if (row.state === "delivered" || row.state === "read") {
    await closeTasks(ctx, row.recipientId, "Delil geldi");
    return { ...row, nextCheckAt: null };
  }
  return { ...row, nextCheckAt: new Date(ctx.now.getTime() + 60 * 60_000) };
}
