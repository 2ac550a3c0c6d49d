import { record } from "../../audit/server/record.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { clearTries, takeTry } from "../../platform/db/rate-limit.ts";
import { withScope } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { Actor } from "../policy.ts";
import { lockOut } from "../session.ts";
import { takeRecoveryCode } from "./account-repository.ts";
import { acceptStep, findSessionRow, type SessionRow } from "./repository.ts";
import { recoveryDigest } from "./second-factor.ts";
import { forgetSession } from "./sessions.ts";
import { matchingStep, openTotpSecret } from "./totp.ts";

type Accepted = { verifiedAt: string; recoveryCodesLeft: number | null };

/**
 * Second step of sign-in. Tries are counted over all sessions of the user, so that opening another one with the same
 * password gives no further guesses. A code counts once (RFC 6238, 5.2), a recovery code too.
 */
export async function verifySecondFactor(ctx: Context<Actor>, input: { code: string }): Promise<Accepted> {
  const row = ctx.sessionId ? await findSessionRow(ctx.db, ctx.sessionId) : null;
  if (!row) throw new AppError("unauthenticated");
  if (row.secondFactorAt) return { verifiedAt: row.secondFactorAt.toISOString(), recoveryCodesLeft: null };
  if (!row.totpSecret) throw new AppError("state_forbids", { message: notEnrolled });
  const key = `second-factor:${row.userId}`;
  const attempt = await takeTry({ key, ...lockOut, now: ctx.now });
  if (!attempt.allowed) throw new AppError("locked_out", { retryAfter: attempt.retryAfter });
  const recoveryCodesLeft = await accept(ctx, row, input.code);
  await clearTries(key);
  forgetSession(row.id);
  return { verifiedAt: ctx.now.toISOString(), recoveryCodesLeft };
}

const notEnrolled =
  "Bu hesapta doğrulama uygulaması kurulu değil. Sistem yöneticisinin verdiği kurulum bağlantısıyla kurun; bağlantınız yoksa yenisini isteyin.";

/** Null for a code of the telephone, the number of codes left for a recovery code; `code_refused` for anything else. */
async function accept(ctx: Context<Actor>, row: SessionRow, code: string): Promise<number | null> {
  const event = { subjectKind: "user", subjectId: row.userId } as const;
  if (/^\d{6}$/.test(code)) {
    if (!(await acceptTotp(ctx, row, code))) throw await refused(ctx, row);
    await record(ctx, { ...event, action: "session.second_factor_accepted", payload: {} });
    return null;
  }
  const digest = recoveryDigest(Buffer.from(env.DATA_KEY, "base64"), row.userId, code);
  const left = digest && (await takeRecoveryCode(ctx.db, row.id, digest, ctx.now));
  if (left === null) throw await refused(ctx, row);
  await record(ctx, { ...event, action: "session.recovery_code_used", payload: { left } });
  return left;
}

async function acceptTotp(ctx: Context<Actor>, row: SessionRow, code: string): Promise<boolean> {
  if (!row.totpSecret) return false;
  const secret = openTotpSecret(Buffer.from(env.DATA_KEY, "base64"), row.userId, row.totpSecret);
  const step = await matchingStep(secret, code, ctx.now);
  return step !== null && (await acceptStep(ctx.db, row.id, step, ctx.now));
}

async function refused(ctx: Context<Actor>, row: SessionRow): Promise<AppError> {
  await recordRefusal(ctx, row);
  return new AppError("code_refused", { invalidParams: [{ path: "code", message: "Kod geçersiz ya da kullanılmış." }] });
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
