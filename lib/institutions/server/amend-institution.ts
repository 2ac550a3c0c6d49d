import { type Actor, assertCan } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { violatedConstraint } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { amendInstitution as endpoint, InstitutionRecord } from "../contract.ts";
import { knownDistrict, unknownDistrict } from "../district.ts";
import { changedFields, channelProblems, normalisedChannels } from "../institution.ts";
import { presentInstitution } from "./read-institution.ts";
import { reportDetsisConflict } from "./report-detsis-conflict.ts";
import {
  findAddressRule,
  findByDetsisNumber,
  findById,
  type InstitutionChange,
  isAtOrBelow,
  lockById,
  type StoredInstitution,
  update,
} from "./repository.ts";

export async function amendInstitution(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<InstitutionRecord> {
  const { institutionId, version, parentId, ...wanted } = input;
  const stored = await lockById(ctx.db, institutionId);
  if (!stored) throw new AppError("not_found");
  assertCan(ctx.actor, "institution:amend", stored);
  if (stored.version !== version) throw new AppError("stale_version", { currentVersion: stored.version });
  const district = districtOf(stored, wanted.district);
  const parent = await parentOf(ctx, stored, parentId);
  const change = { ...wanted, district, parentId: parent, channels: normalisedChannels(wanted.channels) };
  await refuseBadChannels(ctx, change);
  await refuseKnownNumber(ctx, stored, change);
  const fields = changedFields(pick(stored), change);
  if (fields.length > 0) {
    await save(ctx, stored, change);
    await record(ctx, {
      action: "institution.amended",
      subjectKind: "institution",
      subjectId: stored.id,
      provinceId: stored.provinceId,
      payload: { fields },
    });
  }
  return await presentInstitution(ctx, (await findById(ctx.db, stored.id)) ?? stored);
}

function pick(stored: StoredInstitution): InstitutionChange {
  const { name, kind, district, relation, detsisNumber, dative, genitive, phone, channels, parent } = stored;
  return { name, kind, district, relation, detsisNumber, dative, genitive, phone, channels, parentId: parent?.id ?? null };
}

async function parentOf(ctx: Context<Actor>, stored: StoredInstitution, wanted: string | null | undefined): Promise<string | null> {
  const before = stored.parent?.id ?? null;
  if (wanted === undefined || wanted === null || wanted === before) return wanted === undefined ? before : wanted;
  const parent = await findById(ctx.db, wanted);
  if (parent?.provinceId !== stored.provinceId) throw badParent("Bağlı olduğu kurum aynı ilin dizininden seçilir.");
  if (await isAtOrBelow(ctx.db, wanted, stored.id)) throw badParent("Bir kurum kendisine ya da altındaki bir kuruma bağlı olamaz.");
  return wanted;
}

const badParent = (message: string): AppError => new AppError("bad_input", { invalidParams: [{ path: "parentId", message }] });

/** As the list of districts writes it; what stands in the record is not asked about until somebody changes it. */
function districtOf({ provinceId, district: before }: StoredInstitution, told: string | null): string | null {
  if (told === null || told === before) return told;
  const district = knownDistrict(provinceId, told);
  if (district) return district;
  throw new AppError("bad_input", { invalidParams: [{ path: "district", message: unknownDistrict(provinceId) }] });
}

async function refuseBadChannels(ctx: Context<Actor>, change: InstitutionChange): Promise<void> {
  const invalidParams = channelProblems(change.channels, await findAddressRule(ctx.db));
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
}

/** A record the actor can see is named; one of another province never is. */
async function refuseKnownNumber(ctx: Context<Actor>, stored: StoredInstitution, change: InstitutionChange): Promise<void> {
  if (!change.detsisNumber || change.detsisNumber === stored.detsisNumber) return;
  const holder = await findByDetsisNumber(ctx.db, change.detsisNumber);
  if (holder) throw numberTaken(`Bu DETSİS numarası “${holder.name}” kaydında kullanılıyor.`);
}

async function save(ctx: Context<Actor>, stored: StoredInstitution, change: InstitutionChange): Promise<void> {
  try {
    await update(ctx.db, stored, change, ctx.now);
  } catch (error) {
    if (!change.detsisNumber || !violatedConstraint(error)) throw error;
    await reportDetsisConflict(ctx, stored, change.detsisNumber);
    throw numberTaken("Bu numara kullanılamıyor; Bakanlık birimine iletildi.");
  }
}

const numberTaken = (message: string): AppError =>
  new AppError("duplicate", { message, invalidParams: [{ path: "detsisNumber", message }] });
