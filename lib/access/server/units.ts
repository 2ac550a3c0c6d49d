// Birim: the directorates and units that people belong to and letters come from.
import type { z } from "zod";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { enterAccounts, violatedConstraint } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { compareTr } from "../../platform/locale/tr.ts";
import type { Actor } from "../policy.ts";
import type * as contract from "../units-contract.ts";
import { installationMode } from "./installation.ts";
import { findStoredUnit, insertUnit, listStoredUnits, lockUnit, type StoredUnit, type UnitFacts, updateUnit } from "./unit-repository.ts";

type Row = z.input<typeof contract.UnitRow>;

export async function listUnits(ctx: Context<Actor>): Promise<{ units: Row[] }> {
  const units = await listStoredUnits(await enterAccounts(ctx.db));
  return { units: units.toSorted((a, b) => (a.provinceId ?? 0) - (b.provinceId ?? 0) || compareTr(a.name, b.name)).map(present) };
}

export async function registerUnit(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.registerUnit>): Promise<Row> {
  const inside = { ...ctx, db: await enterAccounts(ctx.db) };
  await refuseForeignAddress(input);
  const unit = await saved(() => insertUnit(inside.db, input));
  await record(inside, { action: "unit.registered", subjectKind: "unit", subjectId: unit.id, provinceId: unit.provinceId, payload: {} });
  return present(unit);
}

export async function amendUnit(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.amendUnit>): Promise<Row> {
  const inside = { ...ctx, db: await enterAccounts(ctx.db) };
  const { unitId, version, ...facts } = input;
  const unit = await lockUnit(inside.db, unitId);
  if (!unit) throw new AppError("not_found");
  if (unit.version !== version) throw new AppError("stale_version", { currentVersion: unit.version });
  await refuseForeignAddress(facts);
  const fields = (Object.keys(facts) as (keyof UnitFacts)[]).filter((field) => String(facts[field]) !== String(unit[field]));
  if (fields.length === 0) return present(unit);
  await saved(() => updateUnit(inside.db, unit, facts));
  const event = { action: "unit.amended", subjectKind: "unit", subjectId: unit.id, provinceId: unit.provinceId } as const;
  await record(inside, { ...event, payload: { fields } });
  return present((await findStoredUnit(inside.db, unit.id)) ?? unit);
}

/** The only number that is unique here is DETSİS; a violation speaks of nothing else. */
async function saved<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!violatedConstraint(error)) throw error;
    throw new AppError("duplicate", { invalidParams: [{ path: "detsisNumber", message: "Bu DETSİS numarası başka bir birimin." }] });
  }
}

/** Outside production every address ends in .test, also the one that answers come back to. */
async function refuseForeignAddress({ kepAddress }: Pick<UnitFacts, "kepAddress">): Promise<void> {
  if (kepAddress === "") return;
  if (!/^[^\s@,]+@[^\s@,]+$/.test(kepAddress)) throw kepProblem("KEP adresi ad@alan biçiminde olmalı.");
  const mayBeReal = (await installationMode()) === "production";
  if (!mayBeReal && !kepAddress.endsWith(".test")) throw kepProblem("Bu kurulumda adresler .test ile biter.");
}

const kepProblem = (message: string): AppError => new AppError("bad_input", { invalidParams: [{ path: "kepAddress", message }] });

const present = ({ _count, ...unit }: StoredUnit): Row => ({ ...unit, people: _count.users });
