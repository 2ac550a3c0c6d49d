import type { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { ViewScreen, ViewVisibility } from "../views-contract.ts";

const select = {
  id: true,
  screen: true,
  name: true,
  query: true,
  visibility: true,
  ownerId: true,
  provinceId: true,
  version: true,
} as const satisfies Prisma.SavedViewSelect;

export type StoredView = {
  id: string;
  screen: ViewScreen;
  name: string;
  query: string;
  visibility: ViewVisibility;
  ownerId: string;
  provinceId: number | null;
  version: number;
};
export type ViewContent = Pick<StoredView, "name" | "query" | "visibility">;

/** A view belongs to the office it was made in: the Ministry's own are not those of a province it can see. */
export type ViewOffice = { ownerId: string; provinceId: number | null };

export type Seen = { seenAt: Date | null };

const most = 100;

/** With the moment at which `ownerId` last opened each. */
export async function list(db: Db, screen: ViewScreen, { ownerId, provinceId }: ViewOffice): Promise<(StoredView & Seen)[]> {
  const reachable = { provinceId, OR: [{ ownerId }, { visibility: { not: "private" } }] };
  const visits = { where: { AND: [scopeWhere(db.scope), { userId: ownerId }] }, select: { seenAt: true } };
  const rows = await db.tx.savedView.findMany({
    where: { AND: [scopeWhere(db.scope), { screen, ...reachable }] },
    select: { ...select, visits },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most,
  });
  return rows.map(({ visits: [visit], ...row }) => ({ ...stored(row), seenAt: visit?.seenAt ?? null }));
}

/** Locked for a change; null for one of another office, and for a private one of somebody else. */
export async function lockById(db: Db, id: string, { ownerId, provinceId }: ViewOffice): Promise<StoredView | null> {
  await db.tx.$queryRaw`SELECT id FROM saved_view WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  const reachable = { id, provinceId, OR: [{ ownerId }, { visibility: { not: "private" } }] };
  const row = await db.tx.savedView.findFirst({ where: { AND: [scopeWhere(db.scope), reachable] }, select });
  return row && stored(row);
}

export async function insert(db: Db, view: ViewContent & ViewOffice & { screen: ViewScreen; createdAt: Date }): Promise<StoredView> {
  return stored(await db.tx.savedView.create({ data: view, select }));
}

export async function update(db: Db, view: StoredView, content: ViewContent): Promise<StoredView> {
  await db.tx.savedView.updateMany({ where: { id: view.id, ...scopeWhere(db.scope) }, data: { ...content, version: view.version + 1 } });
  return { ...view, ...content, version: view.version + 1 };
}

export async function seenAt(db: Db, viewId: string, userId: string): Promise<Date | null> {
  const visit = await db.tx.viewVisit.findFirst({ where: { AND: [scopeWhere(db.scope), { viewId, userId }] }, select: { seenAt: true } });
  return visit?.seenAt ?? null;
}

export async function keepVisit(db: Db, visit: { viewId: string; userId: string; provinceId: number | null; seenAt: Date }): Promise<void> {
  const { viewId, userId, seenAt: at } = visit;
  await db.tx.viewVisit.upsert({
    where: { viewId_userId: { viewId, userId } },
    create: visit,
    update: { seenAt: at },
    select: { viewId: true },
  });
}

export async function remove(db: Db, id: string): Promise<void> {
  await db.tx.savedView.deleteMany({ where: { id, ...scopeWhere(db.scope) } });
}

/** A list opens with one view: the default before becomes an ordinary shared one. */
export async function endDefault(db: Db, screen: ViewScreen, provinceId: number | null): Promise<void> {
  await db.tx.savedView.updateMany({
    where: { AND: [scopeWhere(db.scope), { screen, provinceId, visibility: "province_default" }] },
    data: { visibility: "shared", version: { increment: 1 } },
  });
}

const stored = (row: Prisma.SavedViewGetPayload<{ select: typeof select }>): StoredView => ({
  ...row,
  screen: ViewScreen.parse(row.screen),
  visibility: ViewVisibility.parse(row.visibility),
});
