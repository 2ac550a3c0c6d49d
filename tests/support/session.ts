import { encode } from "next-auth/jwt";
import pg from "pg";
import type { Role } from "../../lib/access/policy.ts";
import { sessionCookieName } from "../../lib/platform/http/session-cookie.ts";
import { demoAccounts } from "../../prisma/demo-accounts.ts";

export type SessionCookie = { name: string; value: string; sessionId: string; userId: string };

type Signing = { ownerUrl: string; sessionSecret: string; publicUrl: string; secondFactor?: boolean };

/** The first demo account of a role. */
export function accountOf(role: Role): string {
  const account = demoAccounts.find((candidate) => candidate.role === role);
  if (!account) throw new Error(`no demo account is a ${role}`);
  return account.username;
}

/** Opens a session as the database's owner would see it, without the sign-in form: the cookie carries only its number. */
export async function openSession(
  username: string,
  { ownerUrl, sessionSecret, publicUrl, secondFactor = true }: Signing,
): Promise<SessionCookie> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; user_id: string }>(
      `INSERT INTO session (user_id, expires_at, second_factor_at)
       SELECT id, now() + interval '10 hours', CASE WHEN $2 THEN now() END FROM user_account WHERE username = $1
       RETURNING id, user_id`,
      [username, secondFactor],
    );
    const [session] = rows;
    if (!session) throw new Error(`the demo has no account ${username}`);
    const value = await encode({ token: { sub: session.user_id, sid: session.id }, secret: sessionSecret });
    return { name: sessionCookieName(publicUrl), value, sessionId: session.id, userId: session.user_id };
  } finally {
    await client.end();
  }
}
