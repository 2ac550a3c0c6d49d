import { sql } from "../../platform/db/sql.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { PermitFilter } from "../contract.ts";
import type { ExportColumn, ExportFormat } from "../export-contract.ts";
import { permitCondition } from "./permit-filter.ts";

const columns = {
  id: true,
  actorId: true,
  provinceId: true,
  format: true,
  filter: true,
  columns: true,
  expected: true,
  rowsDone: true,
  state: true,
  fileName: true,
  failure: true,
  createdAt: true,
  finishedAt: true,
} as const;
const target = "permits";

export type NewExport = {
  provinceId: number | null;
  actorId: string;
  format: ExportFormat;
  filter: object;
  columns: ExportColumn[];
  expected: number;
  fileName: string;
  createdAt: Date;
};

export async function insertExport(db: Db, run: NewExport): Promise<string> {
  const { id } = await db.tx.exportRun.create({ data: { ...run, target }, select: { id: true } });
  return id;
}

/** An export belongs to whoever asked for it: others do not learn that it exists. */
export async function getExport(db: Db, id: string, actorId: string | null) {
  const run = await db.tx.exportRun.findFirst({ where: { id, target, actorId: actorId ?? "", ...scopeWhere(db.scope) }, select: columns });
  if (!run) throw new AppError("not_found");
  return run;
}

export type ExportRow = Awaited<ReturnType<typeof getExport>>;

export async function findExport(db: Db, id: string): Promise<ExportRow | null> {
  return db.tx.exportRun.findFirst({ where: { id, target, ...scopeWhere(db.scope) }, select: columns });
}

export async function listExports(db: Db, actorId: string | null): Promise<ExportRow[]> {
  const where = { target, actorId: actorId ?? "", ...scopeWhere(db.scope) };
  return db.tx.exportRun.findMany({ where, select: columns, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 20 });
}

export async function exportBytes(db: Db, id: string) {
  return db.tx.exportRun.findFirst({ where: { id, target, ...scopeWhere(db.scope) }, select: { bytes: true, sha256: true } });
}

type Change = {
  state?: string;
  rowsDone?: number;
  bytes?: Uint8Array<ArrayBuffer>;
  sha256?: Uint8Array<ArrayBuffer>;
  failure?: string;
  finishedAt?: Date;
};

export async function saveExport(db: Db, id: string, data: Change): Promise<void> {
  await db.tx.exportRun.updateMany({ where: { id, ...scopeWhere(db.scope) }, data });
}

export async function countFiltered(db: Db, filter: PermitFilter, today: string): Promise<number> {
  const [row] = await db.tx.$queryRaw<{ total: number }[]>(
    sql`SELECT count(*)::int AS total FROM permit p WHERE ${permitCondition({ scope: db.scope, today }, filter)}`,
  );
  return row?.total ?? 0;
}

export type ExportedPermit = { id: string } & Record<ExportColumn, string | null>;

/** The next rows by id, whatever order the screen had: a file is sorted by whoever reads it. */
export async function findFiltered(db: Db, filter: PermitFilter, today: string, after: string): Promise<ExportedPermit[]> {
  return db.tx.$queryRaw<ExportedPermit[]>(sql`
    SELECT p.id, p.number, p.kind, permit_state(p.status, p.valid_from, p.valid_to, ${today}::date) AS state, p.given_names AS "givenNames", p.surname, p.sex,
      p.birth_year::text AS "birthYear", p.nationality, p.province_id::text AS province, p.employer_tax_number AS "employerTaxNumber", e.title AS "employerTitle",
      p.sector, p.occupation, p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo", p.ended_on::text AS "endedOn",
      to_char(p.registered_at AT TIME ZONE 'Europe/Istanbul', 'YYYY-MM-DD') AS "registeredAt"
    FROM permit p LEFT JOIN employer e ON e.id = p.employer_id AND ${scopeSql(db.scope, "e.province_id")}
    WHERE ${permitCondition({ scope: db.scope, today }, filter)} AND p.id > ${after}::uuid ORDER BY p.id LIMIT 5000`);
}

/** An export and its job are written together, so one that waits without a job has lost it. */
export async function failExportsWithoutJob(db: Db, job: string, now: Date): Promise<number> {
  return db.tx.$executeRaw(sql`
    UPDATE export_run r SET state = 'failed', failure = 'Dosya yazılamadı. Yeniden deneyin.', finished_at = ${now}
    WHERE target = ${target} AND state IN ('waiting', 'running') AND ${scopeSql(db.scope, "province_id")}
      AND NOT EXISTS (SELECT FROM pgboss.job j WHERE j.name = ${job} AND j.state < 'completed' AND j.data ->> 'exportId' = r.id::text)`);
}

/** The trail keeps who exported what; the file itself is a list of people and goes. */
export async function deleteExports(db: Db, before: Date): Promise<number> {
  const where = { target, state: { in: ["done", "failed"] }, createdAt: { lt: before }, ...scopeWhere(db.scope) };
  return (await db.tx.exportRun.deleteMany({ where })).count;
}
