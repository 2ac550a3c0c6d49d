// People who keep accounts, and people whose account is made, through the BFF's own doors.

import { listProposals } from "../../lib/access/proposals-contract.ts";
import { hashPassword } from "../../lib/access/server/passwords.ts";
import { codeOfStep, stepOf } from "../../lib/access/server/totp.ts";
import { completeSetUp, openSetUp } from "../../lib/access/set-up-contract.ts";
import { listUnits } from "../../lib/access/units-contract.ts";
import { createUser, decideUserChange, type SetUpLink, type UserRecord } from "../../lib/access/users-contract.ts";
import { type Bff, bffOf, bffWith } from "./bff.ts";
import { ownerSql } from "./database.ts";

/** Known to these tests alone; the demo's own hash takes as long to compute and is not theirs to know. */
export const keeperPassword = "defter-tutan-iki-kisi";
export const stepUp = { password: keeperPassword };

export const newPassword = "mavi kapı üç zeytin";

/** The demo's two administrators. */
export async function theKeepers(): Promise<{ first: Bff; second: Bff }> {
  await ownerSql("UPDATE user_account SET password_hash = $1 WHERE role = 'system_admin'", [await hashPassword(keeperPassword)]);
  return { first: await bffOf("sistem1@bakanlik.test"), second: await bffOf("sistem2@bakanlik.test") };
}

export async function unitOf(keeper: Bff, provinceId: number | null): Promise<string> {
  const { units } = await keeper.call(listUnits, {});
  const unit = units.find((candidate) => candidate.provinceId === provinceId);
  if (!unit) throw new Error(`no unit in ${provinceId}`);
  return unit.id;
}

type Wanted = { role: UserRecord["role"]; provinceId: number | null; username?: string };

export async function aProposedUser(keeper: Bff, { role, provinceId, username }: Wanted): Promise<UserRecord> {
  return await keeper.call(createUser, {
    username: username ?? `kisi-${crypto.randomUUID().slice(0, 8)}@deneme.test`,
    name: "Derya Sönmez",
    title: "Uzman",
    phone: "",
    role,
    unitId: await unitOf(keeper, provinceId),
    reason: "Görevlendirme yazısı",
    stepUp,
  });
}

/** The other person approves what waits about this account. */
export async function approve(keeper: Bff, userId: string): Promise<SetUpLink | null> {
  const { proposals } = await keeper.call(listProposals, {});
  const waiting = proposals.find(({ subjectId, state }) => subjectId === userId && state === "proposed");
  if (!waiting) throw new Error("nothing waits about this account");
  const decision = { proposalId: waiting.id, version: waiting.version, decision: "approve" as const, stepUp };
  return (await keeper.call(decideUserChange, decision)).setUpLink;
}

export const tokenIn = (link: SetUpLink | null): string => link?.url.split("#")[1] ?? "";

/** The new person uses the link; the secret stays with them, as in a telephone. */
export async function setUp(link: SetUpLink | null, password = newPassword): Promise<{ secret: string | null; recoveryCodes: string[] }> {
  const token = tokenIn(link);
  const visitor = bffWith();
  const { secondFactor } = await visitor.call(openSetUp, { token });
  const code = secondFactor ? await codeOfStep(secondFactor.secret, stepOf(new Date())) : undefined;
  const { recoveryCodes } = await visitor.call(completeSetUp, { token, newPassword: password, ...(code && { code }) });
  return { secret: secondFactor?.secret ?? null, recoveryCodes };
}

export async function aUser(keepers: { first: Bff; second: Bff }, wanted: Wanted) {
  const proposed = await aProposedUser(keepers.first, wanted);
  const link = await approve(keepers.second, proposed.id);
  return { id: proposed.id, username: proposed.username, ...(await setUp(link)) };
}
