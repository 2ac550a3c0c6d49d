import { type Actor, can, type Permission } from "../../access/policy.ts";
import { findWaitingProposal } from "../../access/server/queries.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { PermitAction } from "../contract.ts";
import { allowedActions } from "../permit.ts";
import type { PermitChange } from "../permit-history.ts";
import { insertEvent, lockById, type NewPermitEvent, type StoredPermit } from "./repository.ts";

const permissionOf = {
  amend: "permit:amend",
  extend: "permit:extend",
  cancel: "permit:cancel",
  void: "permit:void",
  transfer: "permit:transfer",
  reveal: "permit:reveal",
} as const satisfies Record<PermitAction, Permission>;

export const waitingTransfer = (ctx: Context<Actor>, permitId: string) => findWaitingProposal(ctx.db, "permit_transfer", permitId, ctx.now);

/** Status, waiting transfer and permission together: a button and its refusal come from this one line. */
export function actionsFor(actor: Actor, row: StoredPermit, hasPendingTransfer: boolean): PermitAction[] {
  return allowedActions({ ...row, hasPendingTransfer, may: (action) => can(actor, permissionOf[action]) });
}

/** Loads and locks the record for a command, and refuses a stale version, a wrong state, a wrong person. */
export async function openCommand(
  ctx: Context<Actor>,
  input: { permitId: string; version: number },
  action: PermitAction,
): Promise<StoredPermit> {
  const row = await lockById(ctx.db, input.permitId);
  if (!row) throw new AppError("not_found");
  if (row.version !== input.version) throw new AppError("stale_version", { currentVersion: row.version });
  const hasPendingTransfer = (await waitingTransfer(ctx, row.id)) !== null;
  if (!can(ctx.actor, permissionOf[action])) throw new AppError("forbidden");
  if (actionsFor(ctx.actor, row, hasPendingTransfer).includes(action)) return row;
  const message = hasPendingTransfer ? "Kaydın nakli onay bekliyor; karar verilmeden değiştirilemez." : undefined;
  throw new AppError("state_forbids", { currentVersion: row.version, ...(message && { message }) });
}

type Told = { kind: NewPermitEvent["kind"]; change: PermitChange; reason: string; fileId: string | undefined };
type Subject = { id: string; provinceId: number; version: number };

/** Appends what was done to the record's history, and that it was done to the trail; the trail holds no personal value. */
export async function tell(
  ctx: Context<Actor>,
  { id, provinceId, version }: Subject,
  { kind, change, reason, fileId }: Told,
): Promise<void> {
  const { actor, now } = ctx;
  const who = { actorId: actor.id, actorName: actor.name, at: now, on: localDateOf(now) };
  await insertEvent(ctx.db, { ...who, permitId: id, provinceId, version, kind, change, reason, fileId: fileId ?? null });
}

type PermitDeed = "permit.registered" | "permit.extended" | "permit.cancelled" | "permit.voided";

export async function recordDeed(
  ctx: Context<Actor>,
  action: PermitDeed,
  row: { id: string; provinceId: number },
  ground = "",
): Promise<void> {
  await record(ctx, { action, subjectKind: "permit", subjectId: row.id, provinceId: row.provinceId, payload: { ground } });
}
