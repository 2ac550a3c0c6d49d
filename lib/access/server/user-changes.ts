// Access given or widened: proposed by one keeper of accounts, executed with another's approval (quality.md, Security 3).
import { randomUUID } from "node:crypto";
import type { Context } from "../../platform/context.ts";
import { enterAccounts } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { Actor, Role } from "../policy.ts";
import type { StepUp } from "../proposals-contract.ts";
import { roleNames } from "../role-labels.ts";
import { type UserAction, UserChange, unitProblem } from "../user.ts";
import type * as contract from "../users-contract.ts";
import type { UserChangeOutcome } from "../users-contract.ts";
import { executeUserChange } from "./execute-user-change.ts";
import { presentUser } from "./read-user.ts";
import { decide, propose } from "./two-person.ts";
import { findUnitLine, isUsernameTaken, lockUser, type StoredUser, type UnitLine } from "./user-repository.ts";
import { assertAllowed } from "./user-standing.ts";

type Asked = { reason: string; stepUp: StepUp };

export async function createUser(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.createUser>) {
  const inside = { ...ctx, db: await enterAccounts(ctx.db) };
  const { reason, stepUp, ...person } = input;
  const unit = await unitFor(inside, person);
  if (await isUsernameTaken(inside.db, person.username)) throw usernameTaken();
  const summary = `Yeni hesap: ${person.name} (${person.username}), ${roleNames[person.role]}, ${unit.name}`;
  return await proposed(inside, randomUUID(), { summary, change: { act: "create", ...person }, reason, stepUp });
}

export async function amendUser(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.amendUser>) {
  const { userId, version, reason, stepUp, ...person } = input;
  const inside = { ...ctx, db: await enterAccounts(ctx.db) };
  const user = await openUser(inside, { userId, version }, "amend");
  const unit = await unitFor(inside, person);
  const differences = differencesOf(user, { ...person, unitName: unit.name });
  if (differences.length === 0) throw new AppError("bad_input", { invalidParams: [{ path: "", message: "Değişen bir şey yok." }] });
  const summary = `${user.name} (${user.username}): ${differences.join("; ")}`;
  return await proposed(inside, userId, { summary, change: { act: "amend", version, ...person }, reason, stepUp });
}

export async function enableUser(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.enableUser>) {
  return await proposeAbout(ctx, input, "enable", "hesap yeniden açılsın");
}

export async function resetUser(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.resetUser>) {
  return await proposeAbout(ctx, input, "reset", "parola ve doğrulama uygulaması sıfırlansın, yeni kurulum bağlantısı verilsin");
}

export async function decideUserChange(
  ctx: Context<Actor>,
  input: ParsedInputOf<typeof contract.decideUserChange>,
): Promise<UserChangeOutcome> {
  const inside = { ...ctx, db: await enterAccounts(ctx.db) };
  const proposal = await decide(inside, "user_change", input);
  const about = { proposalId: proposal.id, userId: proposal.subjectId };
  if (input.decision !== "approve") return { ...about, state: input.decision === "refuse" ? "refused" : "withdrawn", setUpLink: null };
  const { change } = proposal.payload as { change: unknown };
  const setUpLink = await executeUserChange(inside, proposal, UserChange.parse(change));
  return { ...about, state: "executed", setUpLink };
}

export async function withdrawUserChange(
  ctx: Context<Actor>,
  input: ParsedInputOf<typeof contract.withdrawUserChange>,
): Promise<UserChangeOutcome> {
  const inside = { ...ctx, db: await enterAccounts(ctx.db) };
  const { id, subjectId } = await decide(inside, "user_change", { ...input, decision: "withdraw", note: "" });
  return { proposalId: id, userId: subjectId, state: "withdrawn", setUpLink: null };
}

type About = Asked & { userId: string; version: number };

async function proposeAbout(ctx: Context<Actor>, { userId, version, reason, stepUp }: About, act: "enable" | "reset", what: string) {
  const inside = { ...ctx, db: await enterAccounts(ctx.db) };
  const user = await openUser(inside, { userId, version }, act);
  const summary = `${user.name} (${user.username}): ${what}`;
  return await proposed(inside, userId, { summary, change: { act, version }, reason, stepUp });
}

async function openUser(ctx: Context<Actor>, { userId, version }: { userId: string; version: number }, action: UserAction) {
  const user = await lockUser(ctx.db, userId);
  if (!user) throw new AppError("not_found");
  if (user.version !== version) throw new AppError("stale_version", { currentVersion: user.version });
  await assertAllowed(ctx, user, action);
  return user;
}

type Proposal = Asked & { summary: string; change: UserChange };

async function proposed(ctx: Context<Actor>, userId: string, { summary, change, reason, stepUp }: Proposal) {
  const payload = { summary, change };
  await propose(ctx, { kind: "user_change", subjectId: userId, provinceId: null, payload, reason, fileId: null, stepUp });
  return await presentUser(ctx, userId);
}

/** Errors: `bad_input` for a unit that is not there, or not one for this role. */
async function unitFor(ctx: Context<Actor>, { unitId, role }: { unitId: string; role: Role }): Promise<UnitLine> {
  const unit = await findUnitLine(ctx.db, unitId);
  const problem = unit ? unitProblem(role, unit) : "Birim bulunamadı.";
  if (!unit || problem) throw new AppError("bad_input", { invalidParams: [{ path: "unitId", message: problem ?? "" }] });
  return unit;
}

export const usernameTaken = (): AppError =>
  new AppError("duplicate", { invalidParams: [{ path: "username", message: "Bu kullanıcı adı alınmış." }] });

type Wanted = { name: string; title: string; phone: string; role: Role; unitName: string };

/** What the second person reads before they approve. */
function differencesOf(user: StoredUser, wanted: Wanted): string[] {
  const pairs: [string, string, string][] = [
    ["rol", roleNames[user.role], roleNames[wanted.role]],
    ["birim", user.unit.name, wanted.unitName],
    ["ad", user.name, wanted.name],
    ["unvan", user.title, wanted.title],
    ["telefon", user.phone || "yok", wanted.phone || "yok"],
  ];
  return pairs.filter(([, before, after]) => before !== after).map(([what, before, after]) => `${what} ${before} → ${after}`);
}
