import { type Actor, assertCan } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { DistributionListRecord } from "../contract.ts";
import { changesOf, compareLists, isSame } from "../list-comparison.ts";
import type { restoreDistributionListVersion as endpoint } from "../list-version-contract.ts";
import { changeList } from "./change-list.ts";
import { findListById, findListByName, lockListById, type StoredList } from "./list-repository.ts";
import { findVersion, type StoredListVersion } from "./list-version-repository.ts";
import { presentDistributionList } from "./read-distribution-list.ts";

/** An old version becomes the next one; what lies between stays in the history. Institutions closed meanwhile are left out. */
export async function restoreDistributionListVersion(
  ctx: Context<Actor>,
  { listId, listVersion, version }: ParsedInputOf<typeof endpoint>,
): Promise<DistributionListRecord> {
  const stored = await lockListById(ctx.db, listId);
  if (!stored) throw new AppError("not_found");
  assertCan(ctx.actor, "distribution_list:amend", stored);
  if (stored.version !== version) throw new AppError("stale_version", { currentVersion: stored.version });
  const old = await findVersion(ctx.db, listId, listVersion);
  if (!old) throw new AppError("not_found");
  const wanted = { name: old.name, members: old.members.filter(({ isOpen }) => isOpen) };
  await refuseSame(ctx, stored, wanted);
  await refuseTakenName(ctx, stored, old);
  await changeList(ctx, stored, wanted, { origin: "restore", restoredVersion: listVersion });
  await record(ctx, {
    action: "distribution_list.restored",
    subjectKind: "distribution_list",
    subjectId: listId,
    provinceId: stored.provinceId,
    payload: { version: version + 1, restoredVersion: listVersion, members: wanted.members.length },
  });
  return await presentDistributionList(ctx, (await findListById(ctx.db, listId)) ?? stored);
}

async function refuseSame(ctx: Context<Actor>, stored: StoredList, wanted: Pick<StoredListVersion, "name" | "members">): Promise<void> {
  const today = await findVersion(ctx.db, stored.id, stored.version);
  if (today && isSame(changesOf(compareLists(today, wanted)))) {
    throw new AppError("state_forbids", { message: "Liste bugün de bu sürümdeki gibi; geri getirilecek bir fark yok." });
  }
}

async function refuseTakenName(ctx: Context<Actor>, stored: StoredList, { name }: StoredListVersion): Promise<void> {
  const holder = await findListByName(ctx.db, stored.provinceId, name);
  if (!holder || holder.id === stored.id) return;
  throw new AppError("duplicate", { message: `“${name}” adını şimdi başka bir liste taşıyor; önce o listenin adını değiştirin.` });
}
