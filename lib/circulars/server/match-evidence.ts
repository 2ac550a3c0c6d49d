import type { Actor } from "../../access/policy.ts";
import { recordAll } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { applyEvidence, isDeliveryFailure, waitsForMachine } from "../delivery.ts";
import { type DeliveryRow, lockDeliveries, saveDeliveries } from "./delivery-repository.ts";
import { type EvidenceContent, readEvidenceContent } from "./evidence/evidence-mail.ts";
import { type EvidenceStatement, statementOfRem } from "./evidence/evidence-statement.ts";
import { parseRemEvidence } from "./evidence/rem-evidence.ts";
import { closeAnsweredTasks, openTasks } from "./human-tasks.ts";
import {
  findByMessage,
  findCounted,
  findReceived,
  insertReceived,
  type Kept,
  keepEvidence,
  lockReceived,
  type Received,
} from "./received-evidence.ts";
import { channelCount, evidencePatience, finishDispatches, giveUp } from "./record-outcomes.ts";
import { within } from "./submit-deliveries.ts";

/** One evidence document: its bytes, what they say, and the package its mail names. */
type Paper = { received: Received; evidence: EvidenceStatement | null; packageId: string | null; failure: string | null };

export const matchStoredEvidence = (evidenceId: string, now: Date): Promise<void> => matchReceived([evidenceId], now);

/**
 * Gives stored bytes their meaning: each evidence document in them is matched to its delivery and folded in by rank. What
 * cannot be read or matches nothing goes to quarantine with a task. Repeating changes nothing.
 */
export async function matchReceived(evidenceIds: string[], now: Date): Promise<void> {
  const found = await within(null, now, ({ db }) => findReceived(db, evidenceIds));
  const read = new Map<Received, EvidenceContent>();
  for (const received of found) read.set(received, await readEvidenceContent(Buffer.from(received.raw)));
  if (found.length === 0) return;
  await within(null, now, async (ctx) => {
    const open = await lockReceived(
      ctx.db,
      found.map(({ id }) => id),
    );
    const papers: Paper[] = [];
    for (const [received, content] of read) if (open.has(received.id)) papers.push(...(await papersOf(ctx, received, content)));
    await settle(ctx, papers);
  });
}

async function papersOf(ctx: Context<Actor>, received: Received, content: EvidenceContent): Promise<Paper[]> {
  if (!content.ok) return [{ received, evidence: null, packageId: null, failure: `Okunamadı: ${content.failure}` }];
  if (content.report) return [{ received, evidence: content.report, packageId: null, failure: null }];
  const papers: Paper[] = [];
  for (const [index, { xml, packageId }] of content.documents.entries()) {
    const own = index === 0 ? received : await insertReceived(ctx.db, received, xml);
    const parsed = parseRemEvidence(xml);
    papers.push({
      received: own,
      evidence: parsed.ok ? statementOfRem(parsed.evidence) : null,
      packageId,
      failure: parsed.ok ? null : `Okunamadı: ${parsed.failure}`,
    });
  }
  return papers;
}

async function settle(ctx: Context<Actor>, papers: Paper[]): Promise<void> {
  const { db } = ctx;
  const named = await findByMessage(db, papers.flatMap(messageIdsOf));
  const ids = papers.flatMap((paper) => candidatesOf(paper, named));
  const before = new Map((await lockDeliveries(db, [...new Set(ids)])).map((row) => [row.id, row]));
  // Asked only now: whoever counted the same identifier held the same delivery's lock.
  const counted = await findCounted(
    db,
    papers.flatMap(({ evidence }) => evidence?.identifier ?? []),
  );
  const after = new Map(before);
  const kept: Kept[] = [];
  for (const paper of papers) {
    const entry = judged(paper, deliveryOf(paper, named, after), counted);
    kept.push(entry);
    if (entry.status === "matched" && entry.row && entry.evidence) after.set(entry.row.id, folded(entry.row, entry.evidence));
  }
  await keepEvidence(db, kept);
  await recordKept(ctx, kept);
  await saveChanged(ctx, before, after);
}

const messageIdsOf = ({ evidence }: Paper): string[] =>
  [evidence?.messageIds.userAgent, evidence?.messageIds.byProvider].filter((id) => typeof id === "string");

