// What the records say about the rows of a file.
import { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { StagedFault } from "../../platform/import/importer.ts";

export async function findPermits(db: Db, numbers: string[]) {
  return db.tx.permit.findMany({
    where: { number: { in: numbers }, ...scopeWhere(db.scope) },
    select: {
      id: true,
      version: true,
      provinceId: true,
      number: true,
      kind: true,
      status: true,
      givenNames: true,
      surname: true,
      sex: true,
      nationality: true,
      personKey: true,
      predecessorId: true,
      employerTaxNumber: true,
      sector: true,
      sizeBand: true,
      occupation: true,
      validFrom: true,
      validTo: true,
      annotations: true,
      identity: { select: { birthOn: true, foreignerIdIndex: true, passportIndex: true, address: true, keyId: true } },
    },
  });
}

export type ExistingPermit = Awaited<ReturnType<typeof findPermits>>[number];

export async function findApplications(db: Db, numbers: string[]) {
  return db.tx.permitApplication.findMany({
    where: { number: { in: numbers }, ...scopeWhere(db.scope) },
    select: { number: true, submittedOn: true, decidedOn: true, outcome: true, type: true, education: true },
  });
}

export type ExistingApplication = Awaited<ReturnType<typeof findApplications>>[number];

/** The rows of a run that would change something, within the scope. */
const staged = (db: Db, runId: string) =>
  Prisma.sql`(SELECT row_number, values AS v FROM import_row
    WHERE run_id = ${runId}::uuid AND outcome IN ('new', 'changed') AND ${scopeSql(db.scope, "province_id")}) s`;

/** A record's effective interval, end excluded; null where it has none. */
export type KnownTerm = {
  id: string;
  number: string;
  personKey: string;
  kind: string;
  taxNumber: string | null;
  from: string;
  until: string | null;
};

/** What the persons of some rows hold already, within the scope; P4 is asked before the database says it. */
export async function findTerms(db: Db, personKeys: string[]): Promise<KnownTerm[]> {
  return db.tx.$queryRaw<KnownTerm[]>`
    SELECT id, number, person_key AS "personKey", kind, employer_tax_number AS "taxNumber", lower(during)::text AS "from", upper(during)::text AS until
    FROM (SELECT *, permit_effective(status, valid_from, valid_to, ended_on) AS during FROM permit
      WHERE person_key = ANY(${personKeys}::uuid[]) AND ${scopeSql(db.scope, "province_id")}) held
    WHERE NOT isempty(during)`;
}

/** Numbers and persons that another province's records hold; asked in the country's scope after a refused commit. */
export async function findTaken(db: Db, runId: string): Promise<StagedFault[]> {
  return db.tx.$queryRaw<StagedFault[]>`
    SELECT DISTINCT s.row_number AS "rowNumber", 'number' AS "column", 'Bu numara kullanılamıyor; Bakanlık birimine iletildi.' AS message
    FROM ${staged(db, runId)}
    LEFT JOIN permit n ON n.number = s.v -> 'permit' ->> 'number' AND n.id <> (s.v ->> 'id')::uuid AND ${scopeSql(db.scope, "n.province_id")}
    LEFT JOIN permit_application a ON a.number = s.v -> 'application' ->> 'number' AND a.province_id <> (s.v ->> 'provinceId')::smallint
      AND ${scopeSql(db.scope, "a.province_id")}
    LEFT JOIN permit o ON o.person_key = (s.v ->> 'personKey')::uuid AND o.kind = s.v -> 'permit' ->> 'kind' AND o.id <> (s.v ->> 'id')::uuid
      AND coalesce(o.employer_tax_number, '') = coalesce(s.v -> 'permit' ->> 'employerTaxNumber', '') AND ${scopeSql(db.scope, "o.province_id")}
      AND permit_effective(o.status, o.valid_from, o.valid_to, o.ended_on)
        && daterange((s.v -> 'permit' ->> 'validFrom')::date, (s.v -> 'permit' ->> 'validTo')::date, '[]')
    WHERE n.id IS NOT NULL OR a.id IS NOT NULL OR o.id IS NOT NULL`;
}
