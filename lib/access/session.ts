/**
 * A session is the time one person spends signed in at one browser. It ends 30 minutes after the last request, at the
 * latest 10 hours after it was opened (an office day), or at once when it is revoked or the account is closed. The
 * cookie carries only its number; everything else is read from its row.
 */
export const idleMinutes = 30;
export const absoluteHours = 10;

/** A request moves the end of the session at most this often. */
export const touchSeconds = 30;

const MINUTE = 60_000;

export type SessionTimes = { seenAt: Date; expiresAt: Date; revokedAt: Date | null };

export const idleEndOf = ({ seenAt, expiresAt }: Pick<SessionTimes, "seenAt" | "expiresAt">): Date =>
  new Date(Math.min(seenAt.getTime() + idleMinutes * MINUTE, expiresAt.getTime()));

export const expiryOf = (openedAt: Date): Date => new Date(openedAt.getTime() + absoluteHours * 60 * MINUTE);

export const isLive = (session: SessionTimes, now: Date): boolean => session.revokedAt === null && now < idleEndOf(session);

export const needsTouch = (session: SessionTimes, now: Date): boolean => now.getTime() - session.seenAt.getTime() >= touchSeconds * 1_000;

/** Five wrong passwords, or codes, in a row close the account's door for five minutes. */
export const lockOut = { limit: 5, seconds: 300 } as const;

/** Sign-ins a minute from one network address, whoever they are for. */
export const networkLimit = { limit: 60, seconds: 60 } as const;

/** Where to go on after signing in: a path of this application, never another site. */
export function safeNext(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /\p{Cc}/u.test(next)) return "/";
  const base = "http://this.test";
  const url = new URL(next, base);
  return url.origin === base && !url.pathname.startsWith("/sign-in") && !url.pathname.startsWith("/api/") ? next : "/";
}