/** Our own Message-ID first, then the provider's, then the package that the mail around the evidence names. */
function candidatesOf(paper: Paper, named: Map<string, string>): string[] {
  const byMessage = messageIdsOf(paper).flatMap((id) => named.get(id) ?? []);
  if (byMessage.length > 0) return byMessage.slice(0, 1);
  return paper.evidence && paper.packageId && /^[0-9a-f-]{36}$/i.test(paper.packageId) ? [paper.packageId.toLowerCase()] : [];
}

function deliveryOf(paper: Paper, named: Map<string, string>, rows: Map<string, DeliveryRow>): DeliveryRow | null {
  const [id] = candidatesOf(paper, named);
  const row = id ? rows.get(id) : undefined;
  if (!row) return null;
  const isByMessage = messageIdsOf(paper).some((messageId) => named.has(messageId));
  return isByMessage || row.address === paper.evidence?.recipientAddress ? row : null;
}

/** Counts an identifier once, also within the batch. */
function judged({ received, evidence, failure }: Paper, row: DeliveryRow | null, counted: Set<string>): Kept {
  if (!evidence) return { received, status: "quarantined", evidence, row: null, reason: failure };
  if (!row) return { received, status: "quarantined", evidence, row, reason: "Hiçbir gönderiyle eşleşmedi" };
  // Neither proves anything of the other: a KEP provider knows no e-mail, a mail server no KEP.
  if (row.channel !== evidence.channel)
    return { received, status: "quarantined", evidence, row: null, reason: "Gönderi başka bir kanaldan yapıldı" };
  const isRepeated = counted.has(evidence.identifier);
  counted.add(evidence.identifier);
  return { received, status: isRepeated ? "duplicate" : "matched", evidence, row, reason: null };
}

/** What proves no state (a missed retrieval, say) is kept on record all the same. */
function folded(row: DeliveryRow, evidence: EvidenceStatement): DeliveryRow {
  const { proves } = evidence;
  if (!proves) return row;
  const told = applyEvidence(row, { proves, at: evidence.eventAt, reason: evidence.reason?.text ?? evidence.reason?.code ?? null });
  return { ...told, providerId: row.providerId ?? evidence.messageIds.byProvider };
}

async function recordKept(ctx: Context<Actor>, kept: Kept[]): Promise<void> {
  await recordAll(
    ctx,
    kept.map(({ received: { id, raw, source }, status, evidence, row }) => ({
      action: "evidence.received",
      subjectKind: "evidence",
      subjectId: id,
      provinceId: row?.provinceId ?? null,
      payload: { sha256: hex(sha256(raw)), source, status, deliveryId: row?.id ?? null, kind: evidence?.kind ?? null },
    })),
  );
  const stray = kept.filter(({ status }) => status === "quarantined");
  await openTasks(
    ctx,
    stray.map(({ received, reason }) => ({ kind: "quarantined_evidence", detail: reason ?? "", evidenceId: received.id })),
  );
}

async function saveChanged(ctx: Context<Actor>, before: Map<string, DeliveryRow>, after: Map<string, DeliveryRow>): Promise<void> {
  const changed = [...after.values()].filter((row) => row !== before.get(row.id));
  const moved = changed.filter((row) => row.state !== before.get(row.id)?.state);
  const answered = moved.filter(({ id, state }) => !waitsForMachine(state) || before.get(id)?.state === "outcome_unknown");
  // Before a failure asks the next question.
  await closeAnsweredTasks(
    ctx,
    answered.map(({ recipientId }) => recipientId),
    "Delil geldi",
  );
  const saved: DeliveryRow[] = [];
  for (const row of changed) saved.push(moved.includes(row) ? await consequence(ctx, row) : row);
  await saveDeliveries(ctx.db, saved);
  const untried = moved.filter(({ id }) => ["planned", "claimed"].includes(before.get(id)?.state ?? ""));
  await finishDispatches(ctx, [...new Set(untried.map(({ circularId }) => circularId))]);
}

/** What the new state asks for: the next channel after a failure, another look at what is under way, else nothing of the machine. */
async function consequence(ctx: Context<Actor>, row: DeliveryRow): Promise<DeliveryRow> {
  if (isDeliveryFailure(row.state)) return giveUp(ctx, row, await channelCount(ctx, row));
  return { ...row, nextCheckAt: waitsForMachine(row.state) ? new Date(ctx.now.getTime() + evidencePatience) : null };
}
