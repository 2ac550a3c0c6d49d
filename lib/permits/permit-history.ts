// The life of a permit: each event holds the columns as they became, so that folding them gives the row again. What a
// person could be known by stands in them sealed; a change of it is told without its value.
import type { PermitEventRow, PermitKind, PermitStatus, Sex } from "./contract.ts";

export type PermitColumns = {
  provinceId: number;
  number: string;
  kind: PermitKind;
  status: PermitStatus;
  givenNames: string;
  surname: string;
  sex: Sex;
  nationality: string;
  birthYear: number | null;
  personKey: string;
  employerId: string | null;
  employerTaxNumber: string | null;
  sector: string | null;
  sizeBand: string | null;
  occupation: string | null;
  otherProvinces: number[];
  validFrom: string;
  validTo: string | null;
  endedOn: string | null;
  annotations: string[];
  predecessorId: string | null;
  applicationId: string | null;
};

/** As it stands in an event: sealed values in base64, the birth date as text. */
export type IdentityChange = {
  birthOn?: string | null;
  foreignerId?: string | null;
  foreignerIdIndex?: string | null;
  passport?: string | null;
  passportIndex?: string | null;
  address?: string | null;
  keyId?: number;
};

/** What was decided besides the columns: legal ground, warnings and why they were overridden, the permit that follows. */
export type DecisionChange = { ground?: string; overrideReason?: string; warnings?: string[]; successorId?: string };

export type PermitChange = Partial<PermitColumns> & DecisionChange & { identity?: IdentityChange };
export type StoredEvent = { kind: PermitEventRow["kind"]; change: PermitChange };
export type Folded = { columns: Partial<PermitColumns>; identity: IdentityChange };

/** Events in the order of their versions, to the row they amount to. */
export function foldEvents(events: readonly StoredEvent[]): Folded {
  return events.reduce<Folded>(
    ({ columns, identity }, { change: { ground, overrideReason, warnings, successorId, identity: sealed, ...changed } }) => ({
      columns: { ...columns, ...changed },
      identity: { ...identity, ...sealed },
    }),
    { columns: {}, identity: {} },
  );
}

/** Names of the columns in which a row differs from its folded events; a rotation re-seals values, so only digests count. */
export function differences(
  row: PermitColumns & { identity: Pick<IdentityChange, "birthOn" | "foreignerIdIndex" | "passportIndex"> },
  folded: Folded,
): string[] {
  const { identity, ...columns } = row;
  const sameValue = (left: unknown, right: unknown) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
  const inColumns = Object.entries(columns).filter(([name, value]) => {
    const other = folded.columns[name as keyof PermitColumns];
    // An empty list is the column's default and may be left out of an event.
    return !sameValue(value, other) && !(Array.isArray(value) && value.length === 0 && other === undefined);
  });
  const inIdentity = (["birthOn", "foreignerIdIndex", "passportIndex"] as const).filter(
    (name) => !sameValue(identity[name], folded.identity[name]),
  );
  return [...inColumns.map(([name]) => name), ...inIdentity];
}

/** Follow from another column, so they would tell the same change twice. */
const derived = new Set(["personKey", "birthYear", "employerTaxNumber", "successorId", "identity"]);
const sealedFields = ["birthOn", "foreignerId", "passport", "address"] as const;
const opening = new Set<PermitEventRow["kind"]>(["registered", "imported", "extended"]);

type Change = PermitEventRow["changes"][number];

/** What an event changed, as its reader may see it; the first event of a record changes nothing. */
export function changesOf(before: Folded, { kind, change }: StoredEvent): Change[] {
  const told = Object.entries(change).filter(([field]) => !derived.has(field));
  const shown = opening.has(kind) ? told.filter(([field]) => field === "overrideReason" || field === "warnings") : told;
  const columns = shown.map(([field, after]) => ({
    field,
    before: textOf(before.columns[field as keyof PermitColumns]),
    after: textOf(after),
  }));
  if (opening.has(kind) || kind === "transferred") return columns.filter((one) => one.before !== one.after);
  const sealed = sealedFields.filter((field) => change.identity && field in change.identity);
  return [...columns, ...sealed.map((field) => ({ field, before: null, after: null }))];
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
