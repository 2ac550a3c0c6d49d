import { record } from "../../audit/server/record.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { clearTries, takeRate, takeTry } from "../../platform/db/rate-limit.ts";
import { withScope } from "../../platform/db/transaction.ts";
import { asciiLower } from "../../platform/locale/tr.ts";
import { visitor } from "../policy.ts";
import { expiryOf, lockOut, networkLimit } from "../session.ts";
import { isRightPassword } from "./passwords.ts";
import { findForSignIn, insertSession, type SignInRow } from "./repository.ts";

export type SignIn = { username: string; password: string; network: string; agent: string };

export type SignInOutcome =
  | { kind: "opened"; sessionId: string; userId: string }
  | { kind: "refused"; code: "sign_in_refused" | "locked_out" | "rate_limited"; retryAfter: number };

type Moment = { now: Date; requestId: string };

/**
 * First step of sign-in. The answer and its time are the same for a name that does not exist, for a closed account and
 * for a wrong password. No transaction is open while the password is computed.
 */
export async function signIn(moment: Moment, input: SignIn): Promise<SignInOutcome> {
  const { now } = moment;
  const username = asciiLower(input.username.normalize("NFC").trim());
  const rate = await takeRate({ key: `sign-in:network:${input.network}`, ...networkLimit, now });
  if (!rate.allowed) return { kind: "refused", code: "rate_limited", retryAfter: rate.retryAfter };
  const tryKey = `sign-in:name:${hex(sha256(username))}`;
  const attempt = await takeTry({ key: tryKey, ...lockOut, now });
  const user = await withScope({ kind: "none" }, (db) => findForSignIn(db, username));
  if (!attempt.allowed) {
    await recordRefusal(moment, user, "locked");
    return { kind: "refused", code: "locked_out", retryAfter: attempt.retryAfter };
  }
  const isRight = await isRightPassword(user?.password_hash ?? null, input.password);
  const opened = user && isRight && !user.disabled ? await open(moment, user, input.agent) : null;
  if (!user || !opened) {
    await recordRefusal(moment, user, isRight ? "disabled" : "password");
    return { kind: "refused", code: "sign_in_refused", retryAfter: 0 };
  }
  await clearTries(tryKey);
  return { kind: "opened", sessionId: opened, userId: user.id };
}

async function open({ now, requestId }: Moment, user: SignInRow, agent: string): Promise<string | null> {
  return await withScope({ kind: "none" }, async (db) => {
    const sessionId = await insertSession(db, { userId: user.id, openedAt: now, expiresAt: expiryOf(now), agent });
    if (!sessionId) return null;
    const actor = { ...visitor, kind: "user" as const, id: user.id, name: user.name, role: user.role, provinceId: user.province_id };
    const ctx = { actor, db, now, requestId };
    await record(ctx, { action: "session.opened", subjectKind: "user", subjectId: user.id, payload: { method: "password" } });
    return sessionId;
  });
}

/** Of an unknown name only the try is kept: what was typed may be a password in the wrong field. */
async function recordRefusal(
  { now, requestId }: Moment,
  user: SignInRow | null,
  reason: "password" | "locked" | "disabled",
): Promise<void> {
  await withScope({ kind: "none" }, (db) =>
    record(
      { actor: visitor, db, now, requestId },
      {
        action: "session.refused",
        subjectKind: "user",
        subjectId: user?.id ?? "-",
        provinceId: user?.province_id ?? null,
        payload: { reason },
      },
    ),
  );
}
