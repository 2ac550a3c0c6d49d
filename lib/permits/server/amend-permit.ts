import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { amendPermit as endpoint } from "../commands-contract.ts";
import type { PermitRecord } from "../contract.ts";
import { termWarnings } from "../permit.ts";
import type { PermitChange, PermitColumns } from "../permit-history.ts";
import { normalizedPassport, personKeyOf } from "../person-key.ts";
import { openCommand, tell } from "./command.ts";
import { earlierWithEmployer } from "./earlier-permits.ts";
import { findOrMakeEmployer } from "./employer-repository.ts";
import { employerFaults, identityFaults, overrideFaults, refuse, termFaults } from "./entry-checks.ts";
import { checkEvidence } from "./evidence-file.ts";
import { identityChange, identityCipher, openIdentity, type PlainIdentity, sealIdentity } from "./identity.ts";
import { writeHolderTokens } from "./name-token-repository.ts";
import { guardedByConstraint, refuseOverlap } from "./overlap.ts";
import { presentAgain } from "./read-permit.ts";
import { birthYearOf } from "./register-permit.ts";
import { type StoredPermit, update } from "./repository.ts";

type Input = ParsedInputOf<typeof endpoint>;
type Amended = { columns: Partial<PermitColumns>; identityFields: (keyof PlainIdentity)[]; plain: PlainIdentity };

export async function amendPermit(ctx: Context<Actor>, input: Input): Promise<PermitRecord> {
  const row = await openCommand(ctx, input, "amend");
  const amended = await amendedRow(ctx, row, input);
  const fields = [...Object.keys(amended.columns), ...amended.identityFields];
  if (fields.length === 0) return await presentAgain(ctx, row.id);
  await check(ctx, row, input, amended);
  await save(ctx, row, input, amended);
  const payload = { ground: input.ground, fields };
  await record(ctx, { action: "permit.amended", subjectKind: "permit", subjectId: row.id, provinceId: row.provinceId, payload });
  return await presentAgain(ctx, row.id);
}

async function amendedRow(ctx: Context<Actor>, row: StoredPermit, input: Input): Promise<Amended> {
  const cipher = await identityCipher(ctx.db);
  const stored = openIdentity(cipher, row.identity);
  const { foreignerId, passport, birthOn, address, ...names } = input.holder ?? {};
  const plain = withGiven(stored, { foreignerId, passport: passport && normalizedPassport(passport), birthOn, address });
  const identityFields = (["foreignerId", "passport", "birthOn", "address"] as const).filter((field) => plain[field] !== stored[field]);
  const wanted = { ...names, ...input.permit, ...(await employerColumns(ctx, row, input)) };
  const numbers = identityFields.includes("foreignerId") || identityFields.includes("passport") || names.nationality !== undefined;
  if (numbers && (plain.foreignerId || plain.passport)) {
    Object.assign(wanted, { personKey: personKeyOf(cipher, { ...plain, nationality: names.nationality ?? row.nationality }) });
  }
  if (identityFields.includes("birthOn")) Object.assign(wanted, { birthYear: birthYearOf(plain) });
  return { columns: onlyChanged(row, wanted), identityFields, plain };
}

/** Absent means "as it is"; null means "nothing recorded". */
function withGiven(stored: PlainIdentity, given: { [Field in keyof PlainIdentity]?: string | null | undefined }): PlainIdentity {
  return { ...stored, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

function onlyChanged(row: StoredPermit, wanted: object): Partial<PermitColumns> {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(row[name as keyof PermitColumns]),
  );
  return Object.fromEntries(changed);
}

async function employerColumns(ctx: Context<Actor>, row: StoredPermit, { employer }: Input): Promise<Partial<PermitColumns>> {
  if (employer === undefined) return {};
  if (employer === null) return { employerId: null, employerTaxNumber: null, sector: null, sizeBand: null };
  const mode = await installationMode(ctx.db);
  refuse(employerFaults(employer, { isProduction: mode === "production" }));
  const { id, taxNumber, sector, sizeBand } = await findOrMakeEmployer(ctx.db, row.provinceId, employer, mode === "demo");
  return { employerId: id, employerTaxNumber: taxNumber, sector, sizeBand };
}

/** P7: what a person is known by changes only with evidence. */
const personal = ["givenNames", "surname", "sex", "nationality", "birthYear", "personKey"];

async function check(ctx: Context<Actor>, row: StoredPermit, input: Input, { columns, identityFields, plain }: Amended): Promise<void> {
  const isPersonal = identityFields.length > 0 || personal.some((field) => field in columns);
  const next = { ...row, ...columns };
  const touchesTerm = "validFrom" in columns || "validTo" in columns || "employerId" in columns;
  const warnings = touchesTerm ? termWarnings({ ...next, earlierWithEmployer: await earlierWithEmployer(ctx.db, next, row.id) }) : [];
  const isProduction = (await installationMode(ctx.db)) === "production";
  refuse([
    ...(isPersonal && !input.evidenceFileId ? [{ path: "evidenceFileId", message: "Kişisel veri değişikliği dayanak belge ister." }] : []),
    ...(identityFields.length > 0 ? identityFaults(plain, localDateOf(ctx.now), { isProduction }) : []),
    ...termFaults({ ...next, hasEmployer: next.employerId !== null }, "permit."),
    ...overrideFaults(warnings, input.overrideReason),
  ]);
  if (next.endedOn !== null && touchesTerm)
    throw new AppError("state_forbids", { message: "Sona ermiş iznin tarihleri ve işvereni değiştirilemez." });
  await checkEvidence(ctx, input.evidenceFileId, row.provinceId);
}

async function save(ctx: Context<Actor>, row: StoredPermit, input: Input, { columns, identityFields, plain }: Amended): Promise<void> {
  const next = { ...row, ...columns };
  const identity = identityFields.length > 0 ? sealIdentity(await identityCipher(ctx.db), plain) : undefined;
  await refuseOverlap(ctx, next, row.id);
  await guardedByConstraint(ctx, next, () => update(ctx.db, row, { columns, identity }, ctx.now));
  if ("givenNames" in columns || "surname" in columns) {
    await writeHolderTokens(ctx.db, row.id, row.provinceId, `${next.givenNames} ${next.surname}`);
  }
  const change: PermitChange = {
    ...columns,
    ground: input.ground,
    ...(input.overrideReason && { overrideReason: input.overrideReason }),
    ...(identity && { identity: identityChange(identity, identityFields) }),
  };
  const subject = { ...row, version: row.version + 1 };
  await tell(ctx, subject, { kind: "amended", change, reason: input.reason, fileId: input.evidenceFileId });
}
