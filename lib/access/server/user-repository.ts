// Accounts of every province, in the accounts' own scope alone; no password and no secret is read here.
import type { Prisma } from "../../../prisma/generated/client.ts";
import { accountsSql, accountsWhere, type Db } from "../../platform/db/transaction.ts";
import { accountKeeper, type Role } from "../policy.ts";
import { idleMinutes } from "../session.ts";

const select = {
  id: true,
  username: true,
  name: true,
  title: true,
  phone: true,
  role: true,
  provinceId: true,
  unitId: true,
  totpAt: true,
  passwordAt: true,
  needsSetUp: true,
  disabledAt: true,
  version: true,
  unit: { select: { name: true } },
} as const satisfies Prisma.UserSelect;

export type StoredUser = Prisma.UserGetPayload<{ select: typeof select }> & { role: Role };

export async function listStoredUsers(db: Db): Promise<StoredUser[]> {
  return (await db.tx.user.findMany({ where: accountsWhere(db.scope), select })) as StoredUser[];
}

export async function findUser(db: Db, id: string): Promise<StoredUser | null> {
  return (await db.tx.user.findFirst({ where: { id, ...accountsWhere(db.scope) }, select })) as StoredUser | null;
}

/** Nobody else changes the account until the transaction ends. */
export async function lockUser(db: Db, id: string): Promise<StoredUser | null> {
  await db.tx.$queryRaw`SELECT id FROM user_account WHERE id = ${id}::uuid AND ${accountsSql(db.scope)} FOR UPDATE`;
  return await findUser(db, id);
}

export async function isUsernameTaken(db: Db, username: string): Promise<boolean> {
  return (await db.tx.user.findFirst({ where: { username, ...accountsWhere(db.scope) }, select: { id: true } })) !== null;
}

/** Who could still decide if these were gone: open accounts that have been set up. */
export async function countKeepersBesides(db: Db, id: string): Promise<number> {
  const where = { role: accountKeeper, disabledAt: null, needsSetUp: false, id: { not: id }, ...accountsWhere(db.scope) };
  return await db.tx.user.count({ where });
}

export type NewUser = {
  id: string;
  username: string;
  name: string;
  title: string;
  phone: string;
  role: Role;
  unitId: string;
  provinceId: number | null;
};

/** No password fits until the set-up link is used. */
export async function insertUser(db: Db, user: NewUser): Promise<void> {
  await db.tx.user.create({ data: { ...user, passwordHash: "-", needsSetUp: true }, select: { id: true } });
}

export type UserColumns = Partial<Omit<NewUser, "id" | "username"> & { disabledAt: Date | null; needsSetUp: boolean }>;

export async function updateUser(db: Db, { id, version }: StoredUser, columns: UserColumns): Promise<void> {
  await db.tx.user.updateMany({ where: { id, ...accountsWhere(db.scope) }, data: { ...columns, version: version + 1 } });
}

/** Whatever opened the account opens it no longer. */
export async function clearCredentials(db: Db, id: string): Promise<void> {
  const data = { passwordHash: "-", passwordAt: null, totpSecret: null, totpLastStep: null, totpAt: null };
  await db.tx.user.updateMany({ where: { id, ...accountsWhere(db.scope) }, data });
  await db.tx.$queryRaw`SELECT forget_recovery_codes(${id}::uuid)::text`;
}

export type Presence = { userId: string; lastSeenAt: Date; open: number };

/** When these people were last here, and at how many browsers they are now. */
export async function findPresence(db: Db, userIds: readonly string[], now: Date): Promise<Presence[]> {
  return await db.tx.$queryRaw<Presence[]>`
    SELECT user_id::text AS "userId", max(seen_at) AS "lastSeenAt",
           count(*) FILTER (WHERE revoked_at IS NULL AND expires_at > ${now} AND seen_at > ${idleSince(now)})::int AS open
    FROM session WHERE user_id = ANY(${[...userIds]}::uuid[]) GROUP BY user_id`;
}

const idleSince = (now: Date): Date => new Date(now.getTime() - idleMinutes * 60_000);

export type SessionLine = { id: string; createdAt: Date; seenAt: Date; userAgent: string };

/** The person's live sessions, the latest first. */
export async function findLiveSessions(db: Db, userId: string, now: Date): Promise<SessionLine[]> {
  return await db.tx.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now }, seenAt: { gt: idleSince(now) } },
    select: { id: true, createdAt: true, seenAt: true, userAgent: true },
    orderBy: { seenAt: "desc" },
    take: 50,
  });
}

/** The sessions that were still open; all of the person's but one. */
export async function revokeSessionsOf(db: Db, userId: string, now: Date, except: string | null = null): Promise<string[]> {
  const rows = await db.tx.$queryRaw<{ id: string }[]>`
    UPDATE session SET revoked_at = ${now}
    WHERE user_id = ${userId}::uuid AND revoked_at IS NULL AND id IS DISTINCT FROM ${except}::uuid
    RETURNING id::text`;
  return rows.map(({ id }) => id);
}

export type UnitLine = { id: string; name: string; provinceId: number | null };

export async function findUnitLine(db: Db, id: string): Promise<UnitLine | null> {
  return await db.tx.unit.findFirst({ where: { id, ...accountsWhere(db.scope) }, select: { id: true, name: true, provinceId: true } });
}

/** One start at a time decides whether an installation still needs its first accounts. */
export async function lockAccounts(db: Db): Promise<void> {
  await db.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('first accounts'))::text`;
}
