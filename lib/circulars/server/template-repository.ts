import type { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, type RowScope, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { TemplateContent } from "../template-contract.ts";

const columns = {
  id: true,
  provinceId: true,
  name: true,
  version: true,
  retiredAt: true,
  versions: {
    orderBy: { version: "desc" },
    select: { version: true, name: true, subject: true, body: true, closing: true, note: true, savedBy: true, savedAt: true },
  },
} as const satisfies Prisma.CircularTemplateSelect;

export type TemplateWithVersions = Prisma.CircularTemplateGetPayload<{ select: typeof columns }>;

/** A province reads its own and the Ministry's; the country those of all (the policies say the same). */
const rowsWhere = (scope: RowScope): Prisma.CircularTemplateWhereInput =>
  scope.kind === "province" ? { OR: [{ provinceId: scope.provinceId }, { provinceId: null }] } : scopeWhere(scope);

/** An office's own with the Ministry's: to the Ministry a province's templates are that province's affair. */
export async function findTemplates(db: Db, provinceId: number | null) {
  return db.tx.circularTemplate.findMany({
    where: { AND: [rowsWhere(db.scope), { OR: [{ provinceId }, { provinceId: null }] }] },
    select: { ...columns, versions: { ...columns.versions, take: 1 } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

export async function findTemplate(db: Db, id: string): Promise<TemplateWithVersions | null> {
  return db.tx.circularTemplate.findFirst({ where: { AND: [rowsWhere(db.scope), { id }] }, select: columns });
}

/** Only the office's own can be locked for a change; of two who save at once the second is told. */
export async function lockTemplate(db: Db, id: string, provinceId: number | null): Promise<TemplateWithVersions | null> {
  await db.tx.$queryRaw`
    SELECT id FROM circular_template WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  const found = await findTemplate(db, id);
  return found?.provinceId === provinceId ? found : null;
}

export async function findTemplateByName(db: Db, name: string, provinceId: number | null): Promise<{ id: string } | null> {
  const where = { AND: [rowsWhere(db.scope), { provinceId, name, retiredAt: null }] };
  return db.tx.circularTemplate.findFirst({ where, select: { id: true } });
}

export type NewVersion = { name: string; content: TemplateContent; note: string; savedBy: string; savedAt: Date };

export async function insertTemplate(db: Db, provinceId: number | null, first: NewVersion): Promise<string> {
  const { id } = await db.tx.circularTemplate.create({ data: { provinceId, name: first.name }, select: { id: true } });
  await insertVersion(db, { id, provinceId, version: 1 }, first);
  return id;
}

type Kept = { id: string; provinceId: number | null; version: number };

/** The next version beside the earlier ones, which stay as they are. */
export async function addVersion(db: Db, template: Kept, next: NewVersion): Promise<void> {
  const version = template.version + 1;
  await db.tx.circularTemplate.updateMany({
    where: { AND: [rowsWhere(db.scope), { id: template.id }] },
    data: { name: next.name, version },
  });
  await insertVersion(db, { ...template, version }, next);
}

async function insertVersion(db: Db, { id: templateId, provinceId, version }: Kept, saved: NewVersion): Promise<void> {
  const { content, ...rest } = saved;
  await db.tx.circularTemplateVersion.create({ data: { templateId, provinceId, version, ...content, ...rest }, select: { version: true } });
}

export async function retire(db: Db, id: string, retiredAt: Date): Promise<void> {
  await db.tx.circularTemplate.updateMany({ where: { AND: [rowsWhere(db.scope), { id }] }, data: { retiredAt } });
}
