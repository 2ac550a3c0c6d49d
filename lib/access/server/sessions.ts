import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { withScope } from "../../platform/db/transaction.ts";
import { Preferences } from "../contract.ts";
import { type Actor, needsSecondFactor } from "../policy.ts";
import { idleEndOf, isLive, needsTouch } from "../session.ts";
import { findSessionRow, markRevoked, moveSeenAt, type SessionRow } from "./repository.ts";

/** Who is signed in with this request, and until when. */
export type OpenSession = {
  sessionId: string;
  actor: Actor;
  title: string;
  username: string;
  unitName: string;
  secondFactor: "not_needed" | "pending" | "done";
  idleEndsAt: Date;
  endsAt: Date;
  preferences: Preferences;
};

/** A revocation elsewhere is seen after a second at the latest; two are allowed (quality.md, T5). */
const cacheMs = 1_000;
const cacheLimit = 10_000;
const cache = new Map<string, { row: SessionRow | null; readAt: number }>();

/** The live session of this number, or null. Being found moves its idle end, unless nobody acted (`passive`). */
export async function findSession(sessionId: string, now: Date, options: { passive?: boolean } = {}): Promise<OpenSession | null> {
  const row = await readCached(sessionId, now);
  if (!row || row.disabled || !isLive(row, now)) return null;
  if (!options.passive && needsTouch(row, now)) {
    await withScope({ kind: "none" }, (db) => moveSeenAt(db, sessionId, now));
    row.seenAt = now;
  }
  return present(row);
}

/** Ends a session at once here, and within a second in every other process. */
export async function revokeSession(ctx: Context<Actor>, sessionId: string, reason: "signed_out" | "revoked"): Promise<void> {
  const row = await findSessionRow(ctx.db, sessionId);
  if (!row) return;
  if (await markRevoked(ctx.db, sessionId, ctx.now)) {
    await record(ctx, {
      action: "session.closed",
      subjectKind: "user",
      subjectId: row.userId,
      provinceId: row.provinceId,
      payload: { reason },
    });
  }
  forgetSession(sessionId);
}

/** Makes the next look-up read the row again. */
export function forgetSession(sessionId: string): void {
  cache.delete(sessionId);
  reading.delete(sessionId);
}

async function readCached(sessionId: string, now: Date): Promise<SessionRow | null> {
  const known = cache.get(sessionId);
  const age = known ? now.getTime() - known.readAt : Number.POSITIVE_INFINITY;
  // Not while a code is awaited: the request that follows it must not be told to show it again.
  if (known && age >= 0 && age < cacheMs && !awaitsCode(known.row)) return known.row;
  // One that may await its code is asked by every request for itself, for the same reason.
  const shared = known && !awaitsCode(known.row) ? reading.get(sessionId) : undefined;
  return await (shared ?? read(sessionId, now));
}

/** Requests that come while the row is read once more wait for it, instead of each reading it: ten at a time each second. */
const reading = new Map<string, Promise<SessionRow | null>>();

async function read(sessionId: string, now: Date): Promise<SessionRow | null> {
  const asked = withScope({ kind: "none" }, (db) => findSessionRow(db, sessionId));
  reading.set(sessionId, asked);
  try {
    const row = await asked;
    // One that was forgotten meanwhile may have been read before its revocation: it must not be kept.
    if (reading.get(sessionId) === asked) keep(sessionId, row, now);
    return row;
  } finally {
    if (reading.get(sessionId) === asked) reading.delete(sessionId);
  }
}

function keep(sessionId: string, row: SessionRow | null, now: Date): void {
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(sessionId, { row, readAt: now.getTime() });
}

function present(row: SessionRow): OpenSession {
  const { id, name, role, unitId, provinceId, title, username, unitName } = row;
  const preferences = Preferences.safeParse(row.preferences);
  return {
    sessionId: id,
    actor: { kind: "user", id: row.userId, name, role, unitId, provinceId },
    title,
    username,
    unitName,
    secondFactor: secondFactorOf(row),
    idleEndsAt: idleEndOf(row),
    endsAt: row.expiresAt,
    preferences: preferences.success ? preferences.data : Preferences.parse({}),
  };
}

const awaitsCode = (row: SessionRow | null): boolean => row !== null && secondFactorOf(row) === "pending";

/** Whoever has enrolled one is asked for it, also where the role would not demand it. */
function secondFactorOf({ role, secondFactorAt, totpSecret }: SessionRow): OpenSession["secondFactor"] {
  if (!needsSecondFactor(role) && totpSecret === null) return "not_needed";
  return secondFactorAt ? "done" : "pending";
}
