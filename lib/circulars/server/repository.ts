import type { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";

const file = { select: { name: true, mediaType: true, size: true, sha256: true } } as const;

const columns = {
  id: true,
  provinceId: true,
  unitId: true,
  state: true,
  subject: true,
  references: true,
  body: true,
  closing: true,
  urgency: true,
  layout: true,
  dueOn: true,
  distributionListId: true,
  distributionListVersion: true,
  templateVersion: true,
  template: { select: { id: true, name: true, version: true } },
  contactName: true,
  contactTitle: true,
  contactPhone: true,
  draftedById: true,
  signatoryId: true,
  contentDigest: true,
  documentNumber: true,
  documentOn: true,
  verificationCode: true,
  documentFileId: true,
  documentDigest: true,
  documentPages: true,
  signedAttributes: true,
  signatureFileId: true,
  preparedAt: true,
  preparedById: true,
  signedAt: true,
  dispatchedAt: true,
  replacesId: true,
  replacement: true,
  replaceReason: true,
  createdAt: true,
  updatedAt: true,
  version: true,
  incomingLetter: { select: { id: true, letterOn: true, letterNumber: true, institution: { select: { name: true } } } },
  reviews: { orderBy: [{ round: "asc" }, { position: "asc" }] },
  attachments: { orderBy: { position: "asc" }, select: { id: true, position: true, title: true, pages: true, fileId: true, file } },
  recipients: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      institutionId: true,
      position: true,
      name: true,
      dative: true,
      role: true,
      channels: true,
      acknowledgedAt: true,
      actionReportedAt: true,
      waivedAt: true,
      institution: { select: { relation: true, kind: true } },
    },
  },
} as const satisfies Prisma.CircularSelect;

export type CircularRow = Prisma.CircularGetPayload<{ select: typeof columns }>;

/** The circular with all that its rules look at; `not_found` outside the scope, as for an id that never was. */
export async function getCircular(db: Db, id: string): Promise<CircularRow> {
  const row = await db.tx.circular.findFirst({ where: { id, ...scopeWhere(db.scope) }, select: columns });
  if (!row) throw new AppError("not_found");
  return row;
}

/** Locks the circular for the rest of the transaction, then reads it: no command decides on a row that moves. */
export async function lockCircular(db: Db, id: string): Promise<CircularRow> {
  await db.tx.$queryRaw`SELECT id FROM circular WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  return getCircular(db, id);
}

/** Saves changed columns and moves the version on. */
export async function saveCircular(db: Db, row: CircularRow, now: Date, data: Prisma.CircularUncheckedUpdateInput): Promise<void> {
  const where = { id: row.id, version: row.version, ...scopeWhere(db.scope) };
  const { count } = await db.tx.circular.updateMany({ where, data: { ...data, version: row.version + 1, updatedAt: now } });
  if (count !== 1) throw new AppError("stale_version");
}

export async function insertCircular(db: Db, data: Prisma.CircularUncheckedCreateInput): Promise<string> {
  const { id } = await db.tx.circular.create({ data, select: { id: true } });
  return id;
}

export async function replaceRecipients(
  db: Db,
  circular: { id: string; provinceId: number },
  recipients: Omit<Prisma.CircularRecipientCreateManyInput, "circularId" | "provinceId" | "position">[],
): Promise<void> {
  const { id: circularId, provinceId } = circular;
  await db.tx.circularRecipient.deleteMany({ where: { circularId, ...scopeWhere(db.scope) } });
  await db.tx.circularRecipient.createMany({
    data: recipients.map((recipient, index) => ({ ...recipient, circularId, provinceId, position: index + 1 })),
  });
}

/** Plans a round of initials in the given order, in place of the round's undecided plan. */
export async function replaceReviews(
  db: Db,
  circular: { id: string; provinceId: number },
  round: number,
  userIds: string[],
): Promise<void> {
  const { id: circularId, provinceId } = circular;
  await db.tx.circularReview.deleteMany({ where: { circularId, round, ...scopeWhere(db.scope) } });
  await db.tx.circularReview.createMany({
    data: userIds.map((userId, index) => ({ circularId, provinceId, round, position: index + 1, userId })),
  });
}

/** The same stored files under another circular: a file's bytes never change. */
export async function copyAttachments(db: Db, from: CircularRow, circularId: string): Promise<void> {
  await db.tx.circularAttachment.createMany({
    data: from.attachments.map(({ position, title, pages, fileId }) => ({
      circularId,
      provinceId: from.provinceId,
      position,
      title,
      pages,
      fileId,
    })),
  });
}

export async function insertFile(db: Db, data: Prisma.FileUncheckedCreateInput): Promise<string> {
  const { id } = await db.tx.file.create({ data, select: { id: true } });
  return id;
}

export type StoredFile = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> };

export async function getFile(db: Db, id: string): Promise<StoredFile> {
  const row = await db.tx.file.findFirst({ where: { id, ...scopeWhere(db.scope) }, select: { name: true, mediaType: true, bytes: true } });
  if (!row) throw new AppError("not_found");
  return row;
}
