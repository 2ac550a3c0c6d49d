// Staged rows become records by statements over a piece of the run, all pieces in one transaction, or none. A piece is copied
// into a table of the transaction's own first; one journey of statements without parameters then takes it over, so that the
// next piece is sealed while the database writes (decision 010).
import type { Bulk } from "../../platform/db/bulk.ts";
import { type Session, sessionOf } from "../../platform/db/session.ts";
import { sql } from "../../platform/db/sql.ts";
import type { Db, RowScope } from "../../platform/db/transaction.ts";
import { takingColumns } from "./import-values.ts";

export type Taking = { now: Date; today: string; actorId: string | null; actorName: string; reason: string };

/** The tables go with the transaction. */
export async function openTaking(db: Db, { now, today, actorId, actorName, reason }: Taking): Promise<Session> {
  const session = await sessionOf(db);
  await session.script([
    "CREATE TEMP TABLE import_act (at timestamptz, today date, actor_id uuid, actor_name text, reason text) ON COMMIT DROP",
    `CREATE TEMP TABLE import_taking (${takingColumns.join(", ")}) ON COMMIT DROP`,
  ]);
  await session.run(sql`INSERT INTO import_act VALUES (${now}, ${today}::date, ${actorId}::uuid, ${actorName}, ${reason})`);
  return session;
}

export type Taken = { inserted: number; updated: number; orphans: number };

/** `hasChanges` where records change beside those that are made, `hasPredecessors` where any follows another. */
export type Piece = { lines: string; hasChanges: boolean; hasPredecessors: boolean };

export async function takePiece(session: Session, scope: RowScope, { lines, hasChanges, hasPredecessors }: Piece): Promise<Taken> {
  await session.copy("import_taking", lines);
  const links = [insertEmployers, insertEmployerTokens(scope), upsertApplications];
  const records = [insertPermits(scope), insertIdentities, insertHolderTokens];
  const changes = hasChanges ? [insertAmendments(scope), updatePermits(scope)] : [];
  const checks = hasPredecessors ? [selectOrphans(scope)] : [];
  const counts = await session.script([...links, ...records, ...changes, ...checks, "TRUNCATE import_taking"]);
  const inserted = counts[links.length] ?? 0;
  const updated = hasChanges ? (counts[links.length + records.length + 1] ?? 0) : 0;
  return { inserted, updated, orphans: hasPredecessors ? (counts.at(-2) ?? 0) : 0 };
}

/** A province is a number of ours, never a text of the file. */
const within = (scope: RowScope, column: string): string => {
  if (scope.kind === "country") return "TRUE";
  return `${column} = ${scope.kind === "province" ? Number(scope.provinceId) : -1}`;
};

/** Who acts, when and why: one value for all rows, so the planner sees no join. */
const act = (column: string): string => `(SELECT ${column} FROM import_act)`;
const told = ["at", "today", "actor_id", "actor_name", "reason"].map(act).join(", ");

const insertEmployers = `
  INSERT INTO employer (province_id, tax_number, workplace_number, title, sector, size_band)
  SELECT province_id, tax_number, workplace_number, employer_title, sector, size_band FROM import_taking WHERE employer_title IS NOT NULL
  ON CONFLICT (province_id, tax_number, workplace_number) DO NOTHING`;

// Links are looked up row by row: a join guesses from what the tables held before.
const employerOf = (
  scope: RowScope,
): string => `(SELECT e.id FROM employer e WHERE e.province_id = t.province_id AND e.tax_number = t.tax_number
    AND e.workplace_number = t.workplace_number AND ${within(scope, "e.province_id")})`;
const applicationOf = (scope: RowScope): string =>
  `(SELECT a.id FROM permit_application a WHERE a.number = t.application_number AND ${within(scope, "a.province_id")})`;

const insertEmployerTokens = (scope: RowScope): string => `
  INSERT INTO employer_token (token_id, province_id, employer_id)
  SELECT unnest(employer_tokens), province_id, ${employerOf(scope)} FROM import_taking t WHERE employer_tokens IS NOT NULL ON CONFLICT DO NOTHING`;

const upsertApplications = `
  INSERT INTO permit_application (province_id, number, submitted_on, decided_on, outcome, type, kind, nationality, sex, birth_year, sector, occupation,
    education, size_band)
  SELECT province_id, application_number, submitted_on, decided_on, outcome, type, kind, nationality, sex, birth_year, sector, occupation, education,
    size_band
  FROM import_taking WHERE is_application_told ORDER BY row_number
  ON CONFLICT (number) DO UPDATE SET submitted_on = excluded.submitted_on, decided_on = excluded.decided_on, outcome = excluded.outcome,
    type = excluded.type, education = excluded.education`;

