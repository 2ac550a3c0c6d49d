import type { Db } from "../../platform/db/transaction.ts";
import type { Preferences } from "../contract.ts";
import type { Role } from "../policy.ts";

export type SignInRow = { id: string; password_hash: string; disabled: boolean; role: Role; province_id: number | null; name: string };

export type SessionRow = {
  id: string;
  userId: string;
  seenAt: Date;
  expiresAt: Date;
  secondFactorAt: Date | null;
  revokedAt: Date | null;
  name: string;
  title: string;
  username: string;
  role: Role;
  provinceId: number | null;
  unitId: string;
  unitName: string;
  disabled: boolean;
  preferences: unknown;
  totpSecret: Uint8Array | null;
};

/** Before anybody is known: through functions that answer for one name or one number, never for a list. */
export async function findForSignIn(db: Db, username: string): Promise<SignInRow | null> {
  const rows = await db.tx.$queryRaw<SignInRow[]>`
    SELECT id, password_hash, disabled, role, province_id, name FROM sign_in_user(${username})`;
  return rows[0] ?? null;
}

export async function insertSession(
  db: Db,
  session: { userId: string; openedAt: Date; expiresAt: Date; agent: string },
): Promise<string | null> {
  const rows = await db.tx.$queryRaw<{ id: string | null }[]>`
    SELECT open_session(${session.userId}::uuid, ${session.openedAt}, ${session.expiresAt}, ${session.agent})::text AS id`;
  return rows[0]?.id ?? null;
}

export async function findSessionRow(db: Db, sessionId: string): Promise<SessionRow | null> {
  const rows = await db.tx.$queryRaw<SessionRow[]>`
    SELECT id::text, user_id::text AS "userId", seen_at AS "seenAt", expires_at AS "expiresAt", second_factor_at AS "secondFactorAt",
           revoked_at AS "revokedAt", name, title, username, role, province_id AS "provinceId", unit_id::text AS "unitId",
           unit_name AS "unitName", disabled, preferences, totp_secret AS "totpSecret"
    FROM find_session(${sessionId}::uuid)`;
  return rows[0] ?? null;
}

export async function moveSeenAt(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.tx.$executeRaw`UPDATE session SET seen_at = ${now} WHERE id = ${sessionId}::uuid AND seen_at < ${now} AND revoked_at IS NULL`;
}

/** False where it was revoked before. */
export async function markRevoked(db: Db, sessionId: string, now: Date): Promise<boolean> {
  const count = await db.tx.$executeRaw`UPDATE session SET revoked_at = ${now} WHERE id = ${sessionId}::uuid AND revoked_at IS NULL`;
  return count === 1;
}

/** False where this step, or a later one, was used before. */
export async function acceptStep(db: Db, sessionId: string, step: number, now: Date): Promise<boolean> {
  const rows = await db.tx.$queryRaw<{ accepted: boolean | null }[]>`
    SELECT accept_second_factor(${sessionId}::uuid, ${step}::int, ${now}) AS accepted`;
  return rows[0]?.accepted === true;
}

export async function storePreferences(db: Db, userId: string, preferences: Preferences): Promise<void> {
  await db.tx.$queryRaw`SELECT save_preferences(${userId}::uuid, ${JSON.stringify(preferences)}::jsonb)::text`;
}

export async function findMode(db: Db): Promise<string | null> {
  const row = await db.tx.installation.findUnique({ where: { id: 1 }, select: { mode: true } });
  return row?.mode ?? null;
}

export async function findDemoSteps(db: Db): Promise<Map<string, number | null>> {
  const rows = await db.tx.$queryRaw<{ username: string; last_step: number | null }[]>`SELECT username, last_step FROM demo_last_steps()`;
  return new Map(rows.map((row) => [row.username, row.last_step]));
}
