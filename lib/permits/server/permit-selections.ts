import { type Actor, assertCan } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import {
  type annotatePermits as annotateEndpoint,
  type freezePermitSelection as freezeEndpoint,
  mostSelected,
} from "../selection-contract.ts";
import type { Held, StoredSelection } from "./selection-repository.ts";
import * as selections from "./selection-repository.ts";

export async function freezePermitSelection(ctx: Context<Actor>, { filter, permitIds }: ParsedInputOf<typeof freezeEndpoint>) {
  const { sort: _sort, ...wanted } = filter;
  const frozen = { filter: wanted, permitIds: permitIds ?? null };
  const held = await selections.findHeld(ctx.db, { ...frozen, today: localDateOf(ctx.now), most: mostSelected });
  if (held.length > mostSelected) {
    const message = "Toplu işlem en çok 20.000 kayıtla yapılır; filtreyi daraltın.";
    throw new AppError("bad_input", { message, invalidParams: [{ path: "filter", message }] });
  }
  refuseMissing(held, permitIds);
  const digest = digestOf(held);
  const { actorId, provinceId } = ownerOf(ctx.actor);
  const id = await selections.insertSelection(ctx.db, { actorId, provinceId, frozen, digest, held, createdAt: ctx.now });
  return { id, count: held.length, digest: hex(digest), createdAt: ctx.now.toISOString(), usedAt: null };
}

export async function readPermitSelection(ctx: Context<Actor>, { selectionId }: { selectionId: string }) {
  const selection = await selections.findSelection(ctx.db, selectionId, ownerOf(ctx.actor).actorId);
  if (!selection) throw new AppError("not_found");
  const { id, digest, permitIds, createdAt, usedAt } = selection;
  return { id, count: permitIds.length, digest, createdAt: createdAt.toISOString(), usedAt: usedAt?.toISOString() ?? null };
}

export async function annotatePermits(ctx: Context<Actor>, input: ParsedInputOf<typeof annotateEndpoint>) {
  const { db, actor, now } = ctx;
  const { actorId, provinceId } = ownerOf(actor);
  const { selection, held } = await lockSelected(ctx, input.selectionId);
  assertCan(actor, "permit:amend");
  const today = localDateOf(now);
  if (held.some(({ status }) => status === "void")) {
    throw new AppError("state_forbids", { message: "Seçimde geçersiz sayılmış kayıt var; bunlara şerh eklenemez." });
  }
  const note = { text: input.annotation, reason: input.reason, actorId, actorName: actor.name, now, today };
  const count = await selections.annotateAll(db, selection.permitIds, note);
  if (count !== selection.permitIds.length) throw new Error("an annotated permit was lost between lock and write");
  await selections.markUsed(db, selection.id, now);
  const payload = { count, digest: selection.digest, reason: input.reason };
  await record(ctx, { action: "permit.annotated", subjectKind: "permit_selection", subjectId: selection.id, provinceId, payload });
  return { count, usedAt: now.toISOString() };
}

/** For acts of other words: the selection as it was promised, its permits locked, and used up by this act. */
export async function takeSelection(ctx: Context<Actor>, selectionId: string): Promise<StoredSelection> {
  const { selection } = await lockSelected(ctx, selectionId);
  await selections.markUsed(ctx.db, selection.id, ctx.now);
  return selection;
}

async function lockSelected(
  { db, actor, now }: Context<Actor>,
  selectionId: string,
): Promise<{ selection: StoredSelection; held: Held[] }> {
  const selection = await selections.lockSelection(db, selectionId, ownerOf(actor).actorId);
  if (!selection) throw new AppError("not_found");
  if (selection.usedAt) throw new AppError("state_forbids", { message: "Bu seçimle işlem yapılmış; seçimi yenileyin." });
  const held = await selections.lockHeld(db, { ...selection.frozen, today: localDateOf(now), most: mostSelected });
  refuseDifference(selection, held);
  return { selection, held };
}

/** The actor's own selection, whatever has become of its permits since. */
export async function selectedPermitIds({ db, actor }: Context<Actor>, selectionId: string): Promise<string[]> {
  const selection = await selections.findSelection(db, selectionId, ownerOf(actor).actorId);
  if (!selection) throw new AppError("not_found");
  return selection.permitIds;
}

/** The number on the button was a promise: what is there now must be exactly what was counted. */
function refuseDifference({ permitIds, versions }: StoredSelection, held: readonly Held[]): void {
  const before = new Map(permitIds.map((id, index) => [id, versions[index]]));
  const added = held.filter(({ id }) => !before.has(id)).length;
  const changed = held.filter(({ id, version }) => before.has(id) && before.get(id) !== version).length;
  const removed = permitIds.length - (held.length - added);
  if (added + removed + changed > 0) throw new AppError("selection_changed", { difference: { added, removed, changed } });
}

/** Nothing found, or less than was ticked: said the same way for what never was and for what another province holds. */
function refuseMissing(held: readonly Held[], permitIds: readonly string[] | undefined): void {
  const wanted = permitIds ? new Set(permitIds).size : 1;
  if (held.length < wanted) throw new AppError("not_found", { message: "Seçilen kayıtlar bulunamadı; listeyi yenileyin." });
}

const digestOf = (held: readonly Held[]): Buffer => sha256(held.map(({ id, version }) => `${id} ${version}\n`).join(""));

function ownerOf({ id, provinceId }: Actor): { actorId: string; provinceId: number | null } {
  if (id === null) throw new AppError("forbidden");
  return { actorId: id, provinceId };
}
