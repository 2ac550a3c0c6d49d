// Hesabım: what the signed-in person sees and changes of their own account.
import type { z } from "zod";
import { record } from "../../audit/server/record.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type * as contract from "../account-contract.ts";
import { passwordProblem } from "../password.ts";
import { type Actor, needsSecondFactor, type Role } from "../policy.ts";
import type { StepUp } from "../proposals-contract.ts";
import { findOwnAccount, storePassword, storeRecoveryCodes, storeSecondFactor } from "./account-repository.ts";
import { hashPassword } from "./passwords.ts";
import { ownSession } from "./read-me.ts";
import { addressOf, drawRecoveryCodes, enrolmentMinutes, newSecret, openTicket, sealTicket } from "./second-factor.ts";
import { forgetSession, type OpenSession } from "./sessions.ts";
import { confirmIdentity } from "./step-up.ts";
import { matchingStep, sealTotpSecret } from "./totp.ts";
import { findLiveSessions, revokeSessionsOf } from "./user-repository.ts";

const dataKey = () => Buffer.from(env.DATA_KEY, "base64");

export async function readAccount(ctx: Context<Actor>): Promise<z.input<typeof contract.Account>> {
  const { sessionId, actor, username, title, unitName } = await ownSession(ctx);
  const own = await findOwnAccount(ctx.db, sessionId);
  if (!own) throw new AppError("unauthenticated");
  const sessions = await findLiveSessions(ctx.db, actor.id ?? "", ctx.now);
  const role = actor.role as Role;
  return {
    username,
    name: actor.name,
    title,
    phone: own.phone,
    role,
    unitName,
    provinceId: actor.provinceId,
    passwordAt: own.passwordAt?.toISOString() ?? null,
    secondFactor: {
      isRequired: needsSecondFactor(role),
      enrolledAt: own.totpAt?.toISOString() ?? null,
      recoveryCodesLeft: own.recoveryLeft,
    },
    sessions: sessions.map(({ id, createdAt, seenAt, userAgent }) => ({
      openedAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      agent: userAgent,
      isThis: id === sessionId,
    })),
  };
}

export async function changePassword(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.changePassword>) {
  const session = await ownSession(ctx);
  const problem = passwordProblem(input.newPassword, { username: session.username, name: session.actor.name });
  if (problem) throw new AppError("bad_input", { invalidParams: [{ path: "newPassword", message: problem }] });
  await confirmIdentity(ctx, { password: input.password }, { path: "password" });
  if (input.newPassword === input.password)
    throw new AppError("bad_input", { invalidParams: [{ path: "newPassword", message: "Yeni parola eskisiyle aynı." }] });
  await storePassword(ctx.db, session.sessionId, await hashPassword(input.newPassword), ctx.now);
  await recordOwn(ctx, "user.password_changed");
  return { changedAt: ctx.now.toISOString(), endedSessions: await endOthers(ctx, session) };
}

export async function beginSecondFactor(ctx: Context<Actor>, { stepUp }: { stepUp: StepUp }): Promise<contract.Enrolment> {
  const { sessionId, username } = await ownSession(ctx);
  await confirmIdentity(ctx, stepUp);
  const secret = newSecret();
  const expiresAt = new Date(ctx.now.getTime() + enrolmentMinutes * 60_000);
  const ticket = sealTicket(dataKey(), sessionId, { secret, expiresAt: expiresAt.getTime() });
  return { secret, address: addressOf(secret, username), ticket, expiresAt: expiresAt.toISOString() };
}

export async function enrolSecondFactor(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.enrolSecondFactor>) {
  const session = await ownSession(ctx);
  const { sessionId, actor } = session;
  const userId = actor.id ?? "";
  const secret = openTicket(dataKey(), sessionId, input.ticket, ctx.now);
  if (!secret) throw new AppError("link_expired", { message: "Kurulumun süresi doldu; yeniden başlatın." });
  const step = await matchingStep(secret, input.code, ctx.now);
  if (step === null) throw wrongCode();
  const { recoveryCodes, codeHashes } = drawRecoveryCodes(dataKey(), userId);
  const sealedSecret = sealTotpSecret(dataKey(), userId, secret);
  await storeSecondFactor(ctx.db, sessionId, { sealedSecret, step, codeHashes }, ctx.now);
  forgetSession(sessionId);
  await recordOwn(ctx, "user.second_factor_enrolled");
  await endOthers(ctx, session);
  return { recoveryCodes };
}

export async function renewRecoveryCodes(ctx: Context<Actor>, { stepUp }: { stepUp: StepUp }) {
  const { sessionId, actor } = await ownSession(ctx);
  const own = await findOwnAccount(ctx.db, sessionId);
  if (!own?.totpAt) throw new AppError("state_forbids", { message: "Önce doğrulama uygulamasını kurun." });
  await confirmIdentity(ctx, stepUp);
  const { recoveryCodes, codeHashes } = drawRecoveryCodes(dataKey(), actor.id ?? "");
  await storeRecoveryCodes(ctx.db, sessionId, codeHashes);
  await recordOwn(ctx, "user.recovery_codes_renewed");
  return { recoveryCodes };
}

export async function endOtherSessions(ctx: Context<Actor>) {
  return { endedSessions: await endOthers(ctx, await ownSession(ctx)) };
}

async function endOthers(ctx: Context<Actor>, { sessionId, actor }: OpenSession): Promise<number> {
  const ended = await revokeSessionsOf(ctx.db, actor.id ?? "", ctx.now, sessionId);
  for (const id of ended) forgetSession(id);
  if (ended.length > 0) {
    const payload = { sessions: ended.length, reason: "" };
    await record(ctx, { action: "user.sessions_ended", subjectKind: "user", subjectId: actor.id ?? "", payload });
  }
  return ended.length;
}

export const wrongCode = (): AppError =>
  new AppError("code_refused", {
    invalidParams: [{ path: "code", message: "Kod uymuyor. Telefonun saatini denetleyip yeni kodu yazın." }],
  });

async function recordOwn(
  ctx: Context<Actor>,
  action: "user.password_changed" | "user.second_factor_enrolled" | "user.recovery_codes_renewed",
): Promise<void> {
  await record(ctx, { action, subjectKind: "user", subjectId: ctx.actor.id ?? "", payload: {} });
}
