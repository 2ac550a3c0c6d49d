import { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, type RowScope, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";

const columns = {
  id: true,
  provinceId: true,
  kind: true,
  subjectId: true,
  payload: true,
  payloadDigest: true,
  reason: true,
  fileId: true,
  state: true,
  proposedById: true,
  proposedByName: true,
  proposedAt: true,
  expiresAt: true,
  decidedByName: true,
  decidedAt: true,
  note: true,
  version: true,
} as const;

/** Proposals about accounts have no province and are seen in the accounts' own scope alone. */
const rowsWhere = (scope: RowScope) => (scope.kind === "accounts" ? { provinceId: null, kind: "user_change" } : scopeWhere(scope));
const rowsSql = (scope: RowScope): Prisma.Sql =>
  scope.kind === "accounts" ? Prisma.sql`province_id IS NULL AND kind = 'user_change'` : scopeSql(scope, "province_id");

export type StoredProposal = Awaited<ReturnType<typeof findProposal>> & object;

export async function findProposal(db: Db, id: string) {
  return await db.tx.proposal.findFirst({ where: { AND: [{ id }, rowsWhere(db.scope)] }, select: columns });
}

/** Nobody else decides until the transaction ends. */
export async function lockProposal(db: Db, id: string) {
  await db.tx.$queryRaw`SELECT id FROM proposal WHERE id = ${id}::uuid AND ${rowsSql(db.scope)} FOR UPDATE`;
  return await findProposal(db, id);
}

export async function findWaiting(db: Db, kind: string, subjectId: string, now: Date) {
  const where = { AND: [{ kind, subjectId, state: "proposed", expiresAt: { gt: now } }, rowsWhere(db.scope)] };
  return await db.tx.proposal.findFirst({ where, select: columns, orderBy: { proposedAt: "desc" } });
}

/** Every waiting proposal of a kind, oldest first. */
export async function findWaitingOfKind(db: Db, kind: string, now: Date) {
  const where = { AND: [{ kind, state: "proposed", expiresAt: { gt: now } }, rowsWhere(db.scope)] };
  return await db.tx.proposal.findMany({ where, select: columns, orderBy: { proposedAt: "asc" } });
}

export async function listStored(db: Db, kinds: string[], limit: number) {
  return await db.tx.proposal.findMany({
    where: { AND: [{ kind: { in: kinds } }, rowsWhere(db.scope)] },
    select: columns,
    orderBy: [{ state: "desc" }, { proposedAt: "desc" }],
    take: limit,
  });
}

export type NewProposal = {
  provinceId: number | null;
  kind: string;
  subjectId: string;
  payload: object;
  payloadDigest: Uint8Array<ArrayBuffer>;
  reason: string;
  fileId: string | null;
  proposedById: string;
  proposedByName: string;
  proposedAt: Date;
  expiresAt: Date;
};

export async function insertProposal(db: Db, proposal: NewProposal): Promise<string> {
  const { id } = await db.tx.proposal.create({ data: proposal, select: { id: true } });
  return id;
}

export type Decided = {
  state: "executed" | "refused" | "withdrawn";
  decidedById: string;
  decidedByName: string;
  decidedAt: Date;
  note: string;
};

export async function storeDecision(db: Db, proposal: { id: string; version: number }, decided: Decided): Promise<void> {
  const where = { AND: [{ id: proposal.id, version: proposal.version }, rowsWhere(db.scope)] };
  await db.tx.proposal.updateMany({ where, data: { ...decided, note: decided.note || null, version: proposal.version + 1 } });
}
