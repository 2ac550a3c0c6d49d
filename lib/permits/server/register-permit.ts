import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { registerPermit as endpoint, Holder } from "../commands-contract.ts";
import type { PermitRecord } from "../contract.ts";
import { termWarnings } from "../permit.ts";
import type { DecisionChange, PermitColumns } from "../permit-history.ts";
import { personKeyOf } from "../person-key.ts";
import { recordDeed, tell } from "./command.ts";
import { findOrMakeEmployer } from "./employer-repository.ts";
import { employerFaults, identityFaults, overrideFaults, refuse, termFaults } from "./entry-checks.ts";
import { checkEvidence } from "./evidence-file.ts";
import { identityChange, identityCipher, type PlainIdentity, sealIdentity } from "./identity.ts";
import { writeHolderTokens } from "./name-token-repository.ts";
import { guardedByConstraint, refuseOverlap } from "./overlap.ts";
import { provinceOf } from "./province-of.ts";
import { presentAgain } from "./read-permit.ts";
import { findApplicationId, insert, nextNumber, type SealedIdentity } from "./repository.ts";

type Input = ParsedInputOf<typeof endpoint>;

/** A first application, also where the holder comes from another employer (Law 6735 art. 10). */
export async function registerPermit(ctx: Context<Actor>, input: Input): Promise<PermitRecord> {
  const provinceId = provinceOf(ctx.actor, input.provinceId);
  const mode = await installationMode(ctx.db);
  const rules = { isProduction: mode === "production" };
  const warnings = termWarnings({ ...input, earlierWithEmployer: 0 });
  refuse([
    ...identityFaults(input.holder, localDateOf(ctx.now), rules),
    ...employerFaults(input.employer, rules),
    ...termFaults({ ...input, provinceId, hasEmployer: input.employer !== null }),
    ...overrideFaults(warnings, input.overrideReason),
  ]);
  await checkEvidence(ctx, input.evidenceFileId, provinceId);
  const { columns, identity } = await newRow(ctx, input, { provinceId, isDemo: mode === "demo" });
  const decision = warnings.length > 0 ? { warnings, overrideReason: input.overrideReason } : {};
  const id = await addPermit(ctx, { columns, identity, decision, kind: "registered", reason: input.reason, fileId: input.evidenceFileId });
  await recordDeed(ctx, "permit.registered", { id, provinceId });
  return await presentAgain(ctx, id);
}

export const birthYearOf = ({ birthOn }: Pick<PlainIdentity, "birthOn">): number | null => (birthOn ? Number(birthOn.slice(0, 4)) : null);

async function newRow(ctx: Context<Actor>, input: Input, { provinceId, isDemo }: { provinceId: number; isDemo: boolean }) {
  const cipher = await identityCipher(ctx.db);
  const applicationId = await applicationOf(ctx, input.applicationNumber, provinceId);
  const employer = input.employer && (await findOrMakeEmployer(ctx.db, provinceId, input.employer, isDemo));
  const { givenNames, surname, sex, nationality }: Holder = input.holder;
  const columns: PermitColumns = {
    provinceId,
    number: await nextNumber(ctx.db),
    kind: input.kind,
    status: "registered",
    givenNames,
    surname,
    sex,
    nationality,
    birthYear: birthYearOf(input.holder),
    personKey: personKeyOf(cipher, input.holder),
    employerId: employer?.id ?? null,
    employerTaxNumber: employer?.taxNumber ?? null,
    sector: employer?.sector ?? null,
    sizeBand: employer?.sizeBand ?? null,
    occupation: input.occupation,
    otherProvinces: input.otherProvinces,
    validFrom: input.validFrom,
    validTo: input.validTo,
    endedOn: null,
    annotations: input.annotations,
    predecessorId: null,
    applicationId,
  };
  return { columns, identity: sealIdentity(cipher, input.holder) };
}

async function applicationOf(ctx: Context<Actor>, number: string, provinceId: number): Promise<string | null> {
  if (number === "") return null;
  const id = await findApplicationId(ctx.db, number, provinceId);
  if (!id) throw new AppError("bad_input", { invalidParams: [{ path: "applicationNumber", message: "Bu numarayla başvuru bulunamadı." }] });
  return id;
}

type NewPermit = {
  columns: PermitColumns;
  identity: SealedIdentity;
  decision: DecisionChange;
  kind: "registered" | "extended";
  reason: string;
  fileId: string | undefined;
};

/** Row, words it is found by and first event together. */
export async function addPermit(ctx: Context<Actor>, { columns, identity, decision, kind, reason, fileId }: NewPermit): Promise<string> {
  await refuseOverlap(ctx, columns, null);
  const id = await guardedByConstraint(ctx, columns, () => insert(ctx.db, { columns, identity, now: ctx.now }));
  await writeHolderTokens(ctx.db, id, columns.provinceId, `${columns.givenNames} ${columns.surname}`);
  const change = { ...columns, ...decision, identity: identityChange(identity) };
  await tell(ctx, { id, provinceId: columns.provinceId, version: 1 }, { kind, change, reason, fileId });
  return id;
}
