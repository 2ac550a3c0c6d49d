import { withScope } from "./transaction.ts";

/** At most `limit` within `seconds`, counted from the first of them. */
export type Rate = { key: string; limit: number; seconds: number; now: Date };

/**
 * Counts one try and says whether it is within the limit. It commits by itself, so that a refused operation is counted
 * too; the row is shared by all replicas.
 */
export async function takeRate({ key, limit, seconds, now }: Rate): Promise<{ allowed: boolean; retryAfter: number }> {
  const windowStart = new Date(now.getTime() - seconds * 1_000);
  const rows = await withScope(
    { kind: "none" },
    ({ tx }) => tx.$queryRaw<{ count: number; started_at: Date }[]>`
      INSERT INTO rate_window AS w (key, started_at, count) VALUES (${key}, ${now}, 1)
      ON CONFLICT (key) DO UPDATE SET
        started_at = CASE WHEN w.started_at <= ${windowStart} THEN excluded.started_at ELSE w.started_at END,
        count = CASE WHEN w.started_at <= ${windowStart} THEN 1 ELSE least(w.count + 1, ${limit} + 1) END
      RETURNING count, started_at`,
  );
  const window = rows[0] ?? { count: 1, started_at: now };
  if (window.count <= limit) return { allowed: true, retryAfter: 0 };
  const endsAt = window.started_at.getTime() + seconds * 1_000;
  return { allowed: false, retryAfter: Math.max(1, Math.ceil((endsAt - now.getTime()) / 1_000)) };
}

/** `limit` tries in a row; the last one allowed starts a wait of `seconds`. A success is cleared by {@link clearTries}. */
export type Tries = { key: string; limit: number; seconds: number; now: Date };

/**
 * Counts a try before its outcome is known, so that parallel guesses count one by one. Once the tries are used up every
 * further one is refused until the wait is over; refused ones do not lengthen it.
 */
export async function takeTry({ key, limit, seconds, now }: Tries): Promise<{ allowed: boolean; retryAfter: number }> {
  const over = new Date(now.getTime() - seconds * 1_000);
  const rows = await withScope(
    { kind: "none" },
    ({ tx }) => tx.$queryRaw<{ count: number; started_at: Date }[]>`
      INSERT INTO rate_window AS w (key, started_at, count) VALUES (${key}, ${now}, 1)
      ON CONFLICT (key) DO UPDATE SET
        started_at = CASE WHEN w.started_at <= ${over} OR w.count < ${limit} THEN excluded.started_at ELSE w.started_at END,
        count = CASE WHEN w.started_at <= ${over} THEN 1 ELSE least(w.count + 1, ${limit} + 1) END
      RETURNING count, started_at`,
  );
  const tries = rows[0] ?? { count: 1, started_at: now };
  if (tries.count <= limit) return { allowed: true, retryAfter: 0 };
  return { allowed: false, retryAfter: Math.max(1, Math.ceil((tries.started_at.getTime() - over.getTime()) / 1_000)) };
}

export async function clearTries(key: string): Promise<void> {
  await withScope({ kind: "none" }, ({ tx }) => tx.$executeRaw`DELETE FROM rate_window WHERE key = ${key}`);
}

/** Forgets windows that ended long ago; no window is longer than a day. */
export async function pruneRates(now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60 * 1_000);
  return await withScope({ kind: "none" }, ({ tx }) => tx.$executeRaw`DELETE FROM rate_window WHERE started_at < ${dayAgo}`);
}
