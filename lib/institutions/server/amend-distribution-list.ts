import { type Actor, assertCan } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { DistributionListRecord, amendDistributionList as endpoint } from "../contract.ts";
import { repeatedMembers } from "../distribution-list.ts";
import { changeList } from "./change-list.ts";
import { findListById, findListByName, listMembersOf, lockListById, type StoredList } from "./list-repository.ts";
import { presentDistributionList } from "./read-distribution-list.ts";
import { findRows } from "./repository.ts";

type Input = ParsedInputOf<typeof endpoint>;

export async function amendDistributionList(ctx: Context<Actor>, input: Input): Promise<DistributionListRecord> {
  const stored = await lockListById(ctx.db, input.listId);
  if (!stored) throw new AppError("not_found");
  assertCan(ctx.actor, "distribution_list:amend", stored);
  if (stored.version !== input.version) throw new AppError("stale_version", { currentVersion: stored.version });
  await refuseBadMembers(ctx, stored, input);
  await refuseTakenName(ctx, stored, input.name);
  if (await isChanged(ctx, stored, input)) {
    await changeList(ctx, stored, input, { origin: "form", restoredVersion: null });
    await record(ctx, {
      action: "distribution_list.amended",
      subjectKind: "distribution_list",
      subjectId: stored.id,
      provinceId: stored.provinceId,
      payload: { version: stored.version + 1, members: input.members.length },
    });
  }
  return await presentDistributionList(ctx, (await findListById(ctx.db, stored.id)) ?? stored);
}

async function refuseBadMembers(ctx: Context<Actor>, stored: StoredList, { members }: Input): Promise<void> {
  const repeated = repeatedMembers(members);
  if (repeated.length > 0) throw new AppError("bad_input", { invalidParams: repeated });
  const institutions = await findRows(
    ctx.db,
    members.map((member) => member.institutionId),
  );
  const known = new Set(institutions.filter((row) => row.provinceId === stored.provinceId).map((row) => row.id));
  const invalidParams = members.flatMap(({ institutionId }, index) =>
    known.has(institutionId)
      ? []
      : [{ path: `members.${index}.institutionId`, message: "Kurum bulunamadı ya da görme yetkiniz yok; listeden çıkarın." }],
  );
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
}

async function refuseTakenName(ctx: Context<Actor>, stored: StoredList, name: string): Promise<void> {
  const holder = await findListByName(ctx.db, stored.provinceId, name);
  if (!holder || holder.id === stored.id) return;
  const message = "Bu adda bir liste zaten var; başka bir ad yazın.";
  throw new AppError("duplicate", { message, invalidParams: [{ path: "name", message }] });
}

async function isChanged(ctx: Context<Actor>, stored: StoredList, { name, members }: Input): Promise<boolean> {
  const plain = (list: readonly { institutionId: string; role: string }[]) =>
    list.map(({ institutionId, role }) => `${institutionId} ${role}`);
  if (name !== stored.name) return true;
  return plain(members).join() !== plain(await listMembersOf(ctx.db, stored.id)).join();
}
