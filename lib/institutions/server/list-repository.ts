import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { RecipientRole } from "../contract.ts";
import type { KnownList } from "../list-import-plan.ts";

export type StoredList = { id: string; provinceId: number; name: string; updatedAt: Date; version: number };
export type StoredListRow = StoredList & { memberCount: number };
export type StoredMember = { institutionId: string; role: RecipientRole };

const listSelect = { id: true, provinceId: true, name: true, updatedAt: true, version: true } as const;

/** Distribution lists in Turkish order of names, with the number of open institutions on each. */
export async function listAll(db: Db): Promise<StoredListRow[]> {
  return await db.tx.$queryRaw<StoredListRow[]>`
    SELECT l.id, l.province_id AS "provinceId", l.name, l.updated_at AS "updatedAt", l.version,
           (SELECT count(*)::int FROM distribution_list_member m JOIN institution i ON i.id = m.institution_id
            WHERE m.list_id = l.id AND i.closed_at IS NULL) AS "memberCount"
    FROM distribution_list l
    WHERE ${scopeSql(db.scope, "l.province_id")}
    ORDER BY l.name COLLATE "tr-x-icu", l.id`;
}

export async function findListById(db: Db, id: string): Promise<StoredList | null> {
  return await db.tx.distributionList.findFirst({ where: { id, ...scopeWhere(db.scope) }, select: listSelect });
}

/** The province's first list: what a new circular starts with. */
export async function findFirstList(db: Db, provinceId: number): Promise<StoredList | null> {
  const where = { AND: [{ provinceId }, scopeWhere(db.scope)] };
  return await db.tx.distributionList.findFirst({ where, select: listSelect, orderBy: { id: "asc" } });
}

export async function findListByName(db: Db, provinceId: number, name: string): Promise<{ id: string } | null> {
  return await db.tx.distributionList.findFirst({ where: { AND: [{ provinceId, name }, scopeWhere(db.scope)] }, select: { id: true } });
}

export async function lockListById(db: Db, id: string): Promise<StoredList | null> {
  const locked = await db.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM distribution_list WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  return locked.length === 1 ? await findListById(db, id) : null;
}

export async function listMembersOf(db: Db, listId: string): Promise<StoredMember[]> {
  const where = { listId, institution: { closedAt: null }, ...scopeWhere(db.scope) };
  const select = { institutionId: true, role: true };
  const members = await db.tx.distributionListMember.findMany({ where, select, orderBy: [{ position: "asc" }, { institutionId: "asc" }] });
  return members.map((member) => ({ institutionId: member.institutionId, role: RecipientRole.parse(member.role) }));
}

/** A province's lists with their members in order, as a file is compared with them. */
export async function listKnownLists(db: Db, provinceId: number): Promise<KnownList[]> {
  return await db.tx.$queryRaw<KnownList[]>`
    SELECT l.id, l.name, l.version,
      coalesce((SELECT json_agg(json_build_object('institutionId', m.institution_id, 'role', m.role) ORDER BY m.position, m.institution_id)
        FROM distribution_list_member m JOIN institution i ON i.id = m.institution_id
        WHERE m.list_id = l.id AND i.closed_at IS NULL AND ${scopeSql(db.scope, "m.province_id")}), '[]') AS members
    FROM distribution_list l WHERE l.province_id = ${provinceId}::smallint AND ${scopeSql(db.scope, "l.province_id")} ORDER BY l.id`;
}

export async function insertList(db: Db, { provinceId, name, members }: ListChange & { provinceId: number }, now: Date): Promise<string> {
  const { id } = await db.tx.distributionList.create({ data: { provinceId, name, updatedAt: now }, select: { id: true } });
  await insertMembers(db, { id, provinceId }, members);
  return id;
}

async function insertMembers(db: Db, list: Pick<StoredList, "id" | "provinceId">, members: readonly StoredMember[]): Promise<void> {
  const { id: listId, provinceId } = list;
  await db.tx.distributionListMember.createMany({
    data: members.map(({ institutionId, role }, position) => ({ institutionId, role, position: position + 1, listId, provinceId })),
  });
}

export type ListChange = { name: string; members: readonly StoredMember[] };

export async function updateList(db: Db, stored: StoredList, change: ListChange, now: Date): Promise<void> {
  const { id, provinceId, version } = stored;
  await db.tx.distributionList.updateMany({
    where: { id, ...scopeWhere(db.scope) },
    data: { name: change.name, updatedAt: now, version: version + 1 },
  });
  await db.tx.distributionListMember.deleteMany({ where: { listId: id, ...scopeWhere(db.scope) } });
  await insertMembers(db, { id, provinceId }, change.members);
}
