import type { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";

const circularColumns = {
  id: true,
  provinceId: true,
  unitId: true,
  state: true,
  subject: true,
  documentNumber: true,
  documentOn: true,
  dueOn: true,
  dispatchedAt: true,
  contentDigest: true,
  documentDigest: true,
  recipients: { select: { role: true, acknowledgedAt: true, actionReportedAt: true, waivedAt: true } },
} as const satisfies Prisma.CircularSelect;

export type BoardCircular = Prisma.CircularGetPayload<{ select: typeof circularColumns }>;

/** The circular with what completion is computed from; `not_found` outside the scope. */
export async function getBoardCircular(db: Db, id: string): Promise<BoardCircular> {
  const row = await db.tx.circular.findFirst({ where: { id, ...scopeWhere(db.scope) }, select: circularColumns });
  if (!row) throw new AppError("not_found");
  return row;
}

const recipientColumns = {
  id: true,
  provinceId: true,
  circularId: true,
  position: true,
  name: true,
  role: true,
  channels: true,
  acknowledgedAt: true,
  actionReportedAt: true,
  acknowledgedByPhone: true,
  actionReportedByPhone: true,
  promisedOn: true,
  waivedAt: true,
  waiveReason: true,
  remindedAt: true,
  version: true,
  institution: { select: { phone: true } },
  deliveries: {
    orderBy: [{ createdAt: "asc" }, { channelIndex: "asc" }, { attempt: "asc" }],
    select: {
      id: true,
      purpose: true,
      channel: true,
      channelIndex: true,
      address: true,
      attempt: true,
      state: true,
      tryCount: true,
      nextCheckAt: true,
      claimedAt: true,
      lastReason: true,
      submittedAt: true,
      acceptedAt: true,
      deliveredAt: true,
      readAt: true,
      failedAt: true,
      createdAt: true,
    },
  },
  tasks: {
    orderBy: { createdAt: "asc" },
    select: { id: true, kind: true, detail: true, createdAt: true, closedAt: true, resolution: true },
  },
} as const satisfies Prisma.CircularRecipientSelect;

export type BoardRecipient = Prisma.CircularRecipientGetPayload<{ select: typeof recipientColumns }>;
export type BoardDelivery = BoardRecipient["deliveries"][number];

/** All recipients of a circular, or the named ones, in the order of the distribution, with every delivery and task. */
export async function findBoardRecipients(db: Db, circularId: string, ids?: string[]): Promise<BoardRecipient[]> {
  return db.tx.circularRecipient.findMany({
    where: { circularId, ...(ids && { id: { in: ids } }), ...scopeWhere(db.scope) },
    orderBy: { position: "asc" },
    select: recipientColumns,
  });
}

/** Locks recipients in one order for everybody; a command decides only on rows that stand still. */
export async function lockRecipients(db: Db, circularId: string, ids: string[]): Promise<BoardRecipient[]> {
  await db.tx.$queryRaw`
    SELECT id FROM circular_recipient WHERE circular_id = ${circularId}::uuid AND id = ANY(${ids}::uuid[])
      AND ${scopeSql(db.scope, "province_id")} ORDER BY id FOR UPDATE`;
  return findBoardRecipients(db, circularId, ids);
}

/** Saves changed columns of a locked recipient and moves its version on. */
export async function saveRecipient(
  db: Db,
  recipient: { id: string; version: number },
  data: Prisma.CircularRecipientUncheckedUpdateInput,
): Promise<void> {
  const where = { id: recipient.id, version: recipient.version, ...scopeWhere(db.scope) };
  const { count } = await db.tx.circularRecipient.updateMany({ where, data: { ...data, version: recipient.version + 1 } });
  if (count !== 1) throw new AppError("stale_version");
}

/** A reminder changes nothing that a decision rests on, so the version stays. */
export async function markReminded(db: Db, ids: string[], now: Date): Promise<void> {
  await db.tx.circularRecipient.updateMany({ where: { id: { in: ids }, ...scopeWhere(db.scope) }, data: { remindedAt: now } });
}
