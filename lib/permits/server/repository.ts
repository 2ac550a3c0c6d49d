import type { Prisma } from "../../../prisma/generated/client.ts";
import { dateColumn, localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { PermitEventRow, PermitKind, PermitStatus, Sex } from "../contract.ts";
import type { PermitChange, PermitColumns } from "../permit-history.ts";

export type SealedIdentity = {
  birthOn: string | null;
  foreignerId: Uint8Array<ArrayBuffer> | null;
  foreignerIdIndex: Uint8Array<ArrayBuffer> | null;
  passport: Uint8Array<ArrayBuffer> | null;
  passportIndex: Uint8Array<ArrayBuffer> | null;
  address: Uint8Array<ArrayBuffer> | null;
  keyId: number;
};

export type StoredPermit = PermitColumns & {
  id: string;
  registeredAt: Date;
  updatedAt: Date;
  version: number;
  identity: SealedIdentity | null;
};

const identitySelect = {
  birthOn: true,
  foreignerId: true,
  foreignerIdIndex: true,
  passport: true,
  passportIndex: true,
  address: true,
  keyId: true,
} as const satisfies Prisma.PermitIdentitySelect;

const select = {
  id: true,
  provinceId: true,
  number: true,
  kind: true,
  status: true,
  givenNames: true,
  surname: true,
  sex: true,
  nationality: true,
  birthYear: true,
  personKey: true,
  employerId: true,
  employerTaxNumber: true,
  sector: true,
  sizeBand: true,
  occupation: true,
  otherProvinces: true,
  validFrom: true,
  validTo: true,
  endedOn: true,
  annotations: true,
  predecessorId: true,
  applicationId: true,
  registeredAt: true,
  updatedAt: true,
  version: true,
  identity: { select: identitySelect },
} as const satisfies Prisma.PermitSelect;

const dateOrNull = (text: string | null) => (text === null ? null : dateColumn(text));

export async function findById(db: Db, id: string): Promise<StoredPermit | null> {
  const row = await db.tx.permit.findFirst({ where: { id, ...scopeWhere(db.scope) }, select });
  return row && stored(row);
}

/** Records by id, for the sweep that compares them with their events. */
export async function sample(db: Db, ids: readonly string[]): Promise<StoredPermit[]> {
  return (await db.tx.permit.findMany({ where: { id: { in: [...ids] }, ...scopeWhere(db.scope) }, select })).map(stored);
}

function stored(row: Prisma.PermitGetPayload<{ select: typeof select }>): StoredPermit {
  return {
    ...row,
    kind: row.kind as PermitKind,
    status: row.status as PermitStatus,
    sex: row.sex as Sex,
    validFrom: localDate(row.validFrom),
    validTo: row.validTo && localDate(row.validTo),
    endedOn: row.endedOn && localDate(row.endedOn),
    identity: row.identity && { ...row.identity, birthOn: row.identity.birthOn && localDate(row.identity.birthOn) },
  };
}

/** Locks the record for a change; its version cannot move until the transaction ends. */
export async function lockById(db: Db, id: string): Promise<StoredPermit | null> {
  const locked = await db.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM permit WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  return locked.length === 1 ? await findById(db, id) : null;
}

/** The next number that the system gives (P1). */
export async function nextNumber(db: Db): Promise<string> {
  const [row] = await db.tx.$queryRaw<{ number: string }[]>`SELECT nextval('permit_number')::text AS number`;
  return row?.number ?? "";
}

/** Persons are locked in the database's order of keys, so that two commands about one person do not pass each other. */
export async function insert(
  db: Db,
  { columns, identity, now }: { columns: PermitColumns; identity: SealedIdentity; now: Date },
): Promise<string> {
  const { id } = await db.tx.permit.create({
    data: {
      ...columns,
      validFrom: dateColumn(columns.validFrom),
      validTo: dateOrNull(columns.validTo),
      endedOn: dateOrNull(columns.endedOn),
      registeredAt: now,
      updatedAt: now,
    },
    select: { id: true },
  });
  await db.tx.permitIdentity.create({
    data: { ...identity, birthOn: dateOrNull(identity.birthOn), permitId: id, provinceId: columns.provinceId },
  });
  return id;
}

export type Changed = { columns: Partial<PermitColumns>; identity?: SealedIdentity | undefined };

export async function update(db: Db, row: StoredPermit, { columns, identity }: Changed, now: Date): Promise<void> {
  const { validFrom, validTo, endedOn, ...others } = columns;
  await db.tx.permit.updateMany({
    where: { id: row.id, version: row.version, ...scopeWhere(db.scope) },
    data: {
      ...others,
      ...(validFrom !== undefined && { validFrom: dateColumn(validFrom) }),
      ...(validTo !== undefined && { validTo: dateOrNull(validTo) }),
      ...(endedOn !== undefined && { endedOn: dateOrNull(endedOn) }),
      updatedAt: now,
      version: row.version + 1,
    },
  });
  if (!identity) return;
  await db.tx.permitIdentity.updateMany({
    where: { permitId: row.id, ...scopeWhere(db.scope) },
    data: { ...identity, birthOn: dateOrNull(identity.birthOn) },
  });
}

export type NewPermitEvent = {
  permitId: string;
  provinceId: number;
  version: number;
  kind: PermitEventRow["kind"];
  at: Date;
  on: string;
  actorId: string | null;
  actorName: string;
  reason: string;
  fileId: string | null;
  change: PermitChange;
};

export async function insertEvent(db: Db, event: NewPermitEvent): Promise<void> {
  await db.tx.permitEvent.create({ data: { ...event, on: dateColumn(event.on), change: event.change as Prisma.InputJsonObject } });
}

/** In the order of versions; a record that came from another province begins with what it was on arrival. */
export async function eventsOf(db: Db, permitIds: readonly string[]) {
  const rows = await db.tx.permitEvent.findMany({
    where: { permitId: { in: [...permitIds] }, ...scopeWhere(db.scope) },
    select: {
      id: true,
      permitId: true,
      provinceId: true,
      version: true,
      kind: true,
      at: true,
      actorName: true,
      approvedBy: true,
      reason: true,
      fileId: true,
      change: true,
    },
    orderBy: [{ version: "asc" }, { at: "asc" }],
  });
  return rows.map((row) => ({ ...row, kind: row.kind as PermitEventRow["kind"], change: row.change as PermitChange }));
}

/** Number of another record of the actor's rows whose effective days meet these, or null (P4). */
export async function findOverlap(db: Db, permit: PermitColumns, exceptId: string | null): Promise<string | null> {
  const rows = await db.tx.$queryRaw<{ number: string }[]>`
    SELECT number FROM permit
    WHERE ${scopeSql(db.scope, "province_id")} AND person_key = ${permit.personKey}::uuid AND kind = ${permit.kind}
      AND coalesce(employer_tax_number, '') = ${permit.employerTaxNumber ?? ""} AND id IS DISTINCT FROM ${exceptId}::uuid
      AND permit_effective(status, valid_from, valid_to, ended_on)
        && permit_effective(${permit.status}, ${permit.validFrom}::date, ${permit.validTo}::date, ${permit.endedOn}::date)
    LIMIT 1`;
  return rows[0]?.number ?? null;
}

export async function findSuccessor(db: Db, id: string): Promise<{ id: string; number: string } | null> {
  return await db.tx.permit.findFirst({
    where: { predecessorId: id, status: { not: "void" }, ...scopeWhere(db.scope) },
    select: { id: true, number: true },
  });
}

export async function countOfPerson(db: Db, personKey: string): Promise<number> {
  return await db.tx.permit.count({ where: { personKey, ...scopeWhere(db.scope) } });
}

/** Void ones never counted, and an earlier permit with another employer begins the count again (Law 6735 art. 10). */
export async function earlierPermits(db: Db, personKey: string, kind: PermitKind) {
  return await db.tx.permit.findMany({
    where: { personKey, kind, status: { not: "void" }, ...scopeWhere(db.scope) },
    select: { id: true, employerTaxNumber: true, validFrom: true },
    orderBy: [{ validFrom: "desc" }, { id: "desc" }],
  });
}

export async function findApplicationId(db: Db, number: string, provinceId: number): Promise<string | null> {
  const row = await db.tx.permitApplication.findFirst({ where: { number, provinceId, ...scopeWhere(db.scope) }, select: { id: true } });
  return row?.id ?? null;
}

export async function findApplication(db: Db, id: string) {
  return await db.tx.permitApplication.findFirst({
    where: { id, ...scopeWhere(db.scope) },
    select: { number: true, submittedOn: true, decidedOn: true, outcome: true, type: true, education: true },
  });
}

export async function numbersOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.tx.permit.findMany({
    where: { id: { in: [...ids] }, ...scopeWhere(db.scope) },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Null where the same task is open already. */
export async function openMinistryTask(db: Db, detail: string, now: Date): Promise<string | null> {
  const task = { kind: "permit_conflict", detail, provinceId: null };
  const open = await db.tx.humanTask.findFirst({ where: { ...task, provinceId: null, closedAt: null }, select: { id: true } });
  return open ? null : (await db.tx.humanTask.create({ data: { ...task, createdAt: now }, select: { id: true } })).id;
}

/** Every permit of a person in the actor's rows, by id. */
export async function permitsOfPerson(db: Db, personKey: string): Promise<Map<string, { id: string; number: string; provinceId: number }>> {
  const rows = await db.tx.permit.findMany({
    where: { personKey, ...scopeWhere(db.scope) },
    select: { id: true, number: true, provinceId: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Records from a place by chance on, so that a sweep in time meets them all. */
export async function sampleIds(db: Db, size: number): Promise<string[]> {
  const rows = await db.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM permit WHERE ${scopeSql(db.scope, "province_id")} AND person_key >= (SELECT gen_random_uuid()) ORDER BY person_key LIMIT ${size}`;
  return rows.map(({ id }) => id);
}
