import { randomUUID } from "node:crypto";
import { type Actor, type Role, scopeOf, visitor } from "../../lib/access/policy.ts";
import type { CircularRecord, DraftContent } from "../../lib/circulars/contract.ts";
import { amendCircular } from "../../lib/circulars/server/amend-circular.ts";
import { claimDeliveries } from "../../lib/circulars/server/delivery-repository.ts";
import { dispatchCircular } from "../../lib/circulars/server/dispatch-circular.ts";
import { draftCircular } from "../../lib/circulars/server/draft-circular.ts";
import { initialCircular } from "../../lib/circulars/server/initial-circular.ts";
import { matchStoredEvidence } from "../../lib/circulars/server/match-evidence.ts";
import { prepareCircular } from "../../lib/circulars/server/prepare-circular.ts";
import { receiveEvidence } from "../../lib/circulars/server/receive-evidence.ts";
import { linkToken } from "../../lib/circulars/server/recipient-link.ts";
import { recordOutcomes } from "../../lib/circulars/server/record-outcomes.ts";
import { signCircular } from "../../lib/circulars/server/sign-circular.ts";
import { submitCircular } from "../../lib/circulars/server/submit-circular.ts";
import { within } from "../../lib/circulars/server/submit-deliveries.ts";
import type { Context } from "../../lib/platform/context.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import type { EvidenceEvent } from "../../scripts/kep-sandbox/evidence-plan.ts";
import { writeRemEvidence } from "../../scripts/kep-sandbox/rem-writer.ts";
import { ownerSql } from "./database.ts";

export const aksaray = 68;
/** 23 November 2026, 11:00 in Türkiye. */
export const start = new Date("2026-11-23T08:00:00Z");
export const hoursLater = (hours: number, from = start): Date => new Date(from.getTime() + hours * 3_600_000);

/** The demo's person of a role, as a session would make them an actor. */
export async function demoActor(role: Role): Promise<Actor> {
  const [row] = await ownerSql<{ id: string; name: string; unit_id: string; province_id: number | null }>(
    `SELECT id, name, unit_id, province_id FROM user_account WHERE role = $1 ORDER BY username LIMIT 1`,
    [role],
  );
  if (!row) throw new Error(`the demo has no ${role}`);
  return { kind: "user", id: row.id, name: row.name, role, unitId: row.unit_id, provinceId: row.province_id };
}

type Operation<Input, Output> = (ctx: Context<Actor>, input: Input) => Promise<Output>;

/** Runs an operation as the request of an actor would at that moment: own scope, one transaction. */
export async function runAt<Input, Output>(now: Date, actor: Actor, operation: Operation<Input, Output>, input: Input): Promise<Output> {
  return withScope(scopeOf(actor), (db) => operation({ actor, db, now, requestId: randomUUID() }, input), { timeoutMs: 30_000 });
}

export const asVisitor = <Input, Output>(now: Date, operation: Operation<Input, Output>, input: Input): Promise<Output> =>
  runAt(now, visitor, operation, input);

export type People = { officer: Actor; chief: Actor; director: Actor };

export async function thePeople(): Promise<People> {
  return {
    officer: await demoActor("provincial_officer"),
    chief: await demoActor("provincial_chief"),
    director: await demoActor("provincial_director"),
  };
}

type Wanted = { recipients?: DraftContent["recipients"]; subject?: string; dueOn?: string; at?: Date };

/** A draft of the officer with everything `submit` asks for; two recipients of the demo's list unless told. */
export async function aDraft(people: People, { recipients, subject = "Çalışma İzni Belgeleri", dueOn, at = start }: Wanted = {}) {
  const draft = await runAt(at, people.officer, draftCircular, {});
  const content: DraftContent = {
    ...draft.content,
    subject,
    body: [{ kind: "paragraph", text: "Çalışma izni belgelerinin yeni tasarımı ekte sunulmuştur." }],
    closing: "Bilgilerini ve gereğini rica ederim.",
    urgency: dueOn ? "timed" : "normal",
    dueOn: dueOn ?? null,
    recipients: recipients ?? (await demoRecipients(2)),
  };
  return runAt(at, people.officer, amendCircular, { circularId: draft.id, version: draft.version, content });
}

/** The first institutions of the demo's list, all for action. */
export async function demoRecipients(count: number): Promise<DraftContent["recipients"]> {
  const rows = await ownerSql<{ institution_id: string }>(
    `SELECT institution_id FROM distribution_list_member ORDER BY position LIMIT ${Math.trunc(count)}`,
  );
  return rows.map((row) => ({ institutionId: row.institution_id, role: "action" as const }));
}

