import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { clearTries, takeTry } from "../../platform/db/rate-limit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Actor } from "../policy.ts";
import type { StepUp } from "../proposals-contract.ts";
import { lockOut } from "../session.ts";
import { isRightPassword } from "./passwords.ts";
import { acceptStep, findForSignIn, findSessionRow, type SessionRow } from "./repository.ts";
import { matchingStep, openTotpSecret } from "./totp.ts";

/**
 * Asks the person in front of the screen to show again that it is them, before an act that binds (quality.md, Security 2).
 * Errors: `code_refused` at the field; `locked_out` after as many wrong tries as sign-in allows.
 */
export async function confirmIdentity(ctx: Context<Actor>, stepUp: StepUp, { path = "stepUp.password" } = {}): Promise<void> {
  const row = ctx.sessionId ? await findSessionRow(ctx.db, ctx.sessionId) : null;
  if (!row) throw new AppError("unauthenticated");
  const key = `step-up:${row.userId}`;
  const attempt = await takeTry({ key, ...lockOut, now: ctx.now });
  if (!attempt.allowed) throw new AppError("locked_out", { retryAfter: attempt.retryAfter });
  if ("password" in stepUp) await confirmPassword(ctx, row, { password: stepUp.password, path });
  else await confirmCode(ctx, row, stepUp.code);
  await clearTries(key);
}

async function confirmPassword(
  ctx: Context<Actor>,
  row: SessionRow,
  { password, path }: { password: string; path: string },
): Promise<void> {
  const user = await findForSignIn(ctx.db, row.username);
  if (await isRightPassword(user?.password_hash ?? null, password)) return;
  throw new AppError("code_refused", {
    message: "Parola yanlış.",
    invalidParams: [{ path, message: "Parola yanlış." }],
  });
}

async function confirmCode(ctx: Context<Actor>, row: SessionRow, code: string): Promise<void> {
  const secret = row.totpSecret && openTotpSecret(Buffer.from(env.DATA_KEY, "base64"), row.userId, row.totpSecret);
  const step = secret ? await matchingStep(secret, code, ctx.now) : null;
  if (step !== null && (await acceptStep(ctx.db, row.id, step, ctx.now))) return;
  throw new AppError("code_refused", { invalidParams: [{ path: "stepUp.code", message: "Kod geçersiz ya da kullanılmış." }] });
}
