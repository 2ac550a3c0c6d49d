// Staged rows become records by statements over the whole run: all of them in one transaction, or none.
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
const staged = (db: Db, runId: string, outcomes = Prisma.sql`('new', 'changed')`) =>
  Prisma.sql`(SELECT row_number, outcome, values AS v FROM import_row
    WHERE run_id = ${runId}::uuid AND outcome IN ${outcomes} AND ${scopeSql(db.scope, "province_id")}) s`;
const created = Prisma.sql`('new')`;
const amended = Prisma.sql`('changed')`;

/** P4 before the database says it: against the records in scope and between the rows themselves. */
export async function findOverlaps(db: Db, runId: string): Promise<StagedFault[]> {
  return db.tx.$queryRaw<StagedFault[]>`
    WITH r AS (SELECT row_number, (v ->> 'id')::uuid AS id, (v ->> 'personKey')::uuid AS person, v -> 'permit' ->> 'kind' AS kind,
        coalesce(v -> 'permit' ->> 'employerTaxNumber', '') AS tax,
        daterange((v -> 'permit' ->> 'validFrom')::date, (v -> 'permit' ->> 'validTo')::date, '[]') AS during
      FROM ${staged(db, runId)} WHERE v ? 'permit')
    SELECT r.row_number AS "rowNumber", 'validFrom' AS "column",
      'Aynı kişi, tür ve işveren için ' || min(p.number) || ' sayılı iznin tarihleriyle çakışıyor.' AS message
    FROM r JOIN permit p ON p.person_key = r.person AND ${scopeSql(db.scope, "p.province_id")} AND p.kind = r.kind AND p.id <> r.id
      AND coalesce(p.employer_tax_number, '') = r.tax AND permit_effective(p.status, p.valid_from, p.valid_to, p.ended_on) && r.during
    GROUP BY 1
    UNION ALL
    SELECT b.row_number, 'validFrom', 'Aynı kişi, tür ve işveren için ' || min(a.row_number) || '. satırın tarihleriyle çakışıyor.'
    FROM r a JOIN r b ON a.person = b.person AND a.kind = b.kind AND a.tax = b.tax AND a.row_number < b.row_number AND a.during && b.during
    GROUP BY b.row_number`;
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

export type Taking = { runId: string; now: Date; today: string; actorId: string | null; actorName: string; reason: string };

export async function insertEmployers(db: Db, runId: string): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO employer (province_id, tax_number, workplace_number, title, sector, size_band)
    SELECT DISTINCT ON (1, 2, 3) (v ->> 'provinceId')::smallint, e ->> 'taxNumber', e ->> 'workplaceNumber', e ->> 'title', e ->> 'sector', e ->> 'sizeBand'
    FROM ${staged(db, runId)}, LATERAL (SELECT v -> 'employer' AS e) x WHERE jsonb_typeof(e) = 'object' ORDER BY 1, 2, 3, row_number
    ON CONFLICT (province_id, tax_number, workplace_number) DO NOTHING`;
}

export async function insertTokens(db: Db, runId: string): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO name_token (folded)
    SELECT DISTINCT t FROM ${staged(db, runId)},
      LATERAL (SELECT jsonb_array_elements_text(v -> 'tokens') UNION ALL SELECT jsonb_array_elements_text(v -> 'employer' -> 'tokens')
        WHERE jsonb_typeof(v -> 'employer') = 'object') AS words(t)
    WHERE NOT EXISTS (SELECT FROM name_token n WHERE n.folded = t) ORDER BY t ON CONFLICT DO NOTHING`;
  await db.tx.$executeRaw`
    INSERT INTO employer_token (token_id, province_id, employer_id)
    SELECT DISTINCT n.id, e.province_id, e.id FROM ${staged(db, runId)}
    JOIN employer e ON e.province_id = (v ->> 'provinceId')::smallint AND e.tax_number = v -> 'employer' ->> 'taxNumber'
      AND e.workplace_number = v -> 'employer' ->> 'workplaceNumber' AND ${scopeSql(db.scope, "e.province_id")}
    CROSS JOIN LATERAL jsonb_array_elements_text(v -> 'employer' -> 'tokens') AS words(t)
    JOIN name_token n ON n.folded = t ON CONFLICT DO NOTHING`;
  await db.tx.$executeRaw`
    INSERT INTO holder_token (token_id, province_id, permit_id)
    SELECT n.id, (v ->> 'provinceId')::smallint, (v ->> 'id')::uuid FROM ${staged(db, runId, created)}
    CROSS JOIN LATERAL jsonb_array_elements_text(v -> 'tokens') AS words(t) JOIN name_token n ON n.folded = t`;
}

