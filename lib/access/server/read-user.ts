import type { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { enterAccounts } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { Actor } from "../policy.ts";
import { stateOfUser, UserChange, userActions } from "../user.ts";
import type { UserRecord, UserRow } from "../users-contract.ts";
import { findWaiting, type StoredProposal } from "./proposal-repository.ts";
import { findLiveLink } from "./set-up-repository.ts";
import { findLiveSessions, findPresence, findUnitLine, findUser, type Presence, type StoredUser } from "./user-repository.ts";

type Row = z.input<typeof UserRow>;
type Presented = z.input<typeof UserRecord>;

export async function readUser(ctx: Context<Actor>, { userId }: { userId: string }): Promise<Presented> {
  return await presentUser({ ...ctx, db: await enterAccounts(ctx.db) }, userId);
}

/** In the accounts' scope: the account, or what is proposed to become one. */
export async function presentUser(ctx: Context<Actor>, userId: string): Promise<Presented> {
  const user = await findUser(ctx.db, userId);
  const proposal = await findWaiting(ctx.db, "user_change", userId, ctx.now);
  if (user) return await presentAccount(ctx, user, proposal);
  if (proposal) return await presentProposed(ctx, proposal);
  throw new AppError("not_found");
}

async function presentAccount(ctx: Context<Actor>, user: StoredUser, proposal: StoredProposal | null): Promise<Presented> {
  const sessions = await findLiveSessions(ctx.db, user.id, ctx.now);
  const [presence] = await findPresence(ctx.db, [user.id], ctx.now);
  const link = user.needsSetUp ? await findLiveLink(ctx.db, user.id, ctx.now) : null;
  const row = rowOf(user, presence);
  return {
    ...row,
    phone: user.phone,
    unitId: user.unitId,
    version: user.version,
    sessions: sessions.map(({ id, createdAt, seenAt, userAgent }) => ({
      openedAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      agent: userAgent,
      isThis: id === ctx.sessionId,
    })),
    setUpExpiresAt: link?.expiresAt.toISOString() ?? null,
    waiting: proposal && waitingOf(proposal),
    allowedActions: userActions({ state: row.state, isOwn: user.id === ctx.actor.id, hasWaitingProposal: proposal !== null }),
  };
}

async function presentProposed(ctx: Context<Actor>, proposal: StoredProposal): Promise<Presented> {
  const change = UserChange.parse((proposal.payload as { change: unknown }).change);
  if (change.act !== "create") throw new AppError("not_found");
  const { username, name, title, phone, role, unitId } = change;
  const unit = await findUnitLine(ctx.db, unitId);
  const person = { id: proposal.subjectId, username, name, title, phone, role, unitId };
  const place = { provinceId: unit?.provinceId ?? null, unitName: unit?.name ?? "" };
  const absent = { hasSecondFactor: false, openSessions: 0, lastSeenAt: null, sessions: [], setUpExpiresAt: null, allowedActions: [] };
  return { ...person, ...place, ...absent, state: "proposed", version: 0, waiting: waitingOf(proposal) };
}

export function rowOf(user: StoredUser, presence: Presence | undefined): Row {
  const { id, username, name, title, role, provinceId } = user;
  return {
    id,
    username,
    name,
    title,
    role,
    provinceId,
    unitName: user.unit.name,
    state: stateOfUser(user),
    hasSecondFactor: user.totpAt !== null,
    openSessions: presence?.open ?? 0,
    lastSeenAt: presence?.lastSeenAt.toISOString() ?? null,
  };
}

const waitingOf = ({ id, payload, proposedByName, expiresAt }: StoredProposal) => ({
  proposalId: id,
  summary: (payload as { summary: string }).summary,
  proposedByName,
  expiresAt: expiresAt.toISOString(),
});
