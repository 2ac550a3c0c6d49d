import type { Db } from "../../platform/db/transaction.ts";

// Public pages see no table: only functions that take the secret and return the public shape (architecture.md, "Scope twice").

export type PublicLetter = {
  state: string;
  documentNumber: string;
  documentOn: Date;
  subject: string;
  heading: string[];
  signedAt: Date;
  documentDigest: Uint8Array;
  pages: number;
  recipientCount: bigint;
};

export async function findPublicLetter(db: Db, code: string): Promise<PublicLetter | null> {
  const rows = await db.tx.$queryRaw<PublicLetter[]>`
    SELECT state, document_number AS "documentNumber", document_on AS "documentOn", subject, heading, signed_at AS "signedAt",
           document_digest AS "documentDigest", coalesce(document_pages, 0) AS pages, recipient_count AS "recipientCount"
    FROM public_letter(${code}::uuid)`;
  return rows[0] ?? null;
}

/** Null also for a letter that is no longer in force. */
export async function findPublicFiles(db: Db, code: string): Promise<{ document: Uint8Array; signature: Uint8Array } | null> {
  const rows = await db.tx.$queryRaw<
    { document: Uint8Array; signature: Uint8Array }[]
  >`SELECT document, signature FROM public_letter_files(${code}::uuid)`;
  return rows[0] ?? null;
}

/** The letter that stands in the place of the one with this code, once it was sent. */
export async function findPublicReplacement(db: Db, code: string): Promise<{ documentNumber: string; documentOn: Date } | null> {
  const rows = await db.tx.$queryRaw<
    { documentNumber: string; documentOn: Date }[]
  >`SELECT document_number AS "documentNumber", document_on AS "documentOn" FROM public_replacement(${code}::uuid)`;
  return rows[0] ?? null;
}

export async function findPublicLink(db: Db, hash: Uint8Array): Promise<{ recipientId: string; provinceId: number } | null> {
  const rows = await db.tx.$queryRaw<
    { recipientId: string; provinceId: number }[]
  >`SELECT recipient_id AS "recipientId", province_id AS "provinceId" FROM public_link(${new Uint8Array(hash)})`;
  return rows[0] ?? null;
}
