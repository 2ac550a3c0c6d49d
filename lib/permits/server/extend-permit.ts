import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { OutputOf, ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { extendPermit as extendEndpoint, proposeExtension as proposeEndpoint } from "../commands-contract.ts";
import type { PermitRecord } from "../contract.ts";
import { extensionWarnings, longestTerm, proposeTerm } from "../permit.ts";
import { actionsFor, openCommand, recordDeed, tell, waitingTransfer } from "./command.ts";
import { earlierWithEmployer } from "./earlier-permits.ts";
import { overrideFaults, refuse, termFaults } from "./entry-checks.ts";
import { checkEvidence } from "./evidence-file.ts";
import { identityCipher, openIdentity, sealIdentity } from "./identity.ts";
import { getPermit, presentAgain } from "./read-permit.ts";
import { addPermit } from "./register-permit.ts";
import { nextNumber, type StoredPermit, update } from "./repository.ts";

/** Asks nothing of the record but its dates; whether it may be extended is refused here already. */
export async function proposeExtension(
  ctx: Context<Actor>,
  input: ParsedInputOf<typeof proposeEndpoint>,
): Promise<OutputOf<typeof proposeEndpoint>> {
  const row = await getPermit(ctx, input.permitId);
  const isPending = (await waitingTransfer(ctx, row.id)) !== null;
  const count = await countWithThis(ctx, row);
  const lawful = proposeTerm(row, count);
  if (!lawful || !actionsFor(ctx.actor, row, isPending).includes("extend"))
    throw new AppError("state_forbids", { currentVersion: row.version });
  const asked = {
    validFrom: input.validFrom ?? lawful.validFrom,
    validTo: input.validFrom || input.validTo ? (input.validTo ?? null) : lawful.validTo,
  };
  return {
    version: row.version,
    lawful,
    longestYears: longestTerm({ kind: row.kind, earlierWithEmployer: count }),
    earlierWithEmployer: count,
    warnings: warningsOf(ctx, row, asked, count),
  };
}

/** This permit counts among the earlier ones of its extension. */
const countWithThis = async (ctx: Context<Actor>, row: StoredPermit): Promise<number> =>
  (await earlierWithEmployer(ctx.db, row, row.id)) + 1;

function warningsOf({ now }: Context<Actor>, row: StoredPermit, dates: { validFrom: string; validTo: string | null }, count: number) {
  const proposal = { kind: row.kind, ...dates, earlierWithEmployer: count };
  return extensionWarnings({ predecessor: row, proposal, day: localDateOf(now) });
}

export async function extendPermit(ctx: Context<Actor>, input: ParsedInputOf<typeof extendEndpoint>): Promise<PermitRecord> {
  const row = await openCommand(ctx, input, "extend");
  const { validFrom, validTo, overrideReason, reason, evidenceFileId: fileId } = input;
  const warnings = warningsOf(ctx, row, input, await countWithThis(ctx, row));
  const isBefore = validFrom <= row.validFrom;
  refuse([
    ...termFaults({ ...row, validFrom, validTo, hasEmployer: row.employerId !== null }),
    ...(isBefore ? [{ path: "validFrom", message: "Uzatma, önceki iznin başlangıcından sonra başlar." }] : []),
    ...overrideFaults(warnings, overrideReason),
  ]);
  await checkEvidence(ctx, fileId, row.provinceId);
  const decision = warnings.length > 0 ? { warnings, overrideReason } : {};
  // Cut first: the two would overlap for a moment, and the constraint looks at every moment.
  await update(ctx.db, row, { columns: { status: "superseded", endedOn: validFrom } }, ctx.now);
  const columns = { ...columnsOf(row), number: await nextNumber(ctx.db), validFrom, validTo, predecessorId: row.id };
  const cipher = await identityCipher(ctx.db);
  const identity = sealIdentity(cipher, openIdentity(cipher, row.identity));
  const id = await addPermit(ctx, { columns, identity, decision, kind: "extended", reason, fileId });
  const change = { status: "superseded" as const, endedOn: validFrom, successorId: id };
  await tell(ctx, { ...row, version: row.version + 1 }, { kind: "superseded", change, reason, fileId });
  await recordDeed(ctx, "permit.extended", { id, provinceId: row.provinceId }, warnings.join(" "));
  return await presentAgain(ctx, id);
}

/** What the new permit takes over; its application and its end are its own. */
function columnsOf({ id, registeredAt, updatedAt, version, identity, ...columns }: StoredPermit) {
  return { ...columns, status: "registered" as const, endedOn: null, applicationId: null };
}
