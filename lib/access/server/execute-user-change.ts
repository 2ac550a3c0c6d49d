import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { type Actor, accountKeeper, needsSecondFactor } from "../policy.ts";
import { type UserChange, unitProblem } from "../user.ts";
import type { SetUpLink } from "../users-contract.ts";
import { refuseLastKeepers } from "./disable-user.ts";
import { endSessionsOf } from "./end-user-sessions.ts";
import { issueSetUpLink } from "./set-up-links.ts";
import { endLinks } from "./set-up-repository.ts";
import {
  clearCredentials,
  findUnitLine,
  insertUser,
  isUsernameTaken,
  lockUser,
  type StoredUser,
  type UserColumns,
  updateUser,
} from "./user-repository.ts";

type Agreed = { id: string; subjectId: string; reason: string };
type ChangeOf<Act extends UserChange["act"]> = Extract<UserChange, { act: Act }>;

/** Does what two people agreed on; the answer is a set-up link where the person needs one to enter. */
export async function executeUserChange(ctx: Context<Actor>, agreed: Agreed, change: UserChange): Promise<SetUpLink | null> {
  if (change.act === "create") return await create(ctx, agreed, change);
  const user = await lockUser(ctx.db, agreed.subjectId);
  // What was agreed on is no longer what it is.
  if (!user || user.version !== change.version)
    throw new AppError("conflict", { message: "Hesap öneriden sonra değişti; yeniden önerilmeli." });
  if (change.act === "amend") return await amend(ctx, agreed, { user, change });
  return change.act === "enable" ? await enable(ctx, agreed, user) : await reset(ctx, agreed, user);
}

async function create(ctx: Context<Actor>, agreed: Agreed, change: ChangeOf<"create">): Promise<SetUpLink> {
  const { act: _act, ...person } = change;
  const provinceId = await provinceOf(ctx, change);
  if (await isUsernameTaken(ctx.db, person.username))
    throw new AppError("conflict", { message: "Bu kullanıcı adı öneriden sonra alındı; öneri reddedilip yenisi yapılmalı." });
  await insertUser(ctx.db, { id: agreed.subjectId, ...person, provinceId });
  const payload = { proposalId: agreed.id, role: person.role };
  await record(ctx, { action: "user.created", subjectKind: "user", subjectId: agreed.subjectId, provinceId, payload });
  return await issueSetUpLink(ctx.db, { id: agreed.subjectId, ...person }, ctx);
}

type Amendment = { user: StoredUser; change: ChangeOf<"amend"> };

/** Another role or office ends the person's sessions; a role with a second step needs one to be set up. */
async function amend(ctx: Context<Actor>, agreed: Agreed, { user, change }: Amendment): Promise<SetUpLink | null> {
  const { act: _act, version: _version, ...person } = change;
  const provinceId = await provinceOf(ctx, change);
  const isOtherAccess = person.role !== user.role || person.unitId !== user.unitId;
  if (user.role === accountKeeper && person.role !== accountKeeper) await refuseLastKeepers(ctx, user);
  const lacksSecondFactor = needsSecondFactor(person.role) && user.totpAt === null;
  // Nothing is left to set up for somebody who has a password and is asked for no more than that again.
  const needsSetUp = lacksSecondFactor || (user.needsSetUp && user.passwordAt === null);
  const columns: UserColumns = { ...person, provinceId, needsSetUp };
  await updateUser(ctx.db, user, columns);
  if (!needsSetUp) await endLinks(ctx.db, user.id, ctx.now);
  if (isOtherAccess) await endSessionsOf(ctx, user, agreed.reason);
  const fields = (["name", "title", "phone", "role", "unitId"] as const).filter((field) => person[field] !== user[field]);
  const payload = { proposalId: agreed.id, fields, from: user.role, to: person.role };
  await record(ctx, { action: "user.amended", subjectKind: "user", subjectId: user.id, provinceId, payload });
  return lacksSecondFactor ? await issueSetUpLink(ctx.db, { ...user, name: person.name }, ctx) : null;
}

async function enable(ctx: Context<Actor>, agreed: Agreed, user: StoredUser): Promise<SetUpLink | null> {
  await updateUser(ctx.db, user, { disabledAt: null });
  const payload = { proposalId: agreed.id, role: user.role };
  await record(ctx, { action: "user.enabled", subjectKind: "user", subjectId: user.id, provinceId: user.provinceId, payload });
  return user.needsSetUp ? await issueSetUpLink(ctx.db, user, ctx) : null;
}

async function reset(ctx: Context<Actor>, agreed: Agreed, user: StoredUser): Promise<SetUpLink> {
  const link = await resetAccount(ctx, user, agreed.reason);
  const payload = { proposalId: agreed.id };
  await record(ctx, { action: "user.reset", subjectKind: "user", subjectId: user.id, provinceId: user.provinceId, payload });
  return link;
}

/** Nothing that opened the account opens it any longer; the link is the only way in. */
export async function resetAccount(ctx: Context<Actor>, user: StoredUser, reason: string): Promise<SetUpLink> {
  await clearCredentials(ctx.db, user.id);
  await updateUser(ctx.db, user, { needsSetUp: true, disabledAt: null });
  await endSessionsOf(ctx, user, reason);
  return await issueSetUpLink(ctx.db, user, ctx);
}

async function provinceOf(ctx: Context<Actor>, { unitId, role }: Pick<ChangeOf<"amend">, "unitId" | "role">): Promise<number | null> {
  const unit = await findUnitLine(ctx.db, unitId);
  const problem = unit ? unitProblem(role, unit) : "Birim bulunamadı.";
  if (!unit || problem) throw new AppError("conflict", { message: problem ?? "" });
  return unit.provinceId;
}
