// The holder of a set-up link makes the account their own: password, and a second factor where the role signs in with one.
import type { z } from "zod";
import { record } from "../../audit/server/record.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { passwordProblem } from "../password.ts";
import { type Actor, needsSecondFactor } from "../policy.ts";
import type * as contract from "../set-up-contract.ts";
import { wrongCode } from "./account.ts";
import { hashPassword } from "./passwords.ts";
import { findForSignIn } from "./repository.ts";
import { addressOf, drawRecoveryCodes, secretOfToken } from "./second-factor.ts";
import { tokenDigest } from "./set-up-links.ts";
import { findSetUpAccount, type SetUpAccount, type SetUpValues, storeSetUp } from "./set-up-repository.ts";
import { matchingStep, sealTotpSecret } from "./totp.ts";
import { usernameTaken } from "./user-changes.ts";

const dataKey = () => Buffer.from(env.DATA_KEY, "base64");

export async function openSetUp(ctx: Context<Actor>, { token }: { token: string }): Promise<z.input<typeof contract.SetUp>> {
  const account = await accountOf(ctx, token);
  const secret = secretOfToken(dataKey(), token);
  const { userId: _userId, expiresAt, ...shown } = account;
  return {
    ...shown,
    expiresAt: expiresAt.toISOString(),
    secondFactor: needsSecondFactor(account.role) ? { secret, address: addressOf(secret, account.username) } : null,
  };
}

type Input = ParsedInputOf<typeof contract.completeSetUp>;

export async function completeSetUp(ctx: Context<Actor>, input: Input) {
  const account = await accountOf(ctx, input.token);
  const identity = await identityFor(ctx, account, input.identity);
  const person = identity ?? account;
  const problem = passwordProblem(input.newPassword, person);
  if (problem) throw new AppError("bad_input", { invalidParams: [{ path: "newPassword", message: problem }] });
  const factor = needsSecondFactor(account.role) ? await enrolment(ctx, account, input) : nothing;
  const passwordHash = await hashPassword(input.newPassword);
  const { recoveryCodes, ...stored } = factor;
  const values: SetUpValues = { passwordHash, identity, ...stored };
  if (!(await storeSetUp(ctx.db, tokenDigest(input.token), values, ctx.now))) throw new AppError("link_expired");
  const actor: Actor = { ...ctx.actor, kind: "user", id: account.userId, name: person.name, role: account.role };
  const payload = { secondFactor: factor !== nothing };
  const event = { action: "user.set_up", subjectKind: "user", subjectId: account.userId, provinceId: account.provinceId, payload } as const;
  await record({ ...ctx, actor }, event);
  return { userId: account.userId, username: person.username, recoveryCodes };
}

const nothing = { sealedSecret: null, step: null, codeHashes: [] as Uint8Array[], recoveryCodes: [] as string[] };

/** Unknown, used and expired links are answered alike. */
async function accountOf(ctx: Context<Actor>, token: string): Promise<SetUpAccount> {
  const account = await findSetUpAccount(ctx.db, tokenDigest(token), ctx.now);
  if (!account) throw new AppError("link_expired");
  return account;
}

async function enrolment(ctx: Context<Actor>, { userId }: SetUpAccount, { token, code }: Input) {
  const secret = secretOfToken(dataKey(), token);
  const step = code === undefined ? null : await matchingStep(secret, code, ctx.now);
  if (step === null) throw wrongCode();
  return { sealedSecret: sealTotpSecret(dataKey(), userId, secret), step, ...drawRecoveryCodes(dataKey(), userId) };
}

/** An installation's first administrators say who they are; everybody else is who two people agreed on. */
async function identityFor(ctx: Context<Actor>, account: SetUpAccount, given: Input["identity"]) {
  if (!account.asksIdentity) return null;
  if (!given)
    throw new AppError("bad_input", { invalidParams: [{ path: "identity", message: "Adınızı, unvanınızı ve kullanıcı adınızı yazın." }] });
  const holder = await findForSignIn(ctx.db, given.username);
  if (holder && holder.id !== account.userId) throw usernameTaken();
  return given;
}
