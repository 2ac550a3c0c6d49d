/** What other words may read of permits: whether a card may be made of one, and what stands on it. */
import type { Db } from "../../platform/db/transaction.ts";
import type { PermitKind, PermitState, PermitStatus, Sex } from "../contract.ts";
import { stateOn } from "../permit.ts";
import { countPermits } from "./count-permits.ts";
import { titlesOf } from "./employer-repository.ts";
import { checkEvidence as check } from "./evidence-file.ts";
import { fileNames, findFile } from "./file-repository.ts";
import { identityCipher, openIdentity } from "./identity.ts";
import { selectedPermitIds as idsOfSelection, takeSelection as take } from "./permit-selections.ts";
import { findById, lockById, numbersOf, type StoredPermit, sample } from "./repository.ts";

export type PermitTerms = {
  id: string;
  provinceId: number;
  number: string;
  kind: PermitKind;
  status: PermitStatus;
  /** On the day asked about. */
  state: PermitState;
  validFrom: string;
  validTo: string | null;
};

/** A permit's kind, state on a legal day and dates, or null where the scope has none. */
export async function findPermitTerms(db: Db, id: string, day: string): Promise<PermitTerms | null> {
  return termsOf(await findById(db, id), day);
}

/** The same, and the permit cannot end until the transaction does. */
export async function lockPermitTerms(db: Db, id: string, day: string): Promise<PermitTerms | null> {
  return termsOf(await lockById(db, id), day);
}

function termsOf(row: StoredPermit | null, day: string): PermitTerms | null {
  if (!row) return null;
  const { id, provinceId, number, kind, status, validFrom, validTo } = row;
  return { id, provinceId, number, kind, status, state: stateOn(row, day), validFrom, validTo };
}

/** Evidence is put aside and judged by permits; a card's events cite it as well. */
export const checkEvidence = check;
export const evidenceNames = fileNames;
export const findEvidence = findFile;

/** A frozen selection, for a bulk act of another word. */
export const takeSelection = take;
export const selectedPermitIds = idsOfSelection;

/** Terms of many permits, those that the scope has. */
export async function permitTermsOf(db: Db, ids: readonly string[], day: string): Promise<PermitTerms[]> {
  return (await sample(db, ids)).flatMap((row) => termsOf(row, day) ?? []);
}

/** Permit numbers by id. */
export const permitNumbers = numbersOf;

/** Everything that may stand on a card, in the clear; what of it leaves the ministry is decided by who asks (K10). */
export type PrintedPermit = {
  number: string;
  provinceId: number;
  givenNames: string;
  surname: string;
  sex: Sex;
  nationality: string;
  birthOn: string | null;
  foreignerId: string | null;
  validFrom: string;
  validTo: string | null;
  employerTitle: string | null;
  annotations: string[];
};

/** By permit id; what the scope cannot see is left out. */
export async function printedPermits(db: Db, ids: readonly string[]): Promise<Map<string, PrintedPermit>> {
  const rows = await sample(db, ids);
  const cipher = await identityCipher(db);
  const titles = await titlesOf(
    db,
    rows.flatMap(({ employerId }) => (employerId === null ? [] : [employerId])),
  );
  return new Map(
    rows.map((row) => {
      const { number, provinceId, givenNames, surname, sex, nationality, validFrom, validTo, employerId, annotations } = row;
      const { birthOn, foreignerId } = openIdentity(cipher, row.identity);
      const employerTitle = employerId === null ? null : (titles.get(employerId) ?? null);
      const shown = { number, provinceId, givenNames, surname, sex, nationality, validFrom, validTo, annotations };
      return [row.id, { ...shown, birthOn, foreignerId, employerTitle }];
    }),
  );
}

/** The list's count by PostgreSQL; the statistics' read model counts the country where it can. */
export const countPermitsInDatabase = countPermits;
