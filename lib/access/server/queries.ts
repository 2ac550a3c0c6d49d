import { localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeWhere } from "../../platform/db/transaction.ts";
import type { SigningAuthority } from "../contract.ts";
import { needsSecondFactor, type Role } from "../policy.ts";
import { findProposal, findWaiting, findWaitingOfKind, type StoredProposal } from "./proposal-repository.ts";
import { allowedDecisions, decide, propose } from "./two-person.ts";

/** The two-person mechanism as other words use it: they execute what was approved. */
export const proposeAct = propose;
export const decideAct = decide;

/** The undecided proposal about a record, or null. */
export const findWaitingProposal = findWaiting;
export const findWaitingProposals = findWaitingOfKind;
export const findProposalById = findProposal;
export const decisionsOn = allowedDecisions;
export type { StoredProposal };

export type PersonRow = { id: string; name: string; title: string; phone: string; role: string; unitId: string };

/** People of the actor's rows, by id or of one unit. */
export async function findPeople(db: Db, wanted: { ids: string[] } | { unitId: string }): Promise<PersonRow[]> {
  return db.tx.user.findMany({
    where: { ...scopeWhere(db.scope), disabledAt: null, ...("ids" in wanted ? { id: { in: wanted.ids } } : { unitId: wanted.unitId }) },
    select: { id: true, name: true, title: true, phone: true, role: true, unitId: true },
    orderBy: { name: "asc" },
  });
}

export type AuthorityRow = SigningAuthority & { userId: string; unitId: string };

/**
 * Every signing authority of a unit that was not taken back; the rule decides which counts on a day. One that somebody gave
 * rests while its holder has no second factor: nobody signs a state letter with a password alone.
 */
export async function findAuthorities(db: Db, unitId: string): Promise<AuthorityRow[]> {
  const rows = await db.tx.signingAuthority.findMany({
    where: { ...scopeWhere(db.scope), unitId, endedAt: null },
    select: {
      userId: true,
      unitId: true,
      kind: true,
      title: true,
      onBehalfOf: true,
      validFrom: true,
      validTo: true,
      user: { select: { role: true, totpAt: true } },
    },
  });
  const counting = rows.filter(({ kind, user }) => kind === "own" || user.totpAt !== null || needsSecondFactor(user.role as Role));
  return counting.map(({ user: _user, ...row }) => ({
    ...row,
    kind: row.kind as SigningAuthority["kind"],
    validFrom: localDate(row.validFrom),
    validTo: row.validTo && localDate(row.validTo),
  }));
}

export type UnitRow = {
  id: string;
  name: string;
  heading: string[];
  detsisNumber: string;
  fileCode: string;
  superiorTitle: string;
  address: string;
  phone: string;
  fax: string;
  email: string;
  website: string;
  kepAddress: string;
  provinceId: number | null;
};

export async function findUnit(db: Db, id: string): Promise<UnitRow | null> {
  return db.tx.unit.findFirst({ where: { id, ...scopeWhere(db.scope) } });
}
