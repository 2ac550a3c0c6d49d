// Kayıtlı görünümler: a list's filter under a name. Whoever leads an office decides what all of it sees.
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { type Actor, assertCan, can } from "../policy.ts";
import type * as contract from "../views-contract.ts";
import type { SavedView, ViewVisibility } from "../views-contract.ts";
import {
  endDefault,
  insert,
  keepVisit,
  list,
  lockById,
  remove,
  type StoredView,
  seenAt,
  update,
  type ViewOffice,
} from "./view-repository.ts";

export async function listViews(ctx: Context<Actor>, { screen }: ParsedInputOf<typeof contract.listViews>) {
  const views = await list(ctx.db, screen, officeOf(ctx.actor));
  const first = (view: StoredView) => (view.visibility === "province_default" ? 0 : 1);
  return {
    views: views.toSorted((a, b) => first(a) - first(b)).map((view) => present(ctx.actor, view, view.seenAt)),
    mayShare: can(ctx.actor, "shared_view:amend"),
  };
}

export async function saveView(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.saveView>): Promise<SavedView> {
  const office = officeOf(ctx.actor);
  assertMaySet(ctx.actor, input.visibility);
  if (input.visibility === "province_default") await endDefault(ctx.db, input.screen, office.provinceId);
  const view = await insert(ctx.db, { ...input, ...office, createdAt: ctx.now });
  await recordCommon(ctx, "saved_view.saved", view);
  await keepVisit(ctx.db, { viewId: view.id, userId: office.ownerId, provinceId: office.provinceId, seenAt: ctx.now });
  return present(ctx.actor, view, ctx.now);
}

export async function visitView(ctx: Context<Actor>, { viewId }: ParsedInputOf<typeof contract.visitView>) {
  const { ownerId: userId, provinceId } = officeOf(ctx.actor);
  if (!(await lockById(ctx.db, viewId, { ownerId: userId, provinceId }))) throw new AppError("not_found");
  const before = await seenAt(ctx.db, viewId, userId);
  await keepVisit(ctx.db, { viewId, userId, provinceId, seenAt: ctx.now });
  return { seenBefore: before?.toISOString() ?? null };
}

export async function amendView(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.amendView>): Promise<SavedView> {
  const { viewId, version, ...content } = input;
  const view = await lockForChange(ctx, viewId);
  assertMaySet(ctx.actor, content.visibility);
  if (view.version !== version) throw new AppError("stale_version", { currentVersion: view.version });
  const becomesDefault = content.visibility === "province_default" && view.visibility !== "province_default";
  if (becomesDefault) await endDefault(ctx.db, view.screen, view.provinceId);
  const amended = await update(ctx.db, view, content);
  await recordCommon(ctx, "saved_view.saved", isCommon(view) && !isCommon(amended) ? view : amended);
  return present(ctx.actor, amended, await seenAt(ctx.db, view.id, officeOf(ctx.actor).ownerId));
}

export async function removeView(ctx: Context<Actor>, { viewId }: ParsedInputOf<typeof contract.removeView>) {
  const view = await lockForChange(ctx, viewId);
  await remove(ctx.db, view.id);
  await recordCommon(ctx, "saved_view.removed", view);
  return { removed: true as const };
}

async function lockForChange(ctx: Context<Actor>, viewId: string): Promise<StoredView> {
  const view = await lockById(ctx.db, viewId, officeOf(ctx.actor));
  if (!view) throw new AppError("not_found");
  if (!mayAmend(ctx.actor, view)) throw new AppError("forbidden");
  return view;
}

const isCommon = (view: { visibility: ViewVisibility }): boolean => view.visibility !== "private";

const mayAmend = (actor: Actor, view: StoredView): boolean =>
  isCommon(view) ? can(actor, "shared_view:amend") : view.ownerId === actor.id;

function assertMaySet(actor: Actor, visibility: ViewVisibility): void {
  if (visibility !== "private") assertCan(actor, "shared_view:amend");
}

function officeOf({ id, provinceId }: Actor): ViewOffice {
  if (id === null) throw new AppError("forbidden");
  return { ownerId: id, provinceId };
}

/** What one person keeps for themselves is nobody's business. */
async function recordCommon(ctx: Context<Actor>, action: "saved_view.saved" | "saved_view.removed", view: StoredView): Promise<void> {
  if (!isCommon(view)) return;
  const payload = { screen: view.screen, visibility: view.visibility };
  await record(ctx, { action, subjectKind: "saved_view", subjectId: view.id, provinceId: view.provinceId, payload });
}

const present = (actor: Actor, view: StoredView, seenBefore: Date | null): SavedView => ({
  id: view.id,
  screen: view.screen,
  name: view.name,
  query: view.query,
  visibility: view.visibility,
  isMine: view.ownerId === actor.id,
  mayAmend: mayAmend(actor, view),
  seenAt: seenBefore?.toISOString() ?? null,
  version: view.version,
});
