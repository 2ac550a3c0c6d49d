import type { Db } from "../../platform/db/transaction.ts";

export type OwnAccount = { phone: string; passwordAt: Date | null; totpAt: Date | null; recoveryLeft: number };

/** One's own account, by the number of the session one came with. */
export async function findOwnAccount(db: Db, sessionId: string): Promise<OwnAccount | null> {
  const rows = await db.tx.$queryRaw<OwnAccount[]>`
    SELECT phone, password_at AS "passwordAt", totp_at AS "totpAt", recovery_left AS "recoveryLeft" FROM own_account(${sessionId}::uuid)`;
  return rows[0] ?? null;
}

export async function storePassword(db: Db, sessionId: string, passwordHash: string, now: Date): Promise<boolean> {
  const rows = await db.tx.$queryRaw<{ done: boolean | null }[]>`
    SELECT change_password(${sessionId}::uuid, ${passwordHash}, ${now}) AS done`;
  return rows[0]?.done === true;
}

export type NewSecret = { sealedSecret: Uint8Array; step: number; codeHashes: Uint8Array[] };

export async function storeSecondFactor(db: Db, sessionId: string, secret: NewSecret, now: Date): Promise<boolean> {
  const rows = await db.tx.$queryRaw<{ done: boolean | null }[]>`
    SELECT enrol_second_factor(${sessionId}::uuid, ${Buffer.from(secret.sealedSecret)}::bytea, ${secret.step}::int, ${now}) AS done`;
  await storeRecoveryCodes(db, sessionId, secret.codeHashes);
  return rows[0]?.done === true;
}

export async function storeRecoveryCodes(db: Db, sessionId: string, codeHashes: Uint8Array[]): Promise<void> {
  const hashes = codeHashes.map((hash) => Buffer.from(hash));
  await db.tx.$queryRaw`SELECT replace_recovery_codes(${sessionId}::uuid, ${hashes}::bytea[])::text`;
}

/** How many are left after this one, or null where it is none of the person's. */
export async function takeRecoveryCode(db: Db, sessionId: string, codeHash: Uint8Array, now: Date): Promise<number | null> {
  const rows = await db.tx.$queryRaw<{ left: number | null }[]>`
    SELECT use_recovery_code(${sessionId}::uuid, ${Buffer.from(codeHash)}::bytea, ${now}) AS "left"`;
  return rows[0]?.left ?? null;
}
