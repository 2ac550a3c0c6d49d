import type { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";

const columns = {
  id: true,
  provinceId: true,
  institutionId: true,
  name: true,
  role: true,
  linkVersion: true,
  acknowledgedAt: true,
  actionReportedAt: true,
  waivedAt: true,
  version: true,
  circular: {
    select: {
      id: true,
      unitId: true,
      state: true,
      subject: true,
      documentNumber: true,
      documentOn: true,
      dueOn: true,
      documentPages: true,
      documentFileId: true,
      contentDigest: true,
      attachments: { orderBy: { position: "asc" }, select: { id: true, title: true, fileId: true, file: { select: { size: true } } } },
      recipients: { select: { role: true, acknowledgedAt: true, actionReportedAt: true, waivedAt: true } },
    },
  },
} as const satisfies Prisma.CircularRecipientSelect;

export type LinkedRecipient = Prisma.CircularRecipientGetPayload<{ select: typeof columns }>;

/** The link's own recipient with the letter it opens; both within the link's province. */
export async function findLinkedRecipient(db: Db, id: string): Promise<LinkedRecipient | null> {
  return db.tx.circularRecipient.findFirst({ where: { id, ...scopeWhere(db.scope) }, select: columns });
}

/** Two clicks at once: the second waits for the first, and then finds what it declared. */
export async function lockLinkedRecipient(db: Db, id: string): Promise<void> {
  await db.tx.$queryRaw`SELECT id FROM circular_recipient WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
}
