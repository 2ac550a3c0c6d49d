import { record } from "../../audit/server/record.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { clearTries, takeTry } from "../../platform/db/rate-limit.ts";
import { withScope } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { Actor } from "../policy.ts";
import { lockOut } from "../session.ts";
import { acceptStep, findSessionRow, type SessionRow } from "./repository.ts";
import { forgetSession } from "./sessions.ts";
import { matchingStep, openTotpSecret } from "./totp.ts";

/**
 * Second step of sign-in. Tries are counted over all sessions of the user, so that opening another one with the same
 * password gives no further guesses. A code counts once (RFC 6238, 5.2).
 */
export async function verifySecondFactor(ctx: Context<Actor>, input: { code: string }): Promise<{ verifiedAt: string }> {
  const row = ctx.sessionId ? await findSessionRow(ctx.db, ctx.sessionId) : null;
  if (!row) throw new AppError("unauthenticated");
  if (row.secondFactorAt) return { verifiedAt: row.secondFactorAt.toISOString() };
  const key = `second-factor:${row.userId}`;
  const attempt = await takeTry({ key, ...lockOut, now: ctx.now });
  if (!attempt.allowed) throw new AppError("locked_out", { retryAfter: attempt.retryAfter });
  if (!(await accept(ctx, row, input.code))) {
    await recordRefusal(ctx, row);
    throw new AppError("code_refused", { invalidParams: [{ path: "code", message: "Kod geçersiz ya da kullanılmış." }] });
  }
  await record(ctx, { action: "session.second_factor_accepted", subjectKind: "user", subjectId: row.userId, payload: {} });
  await clearTries(key);
  forgetSession(row.id);
  return { verifiedAt: ctx.now.toISOString() };
}

async function accept(ctx: Context<Actor>, row: SessionRow, code: string): Promise<boolean> {
  if (!row.totpSecret) return false;
  const secret = openTotpSecret(Buffer.from(env.DATA_KEY, "base64"), row.userId, row.totpSecret);
  const step = await matchingStep(secret, code, ctx.now);
  return step !== null && (await acceptStep(ctx.db, row.id, step, ctx.now));
}

/** In a transaction of its own: the refusal rolls the operation's back. */
async function recordRefusal(ctx: Context<Actor>, row: SessionRow): Promise<void> {
  await withScope({ kind: "none" }, (db) =>
    record(
      { ...ctx, db },
      { action: "session.refused", subjectKind: "user", subjectId: row.userId, provinceId: row.provinceId, payload: { reason: "code" } },
    ),
  );
}
