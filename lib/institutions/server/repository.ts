import type { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { type Channel, ChannelKind, InstitutionKind, type InstitutionRow, Relation } from "../contract.ts";
import type { AddressRule } from "../institution.ts";

const rowSelect = {
  id: true,
  name: true,
  kind: true,
  provinceId: true,
  district: true,
  detsisNumber: true,
  relation: true,
  dative: true,
  isDemo: true,
  channels: { select: { kind: true, address: true }, orderBy: { position: "asc" } },
} as const satisfies Prisma.InstitutionSelect;

const recordSelect = {
  ...rowSelect,
  genitive: true,
  phone: true,
  updatedAt: true,
  version: true,
  parent: { select: { id: true, name: true } },
} as const satisfies Prisma.InstitutionSelect;

type StoredRow = Prisma.InstitutionGetPayload<{ select: typeof rowSelect }>;
type StoredRecord = Prisma.InstitutionGetPayload<{ select: typeof recordSelect }>;

/** What one institution's page and form show, apart from what the actor may do with it. */
export type StoredInstitution = InstitutionRow & Pick<StoredRecord, "genitive" | "phone" | "updatedAt" | "version" | "parent">;

export type InstitutionChange = Pick<
  StoredInstitution,
  "name" | "kind" | "district" | "relation" | "detsisNumber" | "dative" | "genitive" | "phone" | "channels"
> & { parentId: string | null };

/** Rows in the order of `ids`; those outside the scope, closed or unknown are left out. */
export async function findRows(db: Db, ids: readonly string[]): Promise<InstitutionRow[]> {
  return (await findRecordsStored(db, ids, rowSelect)).map(rowOf);
}

/** As {@link findRows}, with everything a letter and its delivery need. */
export async function findRecords(db: Db, ids: readonly string[]): Promise<StoredInstitution[]> {
  return (await findRecordsStored(db, ids, recordSelect)).map(recordOf);
}

async function findRecordsStored<Select extends Prisma.InstitutionSelect & { id: true }>(db: Db, ids: readonly string[], select: Select) {
  const stored = await db.tx.institution.findMany({ where: { id: { in: [...ids] }, closedAt: null, ...scopeWhere(db.scope) }, select });
  const byId = new Map(stored.map((row) => [(row as { id: string }).id, row]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

export async function findById(db: Db, id: string): Promise<StoredInstitution | null> {
  const stored = await db.tx.institution.findFirst({ where: { id, closedAt: null, ...scopeWhere(db.scope) }, select: recordSelect });
  return stored && recordOf(stored);
}

/** Locks the institution for a change; its version and channels cannot move until the transaction ends. */
export async function lockById(db: Db, id: string): Promise<StoredInstitution | null> {
  const locked = await db.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM institution WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  return locked.length === 1 ? await findById(db, id) : null;
}

export async function listsOf(db: Db, institutionId: string): Promise<{ id: string; name: string }[]> {
  const where = { ...scopeWhere(db.scope), members: { some: { institutionId } } };
  return await db.tx.distributionList.findMany({ where, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
}

/** Whether `id` is `aboveId` or stands somewhere below it. */
export async function isAtOrBelow(db: Db, id: string, aboveId: string): Promise<boolean> {
  const found = await db.tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE upward AS (
      SELECT id, parent_id FROM institution WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")}
      UNION SELECT i.id, i.parent_id FROM institution i JOIN upward ON i.id = upward.parent_id)
    SELECT id FROM upward WHERE id = ${aboveId}::uuid`;
  return found.length > 0;
}

export async function findByDetsisNumber(db: Db, detsisNumber: string): Promise<{ id: string; name: string } | null> {
  return await db.tx.institution.findFirst({ where: { detsisNumber, ...scopeWhere(db.scope) }, select: { id: true, name: true } });
}

/** The only number that is unique across provinces is DETSİS; a violation therefore speaks of nothing else. */
export async function update(db: Db, stored: StoredInstitution, change: InstitutionChange, now: Date): Promise<void> {
  const { channels, ...columns } = change;
  const where = { id: stored.id, ...scopeWhere(db.scope) };
  await db.tx.institution.updateMany({ where, data: { ...columns, updatedAt: now, version: stored.version + 1 } });
  await db.tx.institutionChannel.deleteMany({ where: { institutionId: stored.id, ...scopeWhere(db.scope) } });
  await db.tx.institutionChannel.createMany({
    data: channels.map((channel, position) => ({
      ...channel,
      position: position + 1,
      institutionId: stored.id,
      provinceId: stored.provinceId,
    })),
  });
}

function rowOf(stored: StoredRow): InstitutionRow {
  return { ...stored, kind: InstitutionKind.parse(stored.kind), relation: Relation.parse(stored.relation), channels: channelsOf(stored) };
}

function recordOf(stored: StoredRecord): StoredInstitution {
  return { ...stored, ...rowOf(stored) };
}

const channelsOf = (stored: StoredRow): Channel[] =>
  stored.channels.map((channel) => ({ kind: ChannelKind.parse(channel.kind), address: channel.address }));

export async function findAddressRule(db: Db): Promise<AddressRule> {
  const { mode } = await db.tx.installation.findFirstOrThrow({ select: { mode: true } });
  return mode === "production" ? "any" : "test_only";
}

/** A task no province sees; null while the same one is still open. */
export async function openMinistryTask(db: Db, task: { kind: string; detail: string; createdAt: Date }): Promise<string | null> {
  const open = await db.tx.humanTask.findFirst({
    where: { kind: task.kind, detail: task.detail, provinceId: null, closedAt: null },
    select: { id: true },
  });
  if (open) return null;
  const { id } = await db.tx.humanTask.create({ data: task, select: { id: true } });
  return id;
}
