import { ownerSql } from "./database.ts";

/** Rows in each big table: enough for the planner to choose as it would for a country. */
export const scale = 100_000;
export const bigTables = [
  "institution",
  "address_record",
  "circular",
  "circular_recipient",
  "circular_template",
  "circular_template_version",
  "delivery",
  "evidence",
  "incoming_letter",
  "audit_event",
  "human_task",
  "employer",
  "permit",
  "permit_identity",
  "permit_event",
];
/** Beside them only the search is looked at in these. */
export const searchedTables = ["permit_application", "holder_token", "name_token"];

const id = (table: number | string, n = "n") => `('0000000${table}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const province = "(n % 81 + 1)::smallint";
/** Beyond the words of the seeded employers. */
const words = 1_000_000;
/** The word that most persons bear. */
export const commonWord = words + 1;
const moment = "timestamptz '2026-11-01' - n * interval '10 minutes'";

/** One number of each kind that belongs to Aksaray. */
export const aksarayIds = {
  institution: idAt(1),
  letter: idAt(2),
  circular: idAt(3),
  recipient: idAt(4),
  evidence: idAt(6),
  task: idAt(7),
  employer: idAt(8),
  permit: idAt(9),
  template: idAt("b"),
};

function idAt(table: number | string): string {
  return `0000000${table}-0000-7000-8000-${(81 * 1_000 + 67).toString(16).padStart(12, "0")}`;
}

const statements = [
  `INSERT INTO institution (id, province_id, name, kind, district, relation, detsis_number, dative, genitive, search_text)
   SELECT ${id(1)}, ${province}, 'Kurum ' || n, 'other', 'Merkez', 'peer', (20000000 + n)::text, 'Kuruma', 'Kurumun', 'kurum ' || n || ' merkez kurum' || n || '@hs01.kep.test'
   FROM generate_series(1, $1::int) n`,
  `INSERT INTO institution_channel (province_id, institution_id, position, kind, address)
   SELECT ${province}, ${id(1)}, 1, 'kep', 'kurum' || n || '@hs01.kep.test' FROM generate_series(1, $1::int) n`,
  `INSERT INTO address_record (institution_id, kind, address, province_id, delivered_at, failed_at, failure)
   SELECT ${id(1)}, 'kep', 'kurum' || n || '@hs01.kep.test', ${province}, ${moment}, CASE WHEN n % 400 = 0 THEN ${moment} + interval '1 day' END,
          CASE WHEN n % 400 = 0 THEN 'bounced' END FROM generate_series(1, $1::int) n`,
  `INSERT INTO incoming_letter (id, province_id, unit_id, institution_id, letter_on, letter_number, subject, body, received_at, received_on, received_by, filed_at)
   SELECT ${id(2)}, ${province}, (SELECT id FROM unit WHERE province_id = 68), ${id(1)}, '2026-10-01', n::text, 'Konu ' || n, '[]', ${moment}, '2026-10-02', 'KEP',
          CASE WHEN n % 3 = 0 THEN ${moment} END FROM generate_series(1, $1::int) n`,
  `INSERT INTO circular (id, province_id, unit_id, incoming_letter_id, state, subject, closing, drafted_by_id, signatory_id, prepared_by_id, content_digest, document_number,
          document_on, verification_code, document_digest, document_pages, document_file_id, signature_file_id, signed_at, dispatched_at, created_at, updated_at)
   SELECT ${id(3)}, ${province}, u.unit_id, CASE WHEN n % 3 = 1 THEN ${id(2)} END, CASE WHEN n % 500 = 0 THEN 'draft' WHEN n % 501 = 0 THEN 'signed' ELSE 'dispatched' END,
          'Yazı ' || n, '', u.id, gen_random_uuid(), gen_random_uuid(), '\\x00', 'E-' || n, '2026-10-03', gen_random_uuid(), '\\x00', 1, gen_random_uuid(), gen_random_uuid(),
          ${moment}, ${moment}, ${moment}, ${moment}
   FROM generate_series(1, $1::int) n, (SELECT * FROM user_account WHERE role = 'provincial_officer' ORDER BY username LIMIT 1) u`,
  `INSERT INTO circular_template (id, province_id, name, version, retired_at)
   SELECT ${id("b")}, CASE WHEN n % 82 > 0 THEN ${province} END, 'Şablon ' || n, 1, CASE WHEN n % 9 = 0 THEN ${moment} END FROM generate_series(1, $1::int) n`,
  `INSERT INTO circular_template_version (template_id, version, province_id, name, subject, body, closing, note, saved_by, saved_at)
   SELECT ${id("b")}, 1, CASE WHEN n % 82 > 0 THEN ${province} END, 'Şablon ' || n, 'Konu', '[]', '', '', 'Elif Yıldız', ${moment} FROM generate_series(1, $1::int) n`,
  `INSERT INTO circular_recipient (id, province_id, circular_id, institution_id, position, name, dative, role, channels, link_hash, acknowledged_at, action_reported_at)
   SELECT ${id(4)}, ${province}, ${id(3)}, ${id(1)}, 1, 'Kurum ' || n, 'Kuruma', 'action', '[{"kind": "kep", "address": "kurum@hs01.kep.test"}]', sha256(n::text::bytea),
          ${moment}, CASE WHEN n % 100 > 0 THEN ${moment} END FROM generate_series(1, $1::int) n`,
  `INSERT INTO delivery (id, province_id, circular_id, recipient_id, channel, channel_index, address, attempt, message_id, state, provider_id, next_check_at, submitted_at)
   SELECT ${id(5)}, ${province}, ${id(3)}, ${id(4)}, 'kep', 0, 'kurum@hs01.kep.test', 1, '<' || n || '@izin-masasi>', CASE WHEN n % 200 = 0 THEN 'submitted' ELSE 'read' END,
          '<p' || n || '@kep>', CASE WHEN n % 200 = 0 THEN now() + interval '1 year' END, ${moment} FROM generate_series(1, $1::int) n`,
  `INSERT INTO evidence (id, province_id, delivery_id, recipient_id, source, status, identifier, kind, outcome, event_at, received_at, media_type, raw, sha256)
   SELECT ${id(6)}, ${province}, ${id(5)}, ${id(4)}, 'mail', 'matched', 'delil-' || n, 'delivery', 'positive', ${moment}, ${moment}, 'application/xml', '\\x00', sha256(n::text::bytea)
   FROM generate_series(1, $1::int) n`,
  `INSERT INTO human_task (id, province_id, kind, circular_id, recipient_id, delivery_id, detail, created_at, closed_at)
   SELECT ${id(7)}, ${province}, 'hand_delivery', ${id(3)}, ${id(4)}, ${id(5)}, '', ${moment}, CASE WHEN n % 400 > 0 THEN ${moment} END FROM generate_series(1, $1::int) n`,
  `INSERT INTO audit_event (at, actor_name, actor_role, action, subject_kind, subject_id, province_id, request_id, payload, thread_id)
   SELECT ${moment}, 'Elif Yıldız', 'provincial_officer', CASE WHEN n % 50 = 0 THEN 'circular.signed' ELSE 'delivery.submitted' END, 'delivery', ${id(5)}::text, ${province}, 'r',
          '{}', ${id(3)}::text FROM generate_series(1, $1::int) n`,
  `INSERT INTO employer (id, province_id, tax_number, title, sector)
   SELECT ${id(8)}, ${province}, lpad(n::text, 10, '0'), 'İşletme ' || n, chr(65 + n % 21) FROM generate_series(1, $1::int) n`,
  `INSERT INTO permit (id, province_id, number, kind, status, given_names, surname, sex, nationality, person_key, employer_id, employer_tax_number, sector, occupation,
          valid_from, valid_to, ended_on, registered_at, updated_at)
   SELECT ${id(9)}, ${province}, n::text, CASE WHEN n % 50 = 0 THEN 'permanent' ELSE 'fixed_term' END, CASE WHEN n % 40 = 0 THEN 'cancelled' ELSE 'registered' END,
          'Ad', 'Soyad', 'male', 'A' || chr(65 + n % 10) || chr(65 + n / 10 % 10), gen_random_uuid(), ${id(8)}, lpad(n::text, 10, '0'), chr(65 + n % 21),
          lpad((n % 9000 + 1000)::text, 4, '0'), d, CASE WHEN n % 50 > 0 THEN d + 365 END, CASE WHEN n % 40 = 0 THEN d + 30 END, ${moment}, ${moment}
   FROM generate_series(1, $1::int) n CROSS JOIN LATERAL (SELECT date '2026-11-01' - n / 55 AS d) day`,
  `INSERT INTO permit_identity (permit_id, province_id, foreigner_id_index, passport_index, key_id)
   SELECT ${id(9)}, ${province}, sha256(n::text::bytea), sha256(('p' || n)::bytea), 1 FROM generate_series(1, $1::int) n`,
  `INSERT INTO permit_application (id, province_id, number, submitted_on, type, kind, nationality, sex)
   SELECT ${id("a")}, ${province}, 'B' || n, '2026-10-01', 'first', 'fixed_term', 'SYR', 'male' FROM generate_series(1, $1::int) n`,
  // Words as names are: some thousands of them, borne by anybody from one person to a hundredth of all.
  `INSERT INTO name_token (id, folded)
   SELECT ${words} + n, (SELECT string_agg(substr('bdlmnprtvz', d + 1, 1) || substr('aeiou', (d + place) % 5 + 1, 1), '' ORDER BY place)
     FROM (SELECT substr(lpad((n * 7919 % 100000)::text, 5, '0'), place, 1)::int AS d, place FROM generate_series(1, 5) place) digit)
   FROM generate_series(1, $1::int / 5) n ON CONFLICT DO NOTHING`,
  `INSERT INTO holder_token (token_id, province_id, permit_id)
   SELECT DISTINCT ${words} + 1 + floor(power(random(), 3) * ($1::int / 5))::int, ${province}, ${id(9)} FROM generate_series(1, $1::int) n, generate_series(1, 2)`,
  `INSERT INTO permit_event (permit_id, province_id, version, kind, at, on_date, actor_name, change)
   SELECT ${id(9)}, ${province}, 1, 'registered', ${moment}, '2026-11-01', 'Sistem', '{}' FROM generate_series(1, $1::int) n`,
];

/** Fills the big tables as their owner, past foreign keys and triggers: only the planner will look at these rows. */
export async function fillToScale(): Promise<void> {
  await ownerSql("SET session_replication_role = replica");
  // The run's other tests need the other processor.
  await ownerSql("SET max_parallel_maintenance_workers = 0");
  await ownerSql("SET maintenance_work_mem = '256MB'");
  const indexes = await dropIndexes();
  for (const statement of statements) await ownerSql(statement, [scale]);
  for (const { definition } of indexes) await ownerSql(definition);
  await ownerSql("SET session_replication_role = origin");
  await ownerSql("ANALYZE");
}

/** Built at once afterwards they cost a tenth. What no look-up uses, the permits' exclusion, stays away. */
async function dropIndexes(): Promise<{ name: string; definition: string }[]> {
  await ownerSql("ALTER TABLE permit DROP CONSTRAINT permit_no_overlap");
  const indexes = await ownerSql<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid::regclass::text = ANY($1) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [[...bigTables, ...searchedTables]],
  );
  for (const { name } of indexes) await ownerSql(`DROP INDEX ${name}`);
  return indexes;
}
