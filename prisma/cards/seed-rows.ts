// The demo's cards with their history. Young cards tell every step; older ones were taken over whole.

/** From here back a card was taken over as it was. */
const youngDays = 60;

const instant = (expression: string) => `to_char((${expression}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** Office hour of a day, Turkish time, and never later than now. */
const at = (day: string, time: string) => `least((${day} + time '${time}') AT TIME ZONE 'Europe/Istanbul', s.at)`;

/** Insert order of the cards: a lost card before the one that replaces it. */
export const cards = [
  `CREATE TEMP TABLE seed_row AS
   SELECT c.*, lpad((100000000 + c.n * 2 + c.turn)::text, 9, '0') AS card_number,
     ${at("c.issued_on", "11:00")} AS passed_at, ${at("c.issued_on + 1", "15:30")} AS packed_at, ${at("c.issued_on + 2", "09:40")} AS handed_at,
     CASE WHEN c.age < 0 THEN ${at("s.day - 1", "09:15")}
       WHEN c.whereabouts = 'nvi' THEN ${at("c.issued_on", "11:00")}
       WHEN c.whereabouts = 'ptt_accepted' THEN ${at("c.issued_on + 2", "17:20")}
       WHEN c.whereabouts = 'in_transit' THEN ${at("c.issued_on + 3", "06:10")}
       WHEN c.whereabouts = 'out_for_delivery' THEN ${at("c.issued_on + 4", "09:05")}
       WHEN c.whereabouts IN ('at_branch', 'attempt_failed', 'delivered') THEN ${at("c.issued_on + 5 + least(c.age - 5, (ARRAY[0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 6])[1 + pg_temp.dice(c.n, 9, 16)])", "14:25")}
       WHEN c.whereabouts = 'returned_held' THEN ${at("c.issued_on + 13", "10:45")}
       ELSE ${at("c.issued_on + 9", "13:00")} END AS last_at,
     CASE WHEN c.whereabouts = 'delivered' THEN (ARRAY['self', 'self', 'self', 'family', 'workplace', 'workplace', 'office'])[1 + pg_temp.dice(c.n, 10, 7)] END AS delivered_to,
     CASE WHEN c.whereabouts = 'returned_held' THEN (ARRAY['address_unknown', 'address_unknown', 'not_collected', 'addressee_moved'])[1 + pg_temp.dice(c.n, 11, 4)] END AS cause,
     CASE WHEN c.turn = 2 THEN pg_temp.seed_id('card' || c.n || '-1') END AS replaces_id
   FROM seed_card c, seed_now s`,
  `INSERT INTO card (id, province_id, permit_id, number, kind, design, series, serial, serial_number, work, work_since, whereabouts, whereabouts_since, delivered_to,
     validity, invalid_reason, activated_at, invalidated_at, valid_from, valid_to, issued_on, requested_at, request_reason, replaces_id, batch_id, barcode, is_demo, version, updated_at)
   SELECT r.id, province_id, permit_id, card_number, kind, design, CASE WHEN serial IS NOT NULL THEN series END, serial, series || lpad(serial::text, 7, '0'), work,
     CASE WHEN age < 0 THEN last_at WHEN work = 'qc_pass' THEN passed_at WHEN work = 'packed' THEN packed_at WHEN work = 'handed_to_ptt' THEN handed_at ELSE last_at END,
     whereabouts, CASE WHEN whereabouts IS NOT NULL THEN last_at END, delivered_to, validity, invalid_reason,
     CASE WHEN work IN ('handed_to_ptt', 'closed') THEN handed_at END, invalidated_at, valid_from, valid_to, CASE WHEN age >= 0 THEN issued_on END, requested_at, request_reason, replaces_id,
     batch_id, barcode, true, 1, s.at
   FROM seed_row r, seed_now s ORDER BY turn, n`,
];

const whole = `jsonb_build_object('permitId', c.permit_id, 'number', c.number, 'kind', c.kind, 'design', c.design, 'validFrom', c.valid_from, 'validTo', c.valid_to,
  'requestedAt', ${instant("c.requested_at")}, 'requestReason', c.request_reason, 'replacesId', c.replaces_id)`;
const serialOf = `jsonb_build_object('series', c.series, 'serial', c.serial::text, 'serialNumber', c.serial_number, 'issuedOn', c.issued_on)`;
const step = `CREATE TEMP TABLE seed_step (card_id uuid, province_id smallint, place numeric, axis text, kind text, at timestamptz, actor text, reason text, change jsonb)`;

/**
 * Whose blank was spoiled: a card that was waiting already and passed in one of the three batches of the series that followed,
 * with another serial (qc_fail → queued again).
 */
const failed = [
  `CREATE TEMP TABLE seed_failed AS
   WITH ordered AS (SELECT id, series, week, row_number() OVER (PARTITION BY series ORDER BY week) AS turn FROM seed_batch WHERE NOT running),
     spoiled AS (SELECT batch_id, series, week, serial, row_number() OVER (PARTITION BY batch_id ORDER BY serial) AS k FROM seed_spoiled),
     after AS (SELECT b.id AS batch_id, r.id, r.province_id, row_number() OVER (PARTITION BY b.id ORDER BY l.turn, r.n) AS k
       FROM ordered b JOIN ordered l ON l.series = b.series AND l.turn BETWEEN b.turn + 1 AND b.turn + 3
       JOIN seed_row r ON r.batch_id = l.id AND r.requested_at < b.week WHERE EXISTS (SELECT FROM seed_spoiled x WHERE x.batch_id = b.id))
   SELECT x.batch_id, x.series, x.serial, x.k, a.id AS card_id, a.province_id, (x.week + time '08:30') AT TIME ZONE 'Europe/Istanbul' AS batched_at,
     least((x.week + 4 + time '15:30') AT TIME ZONE 'Europe/Istanbul', s.at) AS failed_at
   FROM spoiled x JOIN after a USING (batch_id, k), seed_now s`,
];

const isReported = `c.invalid_reason IN ('reported_lost', 'reported_stolen')`;
/** As `reportCard` writes it: nobody knows where a reported card is; what is on its way stays PTT's to say. */
const isAway = `${isReported} AND c.whereabouts IN ('delivered', 'returned_held')`;

const steps = [
  // Taken over: one event with everything but what ended its validity.
  `INSERT INTO seed_step SELECT c.id, c.province_id, 1, 'record', 'imported', c.requested_at, 'Sistem', NULL, ${whole} || ${serialOf} || jsonb_build_object('work', c.work,
     'workSince', ${instant("c.work_since")}, 'whereabouts', c.whereabouts, 'whereaboutsSince', ${instant("c.whereabouts_since")}, 'deliveredTo', c.delivered_to,
     'validity', 'active', 'activatedAt', ${instant("c.activated_at")}, 'batchId', c.batch_id, 'barcode', c.barcode)
   FROM card c JOIN seed_row r USING (id), seed_now s WHERE c.design = 'old' OR r.age > ${youngDays}`,
  `CREATE TEMP TABLE seed_young AS SELECT r.id, r.age, r.passed_at, r.packed_at, r.handed_at, r.last_at FROM seed_row r WHERE r.design = 'new' AND r.age <= ${youngDays}`,
  `INSERT INTO seed_step SELECT c.id, c.province_id, 1, 'record', 'requested', c.requested_at, 'Memur', NULL, ${whole} || jsonb_build_object('work', CASE WHEN c.work = 'requested' THEN 'requested' ELSE 'queued' END,
     'workSince', ${instant("CASE WHEN c.work IN ('requested', 'queued') THEN c.work_since ELSE c.requested_at END")}, 'validity', 'pending') FROM card c JOIN seed_young y USING (id)`,
  `INSERT INTO seed_step SELECT c.id, c.province_id, 2, 'work', 'batched', y.passed_at - interval '2 hours', 'Ayla Stok', NULL,
     jsonb_build_object('work', 'in_batch', 'workSince', ${instant("CASE WHEN c.work = 'in_batch' THEN c.work_since ELSE y.passed_at - interval '2 hours' END")}, 'batchId', c.batch_id)
   FROM card c JOIN seed_young y USING (id) WHERE c.work NOT IN ('requested', 'queued', 'rejected_by_partner')`,
  // The same in the batch that spoiled its first blank, of cards whose every step is told.
  `INSERT INTO seed_step SELECT f.card_id, f.province_id, 1.2, 'work', 'batched', f.batched_at, 'Ayla Stok', NULL,
     jsonb_build_object('work', 'in_batch', 'workSince', ${instant("f.batched_at")}, 'batchId', f.batch_id) FROM seed_failed f JOIN seed_young y ON y.id = f.card_id`,
  `INSERT INTO seed_step SELECT f.card_id, f.province_id, 1.4, 'work', 'quality_failed', f.failed_at, 'Ayla Stok', 'Baskı kayması',
     jsonb_build_object('work', 'qc_fail', 'workSince', ${instant("f.failed_at")}, 'batchId', NULL) FROM seed_failed f JOIN seed_young y ON y.id = f.card_id`,
  `INSERT INTO seed_step SELECT f.card_id, f.province_id, 1.6, 'work', 'queued', f.failed_at, 'Ayla Stok', NULL,
     jsonb_build_object('work', 'queued', 'workSince', ${instant("f.failed_at")}) FROM seed_failed f JOIN seed_young y ON y.id = f.card_id`,
  `INSERT INTO seed_step SELECT c.id, c.province_id, 3, 'work', 'rejected', c.work_since, 'NVİ', 'Fotoğraf okunamadı', jsonb_build_object('work', 'rejected_by_partner', 'workSince', ${instant("c.work_since")})
   FROM card c JOIN seed_young y USING (id) WHERE c.work = 'rejected_by_partner'`,
  `INSERT INTO seed_step SELECT c.id, c.province_id, 3, 'work', 'personalised', c.work_since, 'NVİ', NULL, jsonb_build_object('work', 'personalised', 'workSince', ${instant("c.work_since")})
   FROM card c JOIN seed_young y USING (id) WHERE c.work = 'personalised'`,
  `INSERT INTO seed_step SELECT c.id, c.province_id, 4, 'work', 'quality_passed', y.passed_at, 'Ayla Stok', NULL, ${serialOf} || jsonb_build_object('work', 'qc_pass', 'workSince', ${instant("y.passed_at")},
     'whereabouts', 'nvi', 'whereaboutsSince', ${instant("y.passed_at")}) FROM card c JOIN seed_young y USING (id) WHERE c.serial IS NOT NULL`,
  `INSERT INTO seed_step SELECT c.id, c.province_id, 5, 'work', 'packed', y.packed_at, 'Ayla Stok', NULL, jsonb_build_object('work', 'packed', 'workSince', ${instant("y.packed_at")}, 'barcode', c.barcode)
   FROM card c JOIN seed_young y USING (id) WHERE c.barcode IS NOT NULL`,
  `INSERT INTO seed_step SELECT c.id, c.province_id, 6, 'work', 'handed_over', y.handed_at, 'Ayla Stok', NULL, jsonb_build_object('work', 'handed_to_ptt', 'workSince', ${instant("y.handed_at")},
     'whereabouts', 'ptt_accepted', 'whereaboutsSince', ${instant("CASE WHEN c.whereabouts = 'ptt_accepted' THEN c.whereabouts_since ELSE y.handed_at END")}, 'validity', 'active', 'activatedAt', ${instant("c.activated_at")})
   FROM card c JOIN seed_young y USING (id) WHERE c.activated_at IS NOT NULL`,
  `INSERT INTO seed_step SELECT c.id, c.province_id, 7, 'whereabouts', 'carrier_reported', y.last_at, 'PTT', NULL, jsonb_build_object('whereabouts', c.whereabouts, 'whereaboutsSince', ${instant("c.whereabouts_since")},
     'deliveredTo', c.delivered_to, 'work', c.work, 'workSince', ${instant("c.work_since")}) FROM card c JOIN seed_young y USING (id) WHERE c.activated_at IS NOT NULL AND c.whereabouts <> 'ptt_accepted'`,
  `INSERT INTO seed_step SELECT c.id, c.province_id, 8, 'validity', 'invalidated', c.invalidated_at, 'Sistem', CASE c.invalid_reason WHEN 'permit_ended_early' THEN 'İzin kaydı sona erdi.' WHEN 'replaced' THEN 'Yeni kart teslim edildi.' ELSE 'Hak sahibi bildirdi.' END,
     jsonb_build_object('validity', 'invalidated', 'invalidReason', c.invalid_reason, 'invalidatedAt', ${instant("c.invalidated_at")})
       || CASE WHEN ${isAway} THEN jsonb_build_object('whereabouts', 'lost', 'whereaboutsSince', ${instant("c.invalidated_at")}, 'deliveredTo', NULL) ELSE '{}' END
       || CASE WHEN ${isReported} AND c.work = 'handed_to_ptt' THEN jsonb_build_object('work', 'closed', 'workSince', ${instant("c.invalidated_at")}) ELSE '{}' END FROM card c JOIN seed_row r USING (id) WHERE c.validity = 'invalidated'`,
  `INSERT INTO seed_step SELECT r.replaces_id, r.province_id, 8, 'record', 'damage_reported', r.requested_at, 'Memur', 'Hak sahibi bildirdi.', '{}'::jsonb
   FROM seed_row r WHERE r.request_reason = 'damaged'`,
];

export const history = [
  step,
  ...failed,
  ...steps,
  `INSERT INTO card_event (id, card_id, province_id, version, axis, kind, at, on_date, actor_name, reason, change)
   SELECT pg_temp.seed_id('event' || card_id || place), card_id, province_id, row_number() OVER (PARTITION BY card_id ORDER BY place), axis, kind, at, (at AT TIME ZONE 'Europe/Istanbul')::date, actor, reason, change FROM seed_step`,
  `UPDATE card c SET version = e.version FROM (SELECT card_id, max(version) AS version FROM card_event GROUP BY card_id) e WHERE e.card_id = c.id AND e.version > 1`,
  // The steps above say where a card was before it was reported.
  `UPDATE card c SET work = 'closed', work_since = c.invalidated_at FROM seed_row r WHERE r.id = c.id AND ${isReported} AND c.work = 'handed_to_ptt'`,
  `UPDATE card c SET whereabouts = 'lost', whereabouts_since = c.invalidated_at, delivered_to = NULL FROM seed_row r WHERE r.id = c.id AND ${isAway}`,
];

/** Lines of batches and manifests, and what PTT reported. */
export const papers = [
  `INSERT INTO batch_line (batch_id, line, card_id, series, serial, state, updated_at)
   SELECT r.batch_id, row_number() OVER w, r.id, r.series, coalesce(r.serial, b.first + row_number() OVER w - 1),
     CASE WHEN r.serial IS NOT NULL THEN 'qc_pass' WHEN r.work = 'personalised' THEN 'printed' ELSE 'validated' END, r.last_at
   FROM seed_row r JOIN seed_batch b ON b.id = r.batch_id WINDOW w AS (PARTITION BY r.batch_id ORDER BY r.serial, r.n)`,
  // What the ledger spoiled was a card's line too; the batch had room for it.
  `INSERT INTO batch_line (batch_id, line, card_id, series, serial, state, error_text, updated_at)
   SELECT f.batch_id, b.size + f.k, f.card_id, f.series, f.serial, 'qc_fail', 'Baskı kayması', f.failed_at FROM seed_failed f JOIN seed_batch b ON b.id = f.batch_id`,
  `UPDATE batch b SET size = b.size + f.failed FROM (SELECT batch_id, count(*)::int AS failed FROM seed_failed GROUP BY 1) f WHERE f.batch_id = b.id`,
  `INSERT INTO manifest (id, number, state, total, created_at, created_by_name, handed_over_at, ptt_count, settled_at, is_demo)
   SELECT pg_temp.seed_id('manifest' || day), 'T-' || to_char(day, 'YYYY') || '-' || lpad(nextval('manifest_number')::text, 4, '0'), 'matched', count, at - interval '40 minutes', 'Ayla Stok', at, count, at + interval '5 hours', true
   FROM (SELECT issued_on + 2 AS day, min(handed_at) AS at, count(*)::int AS count FROM seed_row WHERE design = 'new' AND work IN ('handed_to_ptt', 'closed') GROUP BY 1) d ORDER BY day`,
  `INSERT INTO manifest_line (manifest_id, line, card_id, barcode, state)
   SELECT pg_temp.seed_id('manifest' || (issued_on + 2)), row_number() OVER (PARTITION BY issued_on ORDER BY n, turn), id, barcode, 'counted' FROM seed_row WHERE design = 'new' AND work IN ('handed_to_ptt', 'closed')`,
  `CREATE TEMP TABLE seed_report (id uuid, code text, place int, at timestamptz)`,
  `INSERT INTO seed_report SELECT r.id, e.code, e.place, CASE e.place WHEN 1 THEN ${at("r.issued_on + 2", "17:20")} WHEN 2 THEN ${at("r.issued_on + 3", "06:10")} WHEN 3 THEN ${at("r.issued_on + 4", "09:05")} WHEN 4 THEN r.last_at - interval '4 days' ELSE r.last_at END
   FROM seed_row r, seed_now s, LATERAL (VALUES ('accepted', 1, true), ('in_transit', 2, r.whereabouts <> 'ptt_accepted'), ('out_for_delivery', 3, r.whereabouts NOT IN ('ptt_accepted', 'in_transit')),
     ('returning', 4, r.whereabouts = 'returned_held'), (CASE r.whereabouts WHEN 'returned_held' THEN 'returned' WHEN 'destroyed_by_carrier' THEN 'destroyed' ELSE r.whereabouts END, 5, r.whereabouts NOT IN ('ptt_accepted', 'in_transit', 'out_for_delivery'))) e (code, place, happened)
   WHERE r.design = 'new' AND r.work IN ('handed_to_ptt', 'closed') AND (r.age <= ${youngDays} OR r.whereabouts = 'returned_held') AND e.happened`,
];

/** The newest version of PTT's codes says which code means which milestone. */
export const reports = [
  `INSERT INTO carrier_event (id, province_id, card_id, barcode, code, text, branch, carrier_time, sequence, received_at, raw)
   SELECT pg_temp.seed_id('report' || x.id || x.place), r.province_id, r.id, r.barcode, k.code, k.text, CASE x.place WHEN 1 THEN 'Ankara PİM' WHEN 2 THEN 'Ankara PİM' ELSE 'Merkez Şube' END, x.at, x.place, x.at,
     jsonb_build_object('barkod', r.barcode, 'kod', k.code, 'aciklama', k.text)
   FROM seed_report x JOIN seed_row r USING (id)
   JOIN LATERAL (SELECT code, text FROM carrier_code k WHERE k.reverses IS NULL AND k.milestone = x.code
       ORDER BY k.version DESC, x.code = 'delivered' AND k.delivered_to = r.delivered_to DESC, x.code = 'returning' AND k.cause = r.cause DESC, length(code), code LIMIT 1) k ON true`,
  // What PTT took back: a delivery to the wrong door, a return that was none. Both stay in the history before the true delivery.
  `INSERT INTO carrier_event (id, province_id, card_id, barcode, code, text, branch, carrier_time, sequence, received_at, raw)
   SELECT pg_temp.seed_id('report' || r.id || e.place), r.province_id, r.id, r.barcode, k.code, k.text, 'Merkez Şube', r.last_at - e.before, e.place, r.last_at - e.before,
     jsonb_build_object('barkod', r.barcode, 'kod', k.code, 'aciklama', k.text)
   FROM seed_row r
   JOIN (VALUES ('12', 6, interval '1 day', true), ('15', 7, interval '22 hours', true), ('160', 6, interval '1 day', false), ('165', 7, interval '20 hours', false)) e (code, place, before, delivered)
     ON e.delivered = (pg_temp.dice(r.n, 17, 24) > 6)
   JOIN LATERAL (SELECT code, text FROM carrier_code k WHERE k.code = e.code ORDER BY k.version DESC LIMIT 1) k ON true
   WHERE r.design = 'new' AND r.whereabouts = 'delivered' AND r.age BETWEEN 8 AND ${youngDays} AND pg_temp.dice(r.n, 17, 24) IN (3, 11, 19)`,
  `INSERT INTO card_exception (id, province_id, card_id, kind, cause, detail, opened_at, due_on)
   SELECT pg_temp.seed_id('returned' || id), province_id, id, 'returned', cause,
     'PTT kartı geri getirdi.', last_at, last_at::date + 15 FROM seed_row WHERE whereabouts = 'returned_held' AND lost_on IS NULL`,
];
