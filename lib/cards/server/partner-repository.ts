import type { Prisma } from "../../../prisma/generated/client.ts";
import type { Db } from "../../platform/db/transaction.ts";

export type NewMessage = {
  partner: "nvi" | "ptt";
  kind: "batch_answer" | "manifest_count";
  batchId?: string;
  manifestId?: string;
  sha256: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
  source: "file" | "endpoint";
  receivedAt: Date;
  receivedByName: string;
  summary: Record<string, number>;
};

export type StoredMessage = {
  id: string;
  kind: string;
  batchId: string | null;
  manifestId: string | null;
  summary: Record<string, number>;
};

/** The same bytes are one message, however often and by whichever way they come. */
export async function findMessage(db: Db, sha256: Uint8Array<ArrayBuffer>): Promise<StoredMessage | null> {
  const row = await db.tx.partnerMessage.findUnique({
    where: { sha256 },
    select: { id: true, kind: true, batchId: true, manifestId: true, summary: true },
  });
  return row && { ...row, summary: row.summary as Record<string, number> };
}

export async function insertMessage(db: Db, message: NewMessage): Promise<void> {
  await db.tx.partnerMessage.create({ data: { ...message, summary: message.summary as Prisma.InputJsonObject } });
}

export async function answersOf(db: Db, batchId: string) {
  return await db.tx.partnerMessage.findMany({
    where: { batchId, kind: "batch_answer" },
    select: { id: true, receivedAt: true, receivedByName: true, source: true, sha256: true, summary: true },
    orderBy: { receivedAt: "desc" },
    take: 100,
  });
}
