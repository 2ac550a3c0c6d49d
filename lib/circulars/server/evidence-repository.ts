import type { Prisma } from "../../../prisma/generated/client.ts";
import { ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { type Db, scopeWhere } from "../../platform/db/transaction.ts";

const evidenceColumns = {
  id: true,
  deliveryId: true,
  source: true,
  status: true,
  kind: true,
  outcome: true,
  eventAt: true,
  receivedAt: true,
  issuer: true,
  signatureState: true,
  reason: true,
  mediaType: true,
  raw: true,
  sha256: true,
  delivery: { select: { purpose: true } },
} as const satisfies Prisma.EvidenceSelect;

export type StoredEvidence = Prisma.EvidenceGetPayload<{ select: typeof evidenceColumns }>;

/**
 * Evidence of one recipient, oldest first, with the raw bytes: whoever shows it also checks it. That of word to a superior
 * belongs to everybody the message names, not to whom its delivery stands with.
 */
export async function findEvidenceOf(db: Db, recipientId: string, escalationIds: string[] = []): Promise<StoredEvidence[]> {
  const own = { recipientId, OR: [{ deliveryId: null }, { delivery: { purpose: { not: "escalation" } } }] };
  return db.tx.evidence.findMany({
    where: { OR: [own, { deliveryId: { in: escalationIds } }], ...scopeWhere(db.scope) },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: evidenceColumns,
  });
}

export async function findEvidence(db: Db, id: string): Promise<StoredEvidence | null> {
  return db.tx.evidence.findFirst({ where: { id, ...scopeWhere(db.scope) }, select: evidenceColumns });
}

type OwnRecord = {
  provinceId: number;
  recipientId: string;
  deliveryId: string | null;
  source: "link" | "hand_record" | "phone";
  kind: string;
  eventAt: Date;
  receivedAt: Date;
  raw: Buffer;
};

/** Keeps the bytes of a request or a record made here; they prove what was declared, so they are never rewritten. */
export async function insertOwnEvidence(db: Db, { raw, ...row }: OwnRecord): Promise<string> {
  const { id } = await db.tx.evidence.create({
    data: {
      ...row,
      status: "matched",
      outcome: "positive",
      mediaType: "application/json",
      raw: ownBytes(raw),
      sha256: ownBytes(sha256(raw)),
    },
    select: { id: true },
  });
  return id;
}

/** How the documents of one upload ended; several documents in one file have a row each. */
export async function countUploaded(db: Db, receivedAt: Date, evidenceId: string): Promise<Map<string, number>> {
  const rows = await db.tx.evidence.groupBy({
    by: ["status"],
    where: { source: "upload", receivedAt, id: { gte: evidenceId }, ...scopeWhere(db.scope) },
    _count: { _all: true },
  });
  return new Map(rows.map(({ status, _count }) => [status, _count._all]));
}

const declarationColumns = {
  kind: true,
  source: true,
  declaredName: true,
  declaredTitle: true,
  note: true,
  contentDigest: true,
  evidenceId: true,
  declaredAt: true,
} as const satisfies Prisma.DeclarationSelect;

export type DeclarationRow = Prisma.DeclarationGetPayload<{ select: typeof declarationColumns }>;

export async function findDeclarations(db: Db, recipientId: string): Promise<DeclarationRow[]> {
  return db.tx.declaration.findMany({
    where: { recipientId, ...scopeWhere(db.scope) },
    orderBy: { declaredAt: "asc" },
    select: declarationColumns,
  });
}

export async function insertDeclaration(db: Db, data: Prisma.DeclarationUncheckedCreateInput): Promise<void> {
  await db.tx.declaration.create({ data, select: { id: true } });
}