export async function aSignedCircular(people: People, wanted: Wanted = {}): Promise<CircularRecord> {
  return carriedToSignature(people, await aDraft(people, wanted), wanted.at);
}

/** A complete draft through initials, number and PDF to the signature. */
export async function carriedToSignature(people: People, draft: CircularRecord, at = start): Promise<CircularRecord> {
  const submitted = await runAt(at, people.officer, submitCircular, { circularId: draft.id, version: draft.version });
  const initialled = await runAt(at, people.chief, initialCircular, {
    circularId: draft.id,
    version: submitted.version,
    contentDigest: submitted.contentDigest ?? "",
  });
  const prepared = await runAt(at, people.director, prepareCircular, { circularId: draft.id, version: initialled.version });
  const documentDigest = prepared.document?.documentDigest ?? "";
  return runAt(at, people.director, signCircular, { circularId: draft.id, version: prepared.version, documentDigest });
}

/** Through the real operations: draft → initials → number and PDF → signature → dispatch. Nothing is handed over yet. */
export async function aDispatchedCircular(people: People, wanted: Wanted = {}): Promise<CircularRecord> {
  const { at = start } = wanted;
  const signed = await aSignedCircular(people, wanted);
  const recipientCount = signed.recipients.length;
  return runAt(at, people.officer, dispatchCircular, {
    circularId: signed.id,
    version: signed.version,
    recipientCount,
    duplicateReason: "Deneme gönderimi",
  });
}

/** What the worker does when the provider takes every waiting message. */
export async function handOver(circularId: string, at = start): Promise<void> {
  const rows = await ownerSql<{ id: string }>(
    `SELECT id FROM delivery WHERE circular_id = $1 AND state = 'planned' AND channel IN ('kep', 'email')`,
    [circularId],
  );
  const ids = rows.map(({ id }) => id);
  await within(aksaray, at, async (ctx) => {
    const claimed = await claimDeliveries(ctx.db, ids, at, hoursLater(1, at));
    const tried = claimed.map((delivery) => ({ delivery, outcome: { kind: "submitted" as const, providerId: null, at } }));
    await recordOutcomes(ctx, tried);
  });
}

/** The bytes a provider would write about the letter to one recipient. */
export async function evidenceBytes(recipientId: string, event: EvidenceEvent, at: Date): Promise<Buffer> {
  const [delivery] = await ownerSql<{ message_id: string; address: string }>(
    `SELECT message_id, address FROM delivery WHERE recipient_id = $1 AND purpose = 'letter' ORDER BY created_at DESC LIMIT 1`,
    [recipientId],
  );
  return writtenEvidence(delivery?.message_id ?? "", delivery?.address ?? "", event, at);
}

export function writtenEvidence(messageId: string, to: string, event: EvidenceEvent, at: Date): Buffer {
  const eventAt = at.getTime();
  const evidence = { identifier: randomUUID(), event, eventAt, dueAt: eventAt, copies: 1, isLost: false };
  const message = {
    channel: "kep" as const,
    messageId,
    from: "aksarayiskur@hs01.kep.test",
    to,
    subject: "",
    text: "",
    messageType: "standart",
    packageId: null,
    digest: "",
    bytes: 0,
    attachments: [],
    providerId: `<${randomUUID()}@hs99.kep.test>`,
    receivedAt: eventAt,
    receivedCount: 1,
    plan: [evidence],
  };
  return writeRemEvidence(message, evidence);
}

/** Evidence arrives by mail and is matched. */
export async function evidenceArrives(recipientId: string, event: EvidenceEvent, at: Date): Promise<string> {
  return matchedAt(await evidenceBytes(recipientId, event, at), at);
}

/** The same about any message: a reminder, word to a superior. */
export async function evidenceOf(deliveryId: string, event: EvidenceEvent, at: Date): Promise<string> {
  const [row] = await ownerSql<{ message_id: string; address: string }>("SELECT message_id, address FROM delivery WHERE id = $1", [
    deliveryId,
  ]);
  return matchedAt(writtenEvidence(row?.message_id ?? "", row?.address ?? "", event, at), at);
}

async function matchedAt(raw: Buffer, at: Date): Promise<string> {
  const { evidenceId } = await receiveEvidence(raw, { source: "mail", mediaType: "application/xml", now: at });
  await matchStoredEvidence(evidenceId, at);
  return evidenceId;
}

export const tokenOf = (recipientId: string): string => linkToken({ id: recipientId, linkVersion: 1 });

/** "Yazıyı aldık" as a clerk would fill it in. */
export function aDeclaration(circular: CircularRecord, recipientId: string) {
  return { token: tokenOf(recipientId), contentDigest: circular.contentDigest ?? "", name: "Fatma Kaya", title: "Yazı İşleri Müdürü" };
}
