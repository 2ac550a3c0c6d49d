import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { ApplicationOutcome, ApplicationType, Education, type PermitRecord, SizeBand } from "../contract.ts";
import { daysLeft, stateOn } from "../permit.ts";
import { actionsFor, waitingTransfer } from "./command.ts";
import { findEmployer } from "./employer-repository.ts";
import { identityCipher, maskIdentity, openIdentity } from "./identity.ts";
import { countOfPerson, findApplication, findById, findSuccessor, numbersOf, type StoredPermit } from "./repository.ts";
import { timelineOf } from "./timeline.ts";

export async function readPermit(ctx: Context<Actor>, { permitId }: { permitId: string }): Promise<PermitRecord> {
  const row = await getPermit(ctx, permitId);
  await record(ctx, { action: "permit.opened", subjectKind: "permit", subjectId: row.id, provinceId: row.provinceId, payload: {} });
  return await present(ctx, row);
}

export async function getPermit(ctx: Context<Actor>, permitId: string): Promise<StoredPermit> {
  const row = await findById(ctx.db, permitId);
  if (!row) throw new AppError("not_found");
  return row;
}

/** What a command answers with: the record as it stands now. */
export const presentAgain = async (ctx: Context<Actor>, permitId: string): Promise<PermitRecord> =>
  await present(ctx, await getPermit(ctx, permitId));

async function present(ctx: Context<Actor>, row: StoredPermit): Promise<PermitRecord> {
  const { db, now, actor } = ctx;
  const today = localDateOf(now);
  const cipher = await identityCipher(db);
  const transfer = await waitingTransfer(ctx, row.id);
  return {
    ...columnsOf(row),
    name: `${row.givenNames} ${row.surname}`,
    state: stateOn(row, today),
    daysLeft: daysLeft(row, today),
    masked: maskIdentity(openIdentity(cipher, row.identity)),
    employer: await employerOf(ctx, row),
    application: await applicationOf(ctx, row),
    predecessor: await predecessorOf(ctx, row),
    successor: await findSuccessor(db, row.id),
    personPermitCount: await countOfPerson(db, row.personKey),
    pendingTransfer: transfer && {
      proposalId: transfer.id,
      provinceId: (transfer.payload as { provinceId: number }).provinceId,
      proposedBy: transfer.proposedByName,
      expiresAt: transfer.expiresAt.toISOString(),
    },
    events: await timelineOf(db, row.id),
    allowedActions: actionsFor(actor, row, transfer !== null),
  };
}

function columnsOf(row: StoredPermit) {
  const { identity, personKey, employerId, employerTaxNumber, sizeBand, predecessorId, applicationId, updatedAt, ...shown } = row;
  return { ...shown, registeredAt: row.registeredAt.toISOString() };
}

async function employerOf({ db }: Context<Actor>, { employerId }: StoredPermit): Promise<PermitRecord["employer"]> {
  const employer = employerId ? await findEmployer(db, employerId) : null;
  return employer && { ...employer, sizeBand: SizeBand.nullable().parse(employer.sizeBand) };
}

async function applicationOf({ db }: Context<Actor>, { applicationId }: StoredPermit): Promise<PermitRecord["application"]> {
  const application = applicationId ? await findApplication(db, applicationId) : null;
  if (!application) return null;
  const { submittedOn, decidedOn } = application;
  return {
    number: application.number,
    submittedOn: localDate(submittedOn),
    decidedOn: decidedOn && localDate(decidedOn),
    outcome: ApplicationOutcome.nullable().parse(application.outcome),
    type: ApplicationType.parse(application.type),
    education: Education.nullable().parse(application.education),
  };
}

async function predecessorOf({ db }: Context<Actor>, { predecessorId }: StoredPermit): Promise<PermitRecord["predecessor"]> {
  const number = predecessorId && (await numbersOf(db, [predecessorId])).get(predecessorId);
  return predecessorId && number ? { id: predecessorId, number } : null;
}
