// What a row would change in the record it names, and what no file may change.
import type { FieldCipher } from "../../platform/crypto/field-cipher.ts";
import { localDate } from "../../platform/db/local-date.ts";
import type { CellFault } from "../../platform/import/column.ts";
import type { Change } from "../../platform/import/importer.ts";
import { importColumns } from "../import-columns.ts";
import type { ApplicationCells, PermitCells } from "../import-row.ts";
import { foreignerIdIndex, passportIndex } from "../person-key.ts";
import type { ExistingApplication, ExistingPermit } from "./import-repository.ts";

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

export const labelOf = (key: string): string => importColumns.find((column) => column.key === key)?.label ?? key;

/** P7: personal data change by a command with reason and evidence, never by a file; so does the kind. */
export function fixedFaults(permit: PermitCells, known: ExistingPermit, cipher: FieldCipher): CellFault[] {
  const { identity } = known;
  const opened = (field: string, sealed: Uint8Array | null | undefined) =>
    sealed && identity ? cipher.open(field, sealed, identity.keyId) : null;
  const isOther = (index: Uint8Array, stored: Uint8Array | null | undefined) => !stored || base64(index) !== base64(stored);
  const different: string[] = [];
  for (const key of ["givenNames", "surname", "sex", "nationality", "kind"] as const) if (permit[key] !== known[key]) different.push(key);
  if (permit.birthOn && permit.birthOn !== (identity?.birthOn ? localDate(identity.birthOn) : null)) different.push("birthOn");
  if (permit.foreignerId && isOther(foreignerIdIndex(cipher, permit.foreignerId), identity?.foreignerIdIndex))
    different.push("foreignerId");
  if (permit.passport && isOther(passportIndex(cipher, permit.passport), identity?.passportIndex)) different.push("passport");
  if (permit.address && permit.address !== opened("address", identity?.address)) different.push("address");
  const message = "Kayıttakinden farklı. Kişi bilgileri ve tür aktarımla değişmez; kayıtta gerekçe ve delille düzeltin.";
  return different.map((column) => ({ column, message }));
}

export function changesOf(permit: PermitCells, known: ExistingPermit): Change[] {
  const now: Record<string, string | null> = {
    employerTaxNumber: known.employerTaxNumber,
    sector: known.sector,
    sizeBand: known.sizeBand,
    occupation: known.occupation,
    validFrom: localDate(known.validFrom),
    validTo: known.validTo ? localDate(known.validTo) : null,
    annotations: known.annotations.join(" | ") || null,
  };
  const then: typeof now = { ...permit, annotations: permit.annotations.join(" | ") || null } as unknown as typeof now;
  return Object.keys(now)
    .filter((key) => (then[key] ?? null) !== (now[key] ?? null))
    .map((key) => ({ label: labelOf(key), before: now[key] ?? null, after: then[key] ?? null }));
}

export function mirrorChangesOf(application: ApplicationCells, mirror: ExistingApplication): Change[] {
  const stored: Record<string, string | null> = {
    submittedOn: localDate(mirror.submittedOn),
    decidedOn: mirror.decidedOn ? localDate(mirror.decidedOn) : null,
    outcome: mirror.outcome,
    applicationType: mirror.type,
    education: mirror.education,
  };
  const told: typeof stored = { ...application, applicationType: application.type } as unknown as typeof stored;
  return Object.keys(stored)
    .filter((key) => (told[key] ?? null) !== (stored[key] ?? null))
    .map((key) => ({ label: labelOf(key), before: stored[key] ?? null, after: told[key] ?? null }));
}
