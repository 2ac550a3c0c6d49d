// What a row would change in the record it names, and what no file may change.
import type { FieldCipher } from "../../platform/crypto/field-cipher.ts";
import type { CellFault } from "../../platform/import/column.ts";
import type { Change } from "../../platform/import/verdict.ts";
import { importColumns } from "../import-columns.ts";
import type { ApplicationCells, PermitCells } from "../import-row.ts";
import { foreignerIdIndex, passportIndex } from "../person-key.ts";
import type { ExistingApplication, ExistingPermit } from "./import-repository.ts";

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

const labelOf = (key: string): string => importColumns.find((column) => column.key === key)?.label ?? key;

/** P7: personal data change by a command with reason and evidence, never by a file; so does the kind. */
export function fixedFaults(permit: PermitCells, known: ExistingPermit, cipher: FieldCipher): CellFault[] {
  const opened = (field: string, sealed: Uint8Array | null) => (sealed ? cipher.open(field, sealed, known.keyId ?? 0) : null);
  const isOther = (index: Uint8Array, stored: Uint8Array | null) => !stored || base64(index) !== base64(stored);
  const different: string[] = [];
  for (const key of ["givenNames", "surname", "sex", "nationality", "kind"] as const) if (permit[key] !== known[key]) different.push(key);
  if (permit.birthOn && permit.birthOn !== known.birthOn) different.push("birthOn");
  if (permit.foreignerId && isOther(foreignerIdIndex(cipher, permit.foreignerId), known.foreignerIdIndex)) different.push("foreignerId");
  if (permit.passport && isOther(passportIndex(cipher, permit.passport), known.passportIndex)) different.push("passport");
  if (permit.address && permit.address !== opened("address", known.address)) different.push("address");
  const message = "Kayıttakinden farklı. Kişi bilgileri ve tür aktarımla değişmez; kayıtta gerekçe ve delille düzeltin.";
  return different.map((column) => ({ column, message }));
}

/** What a file may change. */
const changeable = ["employerTaxNumber", "sector", "sizeBand", "occupation", "validFrom", "validTo", "annotations"] as const;

/** The columns that become another. */
export const changedKeys = (changes: readonly Change[]): string[] => {
  const labels = new Set(changes.map(({ label }) => label));
  return changeable.filter((key) => labels.has(labelOf(key)));
};

export function changesOf(permit: PermitCells, known: ExistingPermit): Change[] {
  const now: Record<string, string | null> = {
    employerTaxNumber: known.employerTaxNumber,
    sector: known.sector,
    sizeBand: known.sizeBand,
    occupation: known.occupation,
    validFrom: known.validFrom,
    validTo: known.validTo,
    annotations: known.annotations.join(" | ") || null,
  };
  const then: typeof now = { ...permit, annotations: permit.annotations.join(" | ") || null } as unknown as typeof now;
  return Object.keys(now)
    .filter((key) => (then[key] ?? null) !== (now[key] ?? null))
    .map((key) => ({ label: labelOf(key), before: now[key] ?? null, after: then[key] ?? null }));
}

export function mirrorChangesOf(application: ApplicationCells, mirror: ExistingApplication): Change[] {
  const stored: Record<string, string | null> = {
    submittedOn: mirror.submittedOn,
    decidedOn: mirror.decidedOn,
    outcome: mirror.outcome,
    applicationType: mirror.type,
    education: mirror.education,
  };
  const told: typeof stored = { ...application, applicationType: application.type } as unknown as typeof stored;
  return Object.keys(stored)
    .filter((key) => (told[key] ?? null) !== (stored[key] ?? null))
    .map((key) => ({ label: labelOf(key), before: stored[key] ?? null, after: told[key] ?? null }));
}
