// Staged rows become records by statements over the whole run: all of them in one transaction, or none. Employers and
// applications come first; then the rows are laid out, with what they belong to, in a table of the transaction's own: read
// once and counted, so that the database joins them as the many they are.
import { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";

export type Taking = { runId: string; now: Date; today: string; actorId: string | null; actorName: string; reason: string };

/** The rows of a run that would change something, within the scope. */
const staged = (db: Db, runId: string) =>
  Prisma.sql`(SELECT row_number, outcome, values AS v FROM import_row
    WHERE run_id = ${runId}::uuid AND outcome IN ('new', 'changed') AND ${scopeSql(db.scope, "province_id")}) s`;

export async function insertEmployers(db: Db, runId: string): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO employer (province_id, tax_number, workplace_number, title, sector, size_band)
    SELECT DISTINCT ON (1, 2, 3) (v ->> 'provinceId')::smallint, e ->> 'taxNumber', e ->> 'workplaceNumber', e ->> 'title', e ->> 'sector', e ->> 'sizeBand'
    FROM ${staged(db, runId)}, LATERAL (SELECT v -> 'employer' AS e) x WHERE jsonb_typeof(e) = 'object' ORDER BY 1, 2, 3, row_number
    ON CONFLICT (province_id, tax_number, workplace_number) DO NOTHING`;
}

export async function upsertApplications(db: Db, runId: string): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO permit_application (province_id, number, submitted_on, decided_on, outcome, type, kind, nationality, sex, birth_year, sector,
      occupation, education, size_band)
    SELECT DISTINCT ON (a ->> 'number') (v ->> 'provinceId')::smallint, a ->> 'number', (a ->> 'submittedOn')::date, (a ->> 'decidedOn')::date,
      a ->> 'outcome', a ->> 'type', a ->> 'kind', a ->> 'nationality', a ->> 'sex', (a ->> 'birthYear')::smallint, a ->> 'sector', a ->> 'occupation',
      a ->> 'education', a ->> 'sizeBand'
    FROM ${staged(db, runId)}, LATERAL (SELECT v -> 'application' AS a) x WHERE jsonb_typeof(a) = 'object' ORDER BY a ->> 'number', row_number DESC
    ON CONFLICT (number) DO UPDATE SET submitted_on = excluded.submitted_on, decided_on = excluded.decided_on, outcome = excluded.outcome,
      type = excluded.type, education = excluded.education`;
}

/** The table goes with the transaction. Links are looked up row by row: a join guesses from what the tables held before. */
export async function layOut(db: Db, runId: string): Promise<void> {
  await db.tx.$executeRaw`
    CREATE TEMP TABLE import_taking ON COMMIT DROP AS
    SELECT row_number, outcome, (v ->> 'provinceId')::smallint AS province_id, (v ->> 'id')::uuid AS id, (v ->> 'version')::int AS version,
      (v ->> 'personKey')::uuid AS person_key, v -> 'permit' AS p, v -> 'identity' AS i, v -> 'change' AS change, v -> 'tokens' AS tokens,
      v -> 'employer' -> 'tokens' AS employer_tokens,
      (SELECT e.id FROM employer e WHERE e.province_id = (v ->> 'provinceId')::smallint AND e.tax_number = v -> 'employer' ->> 'taxNumber'
        AND e.workplace_number = v -> 'employer' ->> 'workplaceNumber' AND ${scopeSql(db.scope, "e.province_id")}) AS employer_id,
      (SELECT a.id FROM permit_application a WHERE a.number = v -> 'application' ->> 'number' AND ${scopeSql(db.scope, "a.province_id")}) AS application_id
    FROM ${staged(db, runId)}`;
  await db.tx.$executeRaw`ANALYZE import_taking (outcome, province_id, id, employer_id)`;
}

