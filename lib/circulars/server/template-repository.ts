import type { Prisma } from "../../../prisma/generated/client.ts";
import { type NameKeyset, pageSize } from "../../platform/db/keyset.ts";
import { joinSql, ownWords, type Sql, sql } from "../../platform/db/sql.ts";
import { type Db, type RowScope, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { TemplateContent, TemplateRow } from "../template-contract.ts";

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

const rowsSql = (scope: RowScope, column: string): Sql =>
  scope.kind === "province" ? sql`(${scopeSql(scope, column)} OR ${ownWords(column)} IS NULL)` : scopeSql(scope, column);

export type TemplateListRow = Omit<TemplateRow, "savedAt" | "retiredAt"> & { savedAt: Date; retiredAt: Date | null };
type AskedPage = { provinceId: number | null; isRetired: boolean; after: NameKeyset | null };

/**
 * An office's own with the Ministry's: to the Ministry a province's templates are that province's affair. Each office's names
 * come in order from circular_template_in_use or circular_template_retired, and the two are merged.
 */
export async function findTemplatePage(db: Db, { provinceId, isRetired, after }: AskedPage): Promise<TemplateListRow[]> {
  const shelf = isRetired ? sql`t.retired_at IS NOT NULL` : sql`t.retired_at IS NULL`;
  const beyond = after ? sql`(t.name COLLATE "tr-x-icu", t.id) > (${after.name}, ${after.id}::uuid)` : sql`TRUE`;
  const firstOf = (office: Sql) => sql`
    (SELECT t.id, t.name, t.province_id, t.version, t.retired_at FROM circular_template t
     WHERE ${office} AND ${rowsSql(db.scope, "t.province_id")} AND ${shelf} AND ${beyond} ORDER BY t.name COLLATE "tr-x-icu", t.id LIMIT ${pageSize + 1})`;
  const offices = [firstOf(sql`t.province_id IS NULL`), ...(provinceId === null ? [] : [firstOf(sql`t.province_id = ${provinceId}`)])];
  return await db.tx.$queryRaw<TemplateListRow[]>`
    SELECT t.id, t.name, t.province_id AS "provinceId", v.subject, t.version, v.saved_by AS "savedBy", v.saved_at AS "savedAt", t.retired_at AS "retiredAt"
    FROM (SELECT * FROM (${joinSql(offices, " UNION ALL ")}) merged ORDER BY name COLLATE "tr-x-icu", id LIMIT ${pageSize + 1}) t
    JOIN circular_template_version v ON v.template_id = t.id AND v.version = t.version AND ${rowsSql(db.scope, "v.province_id")}
    ORDER BY t.name COLLATE "tr-x-icu", t.id`;
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
