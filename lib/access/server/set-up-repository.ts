import type { Db } from "../../platform/db/transaction.ts";
import type { Role } from "../policy.ts";

/** A person has one link at a time; the one before opens nothing any more. */
export async function insertLink(
  db: Db,
  link: { userId: string; tokenHash: Uint8Array<ArrayBuffer>; asksIdentity: boolean; issuedAt: Date; expiresAt: Date },
): Promise<void> {
  await endLinks(db, link.userId, link.issuedAt);
  await db.tx.setUpLink.create({ data: link, select: { id: true } });
}

export async function endLinks(db: Db, userId: string, now: Date): Promise<void> {
  await db.tx.setUpLink.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } });
}

export async function findLiveLink(db: Db, userId: string, now: Date): Promise<{ expiresAt: Date } | null> {
  return await db.tx.setUpLink.findFirst({ where: { userId, endedAt: null, expiresAt: { gt: now } }, select: { expiresAt: true } });
}

/** Whether the account was made for whoever comes first, and never taken. */
export async function wasIssuedToNobody(db: Db, userId: string): Promise<boolean> {
  return (await db.tx.setUpLink.findFirst({ where: { userId, asksIdentity: true }, select: { id: true } })) !== null;
}

export type SetUpAccount = {
  userId: string;
  username: string;
  name: string;
  title: string;
  role: Role;
  provinceId: number | null;
  unitName: string;
  asksIdentity: boolean;
  expiresAt: Date;
};

/** By the token's digest, through the function that answers for one link. */
export async function findSetUpAccount(db: Db, tokenHash: Uint8Array, now: Date): Promise<SetUpAccount | null> {
  const rows = await db.tx.$queryRaw<SetUpAccount[]>`
    SELECT user_id::text AS "userId", username, name, title, role, province_id AS "provinceId", unit_name AS "unitName",
           asks_identity AS "asksIdentity", expires_at AS "expiresAt"
    FROM set_up_account(${Buffer.from(tokenHash)}, ${now})`;
  return rows[0] ?? null;
}

export type SetUpValues = {
  passwordHash: string;
  sealedSecret: Uint8Array | null;
  step: number | null;
  codeHashes: Uint8Array[];
  identity: { username: string; name: string; title: string } | null;
};

/** False where the link has been used in the meantime. */
export async function storeSetUp(db: Db, tokenHash: Uint8Array, values: SetUpValues, now: Date): Promise<boolean> {
  const { passwordHash, sealedSecret, step, codeHashes, identity } = values;
  const rows = await db.tx.$queryRaw<{ id: string | null }[]>`
    SELECT complete_set_up(${Buffer.from(tokenHash)}, ${passwordHash}, ${sealedSecret && Buffer.from(sealedSecret)}::bytea, ${step}::int,
      ${codeHashes.map((hash) => Buffer.from(hash))}::bytea[], ${identity && JSON.stringify(identity)}::jsonb, ${now})::text AS id`;
  return Boolean(rows[0]?.id);
}