export async function upsertApplications(db: Db, runId: string): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO permit_application (province_id, number, submitted_on, decided_on, outcome, type, kind, nationality, sex, birth_year, sector,
      occupation, education, size_band)
    SELECT DISTINCT ON (a ->> 'number') (v ->> 'provinceId')::smallint, a ->> 'number', (a ->> 'submittedOn')::date, (a ->> 'decidedOn')::date, a ->> 'outcome', a ->> 'type',
      a ->> 'kind', a ->> 'nationality', a ->> 'sex', (a ->> 'birthYear')::smallint, a ->> 'sector', a ->> 'occupation', a ->> 'education', a ->> 'sizeBand'
    FROM ${staged(db, runId)}, LATERAL (SELECT v -> 'application' AS a) x WHERE jsonb_typeof(a) = 'object' ORDER BY a ->> 'number', row_number DESC
    ON CONFLICT (number) DO UPDATE SET submitted_on = excluded.submitted_on, decided_on = excluded.decided_on, outcome = excluded.outcome,
      type = excluded.type, education = excluded.education`;
}

const linked = (db: Db) => Prisma.sql`
  LEFT JOIN employer e ON e.province_id = (v ->> 'provinceId')::smallint AND e.tax_number = v -> 'employer' ->> 'taxNumber'
    AND e.workplace_number = v -> 'employer' ->> 'workplaceNumber' AND ${scopeSql(db.scope, "e.province_id")}
  LEFT JOIN permit_application a ON a.number = v -> 'application' ->> 'number' AND ${scopeSql(db.scope, "a.province_id")}`;

export async function insertPermits(db: Db, { runId, now }: Taking): Promise<number> {
  return db.tx.$executeRaw`
    INSERT INTO permit (id, province_id, number, kind, status, given_names, surname, sex, nationality, birth_year, person_key, employer_id,
      employer_tax_number, sector, size_band, occupation, valid_from, valid_to, annotations, application_id, registered_at, updated_at)
    SELECT (v ->> 'id')::uuid, (v ->> 'provinceId')::smallint, p ->> 'number', p ->> 'kind', 'registered', p ->> 'givenNames', p ->> 'surname', p ->> 'sex',
      p ->> 'nationality', (p ->> 'birthYear')::smallint, (v ->> 'personKey')::uuid, e.id, p ->> 'employerTaxNumber', p ->> 'sector', p ->> 'sizeBand',
      p ->> 'occupation', (p ->> 'validFrom')::date, (p ->> 'validTo')::date, ARRAY(SELECT jsonb_array_elements_text(p -> 'annotations')), a.id, ${now}, ${now}
    FROM ${staged(db, runId, created)} CROSS JOIN LATERAL (SELECT v -> 'permit' AS p) x ${linked(db)} WHERE v ? 'permit'`;
}

export async function insertIdentities(db: Db, { runId }: Taking): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO permit_identity (permit_id, province_id, birth_on, foreigner_id, foreigner_id_index, passport, passport_index, address, key_id)
    SELECT (v ->> 'id')::uuid, (v ->> 'provinceId')::smallint, (i ->> 'birthOn')::date, decode(i ->> 'foreignerId', 'base64'), decode(i ->> 'foreignerIdIndex', 'base64'),
      decode(i ->> 'passport', 'base64'), decode(i ->> 'passportIndex', 'base64'), decode(i ->> 'address', 'base64'), (i ->> 'keyId')::smallint
    FROM ${staged(db, runId, created)} CROSS JOIN LATERAL (SELECT v -> 'identity' AS i) x WHERE v ? 'permit'`;
}

/** Folding the events gives the row again: the first holds every column, later ones what became of them. */
export async function insertCreations(db: Db, taking: Taking): Promise<void> {
  const { runId, now, today, actorId, actorName, reason } = taking;
  await db.tx.$executeRaw`
    INSERT INTO permit_event (permit_id, province_id, version, kind, at, on_date, actor_id, actor_name, reason, change)
    SELECT (v ->> 'id')::uuid, (v ->> 'provinceId')::smallint, 1, 'imported', ${now}, ${today}::date, ${actorId}::uuid, ${actorName}, ${reason},
      (v -> 'permit') || jsonb_build_object('employerId', e.id, 'applicationId', a.id, 'identity', v -> 'identity')
    FROM ${staged(db, runId, created)} ${linked(db)} WHERE v ? 'permit'`;
}

/** A record that has moved on since the dry run is left alone; the caller compares the number. */
export async function updatePermits(db: Db, { runId, now }: Taking): Promise<number> {
  return db.tx.$executeRaw`
    UPDATE permit p SET employer_id = x.employer_id, employer_tax_number = x.p ->> 'employerTaxNumber', sector = x.p ->> 'sector', size_band = x.p ->> 'sizeBand',
      occupation = x.p ->> 'occupation', valid_from = (x.p ->> 'validFrom')::date, valid_to = (x.p ->> 'validTo')::date,
      annotations = ARRAY(SELECT jsonb_array_elements_text(x.p -> 'annotations')), application_id = coalesce(x.application_id, p.application_id),
      updated_at = ${now}, version = p.version + 1
    FROM (SELECT v, v -> 'permit' AS p, e.id AS employer_id, a.id AS application_id FROM ${staged(db, runId, amended)} ${linked(db)} WHERE v ? 'permit') x
    WHERE p.id = (x.v ->> 'id')::uuid AND p.version = (x.v ->> 'version')::int AND p.status = 'registered' AND ${scopeSql(db.scope, "p.province_id")}`;
}

export async function insertAmendments(db: Db, taking: Taking): Promise<void> {
  const { runId, now, today, actorId, actorName, reason } = taking;
  await db.tx.$executeRaw`
    INSERT INTO permit_event (permit_id, province_id, version, kind, at, on_date, actor_id, actor_name, reason, change)
    SELECT (v ->> 'id')::uuid, (v ->> 'provinceId')::smallint, (v ->> 'version')::int + 1, 'imported', ${now}, ${today}::date, ${actorId}::uuid, ${actorName}, ${reason},
      (v -> 'change') || jsonb_build_object('employerId', e.id)
        || CASE WHEN a.id IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('applicationId', a.id) END
    FROM ${staged(db, runId, amended)} ${linked(db)} WHERE v ? 'permit'`;
}

export async function countApplicationRows(db: Db, runId: string): Promise<number> {
  const [row] = await db.tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${staged(db, runId)} WHERE NOT v ? 'permit'`;
  return row?.count ?? 0;
}