export async function insertTokens(db: Db): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO name_token (folded)
    SELECT DISTINCT t FROM import_taking,
      LATERAL (SELECT jsonb_array_elements_text(tokens) UNION ALL SELECT jsonb_array_elements_text(employer_tokens) WHERE employer_id IS NOT NULL) AS words(t)
    WHERE NOT EXISTS (SELECT FROM name_token n WHERE n.folded = t) ORDER BY t ON CONFLICT DO NOTHING`;
  await db.tx.$executeRaw`
    INSERT INTO employer_token (token_id, province_id, employer_id)
    SELECT n.id, province_id, employer_id
    FROM (SELECT DISTINCT ON (employer_id) province_id, employer_id, employer_tokens FROM import_taking WHERE employer_id IS NOT NULL
      ORDER BY employer_id, row_number) told
    CROSS JOIN LATERAL jsonb_array_elements_text(employer_tokens) AS words(word) JOIN name_token n ON n.folded = word ON CONFLICT DO NOTHING`;
  await db.tx.$executeRaw`
    INSERT INTO holder_token (token_id, province_id, permit_id)
    SELECT n.id, province_id, t.id FROM import_taking t
    CROSS JOIN LATERAL jsonb_array_elements_text(tokens) AS words(word) JOIN name_token n ON n.folded = word WHERE outcome = 'new' AND p IS NOT NULL`;
}

export async function insertPermits(db: Db, { now }: Taking): Promise<number> {
  return db.tx.$executeRaw`
    INSERT INTO permit (id, province_id, number, kind, status, given_names, surname, sex, nationality, birth_year, person_key, employer_id,
      employer_tax_number, sector, size_band, occupation, valid_from, valid_to, annotations, predecessor_id, application_id, registered_at, updated_at)
    SELECT t.id, t.province_id, p ->> 'number', p ->> 'kind', 'registered', p ->> 'givenNames', p ->> 'surname', p ->> 'sex',
      p ->> 'nationality', (p ->> 'birthYear')::smallint, person_key, employer_id, p ->> 'employerTaxNumber', p ->> 'sector', p ->> 'sizeBand',
      p ->> 'occupation', (p ->> 'validFrom')::date, (p ->> 'validTo')::date, ARRAY(SELECT jsonb_array_elements_text(p -> 'annotations')),
      (p ->> 'predecessorId')::uuid, application_id, ${now}, ${now}
    FROM import_taking t WHERE t.outcome = 'new' AND p IS NOT NULL`;
}

export async function insertIdentities(db: Db): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO permit_identity (permit_id, province_id, birth_on, foreigner_id, foreigner_id_index, passport, passport_index, address, key_id)
    SELECT id, province_id, (i ->> 'birthOn')::date, decode(i ->> 'foreignerId', 'base64'), decode(i ->> 'foreignerIdIndex', 'base64'),
      decode(i ->> 'passport', 'base64'), decode(i ->> 'passportIndex', 'base64'), decode(i ->> 'address', 'base64'), (i ->> 'keyId')::smallint
    FROM import_taking WHERE outcome = 'new' AND p IS NOT NULL`;
}

/** Folding the events gives the row again: the first holds every column, later ones what became of them. */
export async function insertCreations(db: Db, taking: Taking): Promise<void> {
  const { now, today, actorId, actorName, reason } = taking;
  await db.tx.$executeRaw`
    INSERT INTO permit_event (permit_id, province_id, version, kind, at, on_date, actor_id, actor_name, reason, change)
    SELECT t.id, t.province_id, 1, 'imported', ${now}, ${today}::date, ${actorId}::uuid, ${actorName}, ${reason},
      p || jsonb_build_object('employerId', employer_id, 'applicationId', application_id, 'identity', i)
    FROM import_taking t WHERE t.outcome = 'new' AND p IS NOT NULL`;
}

/** A record that has moved on since the dry run is left alone; the caller compares the number. */
export async function updatePermits(db: Db, { now }: Taking): Promise<number> {
  return db.tx.$executeRaw`
    UPDATE permit p SET employer_id = x.employer_id, employer_tax_number = x.p ->> 'employerTaxNumber', sector = x.p ->> 'sector', size_band = x.p ->> 'sizeBand',
      occupation = x.p ->> 'occupation', valid_from = (x.p ->> 'validFrom')::date, valid_to = (x.p ->> 'validTo')::date,
      annotations = ARRAY(SELECT jsonb_array_elements_text(x.p -> 'annotations')), application_id = coalesce(x.application_id, p.application_id),
      updated_at = ${now}, version = p.version + 1
    FROM import_taking x
    WHERE x.outcome = 'changed' AND x.p IS NOT NULL AND p.id = x.id AND p.version = x.version AND p.status = 'registered' AND ${scopeSql(db.scope, "p.province_id")}`;
}

export async function insertAmendments(db: Db, taking: Taking): Promise<void> {
  const { now, today, actorId, actorName, reason } = taking;
  await db.tx.$executeRaw`
    INSERT INTO permit_event (permit_id, province_id, version, kind, at, on_date, actor_id, actor_name, reason, change)
    SELECT t.id, t.province_id, t.version + 1, 'imported', ${now}, ${today}::date, ${actorId}::uuid, ${actorName}, ${reason},
      change || jsonb_build_object('employerId', employer_id)
        || CASE WHEN application_id IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('applicationId', application_id) END
    FROM import_taking t WHERE t.outcome = 'changed' AND p IS NOT NULL`;
}

/** Rows whose predecessor was to come with this run and does not. */
export async function countOrphans(db: Db): Promise<number> {
  const [row] = await db.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM import_taking t WHERE p ->> 'predecessorId' IS NOT NULL
      AND NOT EXISTS (SELECT FROM permit q WHERE q.id = (t.p ->> 'predecessorId')::uuid AND ${scopeSql(db.scope, "q.province_id")})`;
  return row?.count ?? 0;
}

export async function countApplicationRows(db: Db): Promise<number> {
  const [row] = await db.tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM import_taking WHERE p IS NULL`;
  return row?.count ?? 0;
}
