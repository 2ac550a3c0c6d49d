// The door: next-auth keeps a cookie that carries only a session's number; who that is, and whether it still holds, is
// read from the row on every request. next-auth is known here, in api/auth and in proxy.ts only.
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import type { NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cache } from "react";
import { z } from "zod";
import type { Me } from "@/lib/access/contract.ts";
import { installationMode } from "@/lib/access/server/installation.ts";
import { describeMe } from "@/lib/access/server/read-me.ts";
import { findSession, type OpenSession, revokeSession } from "@/lib/access/server/sessions.ts";
import { signIn } from "@/lib/access/server/sign-in.ts";
import { absoluteHours } from "@/lib/access/session.ts";
import { env } from "@/lib/platform/config/env.ts";
import { withScope } from "@/lib/platform/db/transaction.ts";
import { AppError } from "@/lib/platform/errors.ts";
import { sessionCookieName } from "@/lib/platform/http/session-cookie.ts";
import { log } from "@/lib/platform/log.ts";

export type { OpenSession };

const Credential = z.object({ username: z.string().min(1).max(200), password: z.string().min(1).max(200) });

/** A request that no person made (a page refreshing itself) says so, and does not keep the session awake. */
const passiveHeader = "x-passive";

/** The live session this request carries, or null. */
export async function sessionOf(request: NextRequest): Promise<OpenSession | null> {
  const sessionId = await sessionIdIn(request.cookies.get(sessionCookieName(env.PUBLIC_URL))?.value);
  return sessionId ? await findSession(sessionId, new Date(), { passive: request.headers.has(passiveHeader) }) : null;
}

/** The same for server components; asked once a request, however many ask. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  const jar = await cookies();
  const sessionId = await sessionIdIn(jar.get(sessionCookieName(env.PUBLIC_URL))?.value);
  return sessionId ? await findSession(sessionId, new Date()) : null;
});

/** The signed-in user for a page's first paint, or null. */
export async function currentMe(): Promise<Me | null> {
  const session = await currentSession();
  return session && (await describeMe(session));
}

/** What every page outside production says of itself. */
export const currentMode = cache(installationMode);

/** Opening a cookie's seal costs more than the rest of a request; what it says never changes, so it is opened once. */
const openedCookies = new Map<string, { sid: string; endsAt: number }>();
const openedLimit = 10_000;

async function sessionIdIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const known = openedCookies.get(cookie);
  if (known && Date.now() < known.endsAt) return known.sid;
  const token = await decode({ token: cookie, secret: env.SESSION_SECRET }).catch(() => null);
  const sid = z.uuid().safeParse(token?.sid);
  if (!sid.success) return null;
  if (openedCookies.size >= openedLimit) openedCookies.clear();
  openedCookies.set(cookie, { sid: sid.data, endsAt: Number(token?.exp ?? 0) * 1_000 });
  return sid.data;
}

/** Made at the first request: a build imports this file and has no environment. */
export function authOptions(): NextAuthOptions {
  const isSecure = env.PUBLIC_URL.startsWith("https:");
  const maxAge = absoluteHours * 3_600;
  return {
    secret: env.SESSION_SECRET,
    session: { strategy: "jwt", maxAge, updateAge: maxAge },
    jwt: { maxAge },
    useSecureCookies: isSecure,
    cookies: {
      sessionToken: { name: sessionCookieName(env.PUBLIC_URL), options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } },
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider()],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.sid } : { sub: token.sub, sid: token.sid }),
      session: async ({ session, token }) => {
        const live = token.sid ? await findSession(token.sid, new Date(), { passive: true }) : null;
        return live ? { expires: live.endsAt.toISOString() } : ({} as typeof session);
      },
      redirect: ({ url }) => (url.startsWith(`${env.PUBLIC_URL}/`) || /^\/(?!\/)/.test(url) ? url : env.PUBLIC_URL),
    },
    events: { signOut: async ({ token }) => await close(token?.sid) },
  };
}

function passwordProvider() {
  return Credentials({
    credentials: { username: {}, password: {} },
    async authorize(given, request) {
      const credential = Credential.safeParse(given);
      if (!credential.success) return null;
      const headers = new Headers(request.headers as Record<string, string>);
      const outcome = await signIn(
        { now: new Date(), requestId: randomUUID() },
        { ...credential.data, network: networkOf(headers), agent: headers.get("user-agent") ?? "" },
      ).catch(refuseUnexpected);
      if (outcome.kind === "refused") throw new Error(`${outcome.code} ${outcome.retryAfter}`);
      return { id: outcome.userId, sid: outcome.sessionId };
    },
  });
}

/** next-auth puts an error's text into an address; nothing but a code may stand there. */
function refuseUnexpected(error: unknown): never {
  if (error instanceof AppError && error.code === "unavailable") throw new Error("unavailable");
  log().error({ error: error instanceof Error ? error.stack : String(error) }, "sign-in failed unexpectedly");
  throw new Error("internal");
}

async function close(sessionId: string | undefined): Promise<void> {
  const now = new Date();
  const session = sessionId ? await findSession(sessionId, now, { passive: true }) : null;
  if (!session) return;
  await withScope({ kind: "none" }, (db) =>
    revokeSession({ actor: session.actor, db, now, requestId: randomUUID() }, session.sessionId, "signed_out"),
  );
}

/** The last address in the list is the one our own load balancer saw; those before it are what the caller claims. */
const networkOf = (headers: Headers): string => headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";
