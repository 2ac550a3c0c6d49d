// Rows of every kind for the statistics: what the demo holds, and records with holes, late ends, cards that were spoiled or
// came back, letters that were answered or not.
import { ownerSql } from "./database.ts";

const at = (days: string, minutes = "n * 37") =>
  `timestamptz '2026-11-20 12:00+03' - (${days}) * interval '1 day' - (${minutes}) % 1440 * interval '1 minute'`;
const day = (days: string) => `date '2026-11-20' - (${days})`;
const one = (values: string[], by: string) =>
  `(ARRAY[${values.map((value) => (value === "NULL" ? "NULL" : `'${value}'`)).join(", ")}])[1 + (${by}) % ${values.length}]`;

const kinds = ["fixed_term", "permanent", "independent", "temporary_protection", "international_protection", "exemption", "turquoise"];
const nationalities = ["SYR", "TKM", "GEO", "UZB", "RUS", "DEU"];
const provinces = "(ARRAY[34, 7, 68, 42, 6])[1 + n % 5]";

const statements = [
  `INSERT INTO permit_application (province_id, number, submitted_on, decided_on, outcome, type, kind, nationality, sex, birth_year, sector, occupation, education, size_band)
   SELECT ${provinces}, 'B-S' || n, ${day("n * 7 % 1900 + 10")}, CASE WHEN n % 9 > 0 THEN ${day("n * 7 % 1900 - n % 10")} END,
     CASE WHEN n % 9 > 0 THEN ${one(["approved", "approved", "refused", "returned", "withdrawn"], "n / 3")} END, ${one(["first", "extension"], "n / 2")}, ${one(kinds, "n / 5")},
     ${one(nationalities, "n * n")}, ${one(["female", "male"], "n / 7")}, CASE WHEN n % 11 > 0 THEN 1950 + n % 62 END, ${one(["I", "C", "F", "NULL"], "n / 4")},
     ${one(["5131", "5120", "9412", "2512", "NULL"], "n / 6")}, ${one(["none", "primary", "bachelor", "NULL", "doctorate"], "n / 3")}, ${one(["1-9", "10-49", "250+", "NULL"], "n / 8")}
   FROM generate_series(1, 400) n`,
  `INSERT INTO permit (province_id, number, kind, status, given_names, surname, sex, nationality, birth_year, person_key, sector, size_band, occupation, valid_from, valid_to, ended_on,
     predecessor_id, application_id, registered_at, updated_at)
   SELECT p.province_id, 7700000 + n, CASE WHEN n % 13 = 0 THEN 'permanent' ELSE ${one(["fixed_term", "independent", "exemption", "international_protection"], "n / 2")} END,
     s.status, 'Ad', 'Soyad', ${one(["female", "male"], "n / 3")}, ${one(nationalities, "n * 5")}, CASE WHEN n % 7 > 0 THEN 1944 + n % 70 END, gen_random_uuid(), ${one(["A", "I", "Q", "NULL"], "n / 2")},
     ${one(["50-249", "1-9", "NULL"], "n / 5")}, ${one(["5131", "8322", "1120", "NULL"], "n / 4")}, s.begun, CASE WHEN n % 13 > 0 THEN s.begun + 200 + n % 900 END,
     CASE WHEN s.status IN ('cancelled', 'superseded') THEN s.begun - 5 + n % 1300 END, CASE WHEN n % 4 = 0 THEN gen_random_uuid() END, p.id, ${at("n * 11 % 2000 + 3")}, now()
   FROM generate_series(1, 700) n
   CROSS JOIN LATERAL (SELECT ${day("n * 11 % 2000 - n % 40")} AS begun, ${one(["registered", "registered", "cancelled", "superseded", "registered", "void"], "n")} AS status) s
   JOIN LATERAL (SELECT a.id, x.province_id FROM (SELECT ${provinces} AS province_id) x
     LEFT JOIN permit_application a ON a.number = 'B-S' || n AND n <= 400) p ON true`,
  `INSERT INTO card (province_id, permit_id, number, kind, design, work, work_since, whereabouts, whereabouts_since, validity, activated_at, invalid_reason, invalidated_at, valid_from, valid_to,
     issued_on, requested_at, request_reason, series, serial, serial_number, updated_at)
   SELECT p.province_id, p.id, '77' || p.number, p.kind, ${one(["old", "new"], "n / 2")}, 'closed', now(), ${one(["delivered", "returned_held", "delivered", "nvi"], "n / 3")}, ${at("n * 5 % 300")},
     ${one(["active", "active", "invalidated"], "n / 2")}, now(), CASE WHEN n / 2 % 3 = 2 THEN 'damaged' END, CASE WHEN n / 2 % 3 = 2 THEN now() END, p.valid_from, p.valid_to,
     CASE WHEN n % 10 > 0 THEN ${day("n * 5 % 300 + n % 12")} END, now(), ${one(["first", "first", "lost"], "n / 4")},
     CASE WHEN n / 2 % 2 = 1 THEN 'T77' END, CASE WHEN n / 2 % 2 = 1 THEN n END, CASE WHEN n / 2 % 2 = 1 THEN 'T77' || lpad(n::text, 7, '0') END, now()
   FROM (SELECT p.*, row_number() OVER (ORDER BY number)::int AS n FROM permit p WHERE p.number LIKE '77%' AND p.number::int % 3 < 2) p`,
  `INSERT INTO card_event (card_id, province_id, version, axis, kind, at, on_date, actor_name, change)
   SELECT c.id, c.province_id, v, 'work', CASE v WHEN 1 THEN 'handed_over' ELSE 'quality_failed' END, now(), ${day("c.n * 5 % 300 - v")}, 'Deneme', '{}'
   FROM (SELECT c.*, row_number() OVER (ORDER BY number)::int AS n FROM card c WHERE number LIKE '77%') c CROSS JOIN generate_series(1, 3) v WHERE (c.n + v) % 4 > 1`,
  `INSERT INTO card_event (card_id, province_id, version, axis, kind, at, on_date, actor_name, change)
   SELECT c.id, c.province_id, 9, 'whereabouts', 'carrier_reported', now(), current_date, 'PTT', jsonb_build_object('whereabouts', 'returned_held', 'whereaboutsSince', c.whereabouts_since)
   FROM card c WHERE number LIKE '77%' AND whereabouts IN ('returned_held', 'delivered') AND substr(number, 9, 1) IN ('1', '4', '8')`,
  `INSERT INTO circular (province_id, unit_id, state, subject, closing, drafted_by_id, prepared_by_id, content_digest, document_number, verification_code, document_digest, signature_file_id,
     dispatched_at, created_at, updated_at)
   SELECT ${provinces}, gen_random_uuid(), 'dispatched', 'Yazı ' || n, '', gen_random_uuid(), gen_random_uuid(), '\\x00', 'E-S' || n, gen_random_uuid(), '\\x00', gen_random_uuid(),
     ${at("n * 9 % 400 + 5")}, now(), now() FROM generate_series(1, 40) n`,
  `INSERT INTO circular_recipient (province_id, circular_id, institution_id, position, name, dative, role, channels, acknowledged_at)
   SELECT l.province_id, l.id, gen_random_uuid(), v, 'Kurum', 'Kuruma', 'action', '[]', CASE WHEN (l.n + v) % 3 = 0 THEN l.dispatched_at + (l.n * v % 90) * interval '5 hours' END
   FROM (SELECT l.*, row_number() OVER (ORDER BY document_number)::int AS n FROM circular l WHERE document_number LIKE 'E-S%') l CROSS JOIN generate_series(1, 6) v`,
  `INSERT INTO delivery (province_id, circular_id, recipient_id, purpose, channel, channel_index, address, attempt, message_id, state, delivered_at, read_at)
   SELECT r.province_id, r.circular_id, r.id, CASE WHEN v = 3 THEN 'reminder' ELSE 'letter' END, 'kep', 0, '-', v, '<s' || r.n || '-' || v || '>', 'delivered',
     CASE WHEN (r.n + v) % 3 > 0 THEN l.dispatched_at + (r.n * v % 50) * interval '3 hours' END, CASE WHEN (r.n + v) % 5 = 0 THEN l.dispatched_at + v * interval '1 day' END
   FROM (SELECT r.*, row_number() OVER (ORDER BY circular_id, position)::int AS n FROM circular_recipient r WHERE name = 'Kurum') r JOIN circular l ON l.id = r.circular_id
   CROSS JOIN generate_series(1, 3) v WHERE (r.n + v) % 2 = 0`,
];

/** Past foreign keys and triggers: only statistics look at these rows. */
export async function fillStatistics(): Promise<void> {
  await ownerSql("SET session_replication_role = replica");
  for (const statement of statements) await ownerSql(statement);
  await ownerSql("SET session_replication_role = origin");
}