/** With the event of each; counts the events. Folding the events gives the row again: the first holds every column. */
const insertPermits = (scope: RowScope): string => `
  WITH made AS (
    INSERT INTO permit (id, province_id, number, kind, status, given_names, surname, sex, nationality, birth_year, person_key, employer_id,
      employer_tax_number, sector, size_band, occupation, valid_from, valid_to, annotations, predecessor_id, application_id, registered_at, updated_at)
    SELECT t.id, province_id, number, kind, 'registered', given_names, surname, sex, nationality, birth_year, person_key, ${employerOf(scope)},
      tax_number, sector, size_band, occupation, valid_from, valid_to, annotations, predecessor_id, ${applicationOf(scope)},
      ${act("at")}, ${act("at")}
    FROM import_taking t WHERE is_new AND number IS NOT NULL
    RETURNING id, employer_id, application_id)
  INSERT INTO permit_event (permit_id, province_id, version, kind, at, on_date, actor_id, actor_name, reason, change)
  SELECT t.id, province_id, 1, 'imported', ${told},
    change || jsonb_build_object('employerId', made.employer_id, 'applicationId', made.application_id)
  FROM import_taking t JOIN made ON made.id = t.id`;

const insertIdentities = `
  INSERT INTO permit_identity (permit_id, province_id, birth_on, foreigner_id, foreigner_id_index, passport, passport_index, address, key_id)
  SELECT id, province_id, birth_on, foreigner_id, foreigner_id_index, passport, passport_index, address, key_id
  FROM import_taking WHERE is_new AND number IS NOT NULL`;

const insertHolderTokens = `
  INSERT INTO holder_token (token_id, province_id, permit_id)
  SELECT unnest(tokens), province_id, id FROM import_taking WHERE is_new AND number IS NOT NULL`;

/** Rows whose predecessor was to come with this run and does not. */
const selectOrphans = (scope: RowScope): string => `
  SELECT 1 FROM import_taking t WHERE predecessor_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM permit q WHERE q.id = t.predecessor_id AND ${within(scope, "q.province_id")})`;

/** A record that has moved on since the dry run is left alone; the caller compares the number. */
const updatePermits = (scope: RowScope): string => `
  UPDATE permit p SET employer_id = ${employerOf(scope)}, employer_tax_number = t.tax_number, sector = t.sector, size_band = t.size_band,
    occupation = t.occupation, valid_from = t.valid_from, valid_to = t.valid_to, annotations = t.annotations,
    application_id = coalesce(${applicationOf(scope)}, p.application_id), updated_at = ${act("at")}, version = p.version + 1
  FROM import_taking t
  WHERE NOT is_new AND t.number IS NOT NULL AND p.id = t.id AND p.version = t.version AND p.status = 'registered' AND ${within(scope, "p.province_id")}`;

const insertAmendments = (scope: RowScope): string => `
  INSERT INTO permit_event (permit_id, province_id, version, kind, at, on_date, actor_id, actor_name, reason, change)
  SELECT t.id, province_id, t.version + 1, 'imported', ${told}, change || jsonb_build_object('employerId', employer_id)
    || CASE WHEN application_id IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('applicationId', application_id) END
  FROM (SELECT t.*, ${employerOf(scope)} AS employer_id, ${applicationOf(scope)} AS application_id FROM import_taking t) t
  WHERE NOT is_new AND number IS NOT NULL`;

type Word = { id: number; folded: string };

/**
 * Numbers of words, those that are new among them made. Words stand in no province and name nobody, so they are written at
 * once and not with the run: a word that two imports bring never makes one wait for the other.
 */
export async function numbersOfWords(bulk: Bulk, words: string[]): Promise<Word[]> {
  const [, found] = await bulk.run([
    sql`INSERT INTO name_token (folded) SELECT w FROM unnest(${words}::text[]) AS told(w)
      WHERE NOT EXISTS (SELECT FROM name_token n WHERE n.folded = w) ORDER BY w ON CONFLICT DO NOTHING`,
    sql`SELECT id, folded FROM name_token WHERE folded = ANY(${words}::text[])`,
  ]);
  return found as Word[];
}
