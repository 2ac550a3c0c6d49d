// Which card of which permit the demo holds, decided from the permit's number alone: the same demo every time.

/** The same id for the same name at every seeding, in the shape that a UUID of one's own making has (RFC 9562, version 8). */
export const seedId = `CREATE FUNCTION pg_temp.seed_id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT overlay(overlay(md5(name) PLACING '8' FROM 13 FOR 1) PLACING 'a' FROM 17 FOR 1)::uuid $$`;

/** Numbers below `below`, from a number and a salt. */
export const dice = `CREATE FUNCTION pg_temp.dice(n bigint, salt bigint, below int) RETURNS int LANGUAGE sql IMMUTABLE AS
  $$ SELECT (((hashint8extended(n, salt) % below) + below) % below)::int $$`;

/** UPU S10: two letters, eight digits, check digit, country. */
export const itemNumber = `CREATE FUNCTION pg_temp.item_number(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'KP' || d || CASE s WHEN 10 THEN 0 WHEN 11 THEN 5 ELSE s END || 'TR'
  FROM (SELECT lpad((n % 100000000)::text, 8, '0') AS d) a,
  LATERAL (SELECT 11 - (8 * substr(d, 1, 1)::int + 6 * substr(d, 2, 1)::int + 4 * substr(d, 3, 1)::int + 2 * substr(d, 4, 1)::int
    + 3 * substr(d, 5, 1)::int + 5 * substr(d, 6, 1)::int + 9 * substr(d, 7, 1)::int + 7 * substr(d, 8, 1)::int) % 11 AS s) b $$`;

/** Designs of the five kinds; the cut-over is the demo's configuration. */
export const designs = `INSERT INTO design_generation (kind, design, issue_from, issue_until, grace_days, requires_serial)
  SELECT k, 'old', '2012-01-01', s.cut - 1, 21, false FROM seed_now s, unnest(ARRAY['fixed_term', 'permanent', 'independent', 'temporary_protection', 'international_protection']) k
  UNION ALL SELECT k, 'new', s.cut, NULL, 0, true FROM seed_now s, unnest(ARRAY['fixed_term', 'permanent', 'independent', 'temporary_protection', 'international_protection']) k
  ON CONFLICT DO NOTHING`;

/** First and second cards. One permit in sixty has none; one in forty lost its first; a few lost it these days. */
export const population = [
  `CREATE TEMP TABLE seed_first AS
  SELECT p.id AS permit_id, p.province_id, p.kind, p.number::bigint AS n, p.status, p.ended_on, p.updated_at AS permit_updated, p.registered_at, p.valid_from,
    greatest(least(p.valid_to, CASE WHEN p.status = 'superseded' THEN p.ended_on - 1 END), p.valid_from) AS valid_to, p.valid_to IS NULL AND p.status <> 'superseded' AS open_ended,
    ((p.registered_at AT TIME ZONE 'Europe/Istanbul')::date + 3 + pg_temp.dice(p.number::bigint, 1, 9)) AS issued_on
  FROM permit p, seed_now s
  WHERE p.is_demo AND p.status <> 'void' AND p.kind IN (SELECT kind FROM design_generation)
    AND coalesce(p.valid_to, 'infinity') >= s.day - 420 AND pg_temp.dice(p.number::bigint, 2, 60) <> 0`,
  `UPDATE seed_first SET valid_to = NULL WHERE open_ended`,
  `CREATE TEMP TABLE seed_card AS
  SELECT f.*, 1 AS turn, 'first' AS request_reason, NULL::date AS lost_on, f.registered_at AS requested_at, NULL::date AS early_on FROM seed_first f`,
  // Lost, stolen or damaged some weeks after it was issued, where the permit still stood.
  `UPDATE seed_card c SET lost_on = c.issued_on + 45 FROM seed_now s
   WHERE pg_temp.dice(c.n, 3, 40) = 0 AND c.issued_on + 75 < s.day AND coalesce(c.valid_to, 'infinity') > c.issued_on + 90 AND (c.ended_on IS NULL OR c.ended_on > c.issued_on + 90)`,
  `UPDATE seed_card c SET lost_on = s.day - pg_temp.dice(c.n, 5, 9) FROM seed_now s
   WHERE c.lost_on IS NULL AND pg_temp.dice(c.n, 4, 120) = 0 AND c.status = 'registered' AND c.issued_on + 20 < s.day AND coalesce(c.valid_to, 'infinity') > s.day`,
  // Provinces replace old cards early in waves of their own: some months none, some months one card in eight. Without them the
  // forecast would know everything.
  `CREATE TEMP TABLE seed_wave AS
   SELECT p AS province_id, m::date AS month, 2 + pg_temp.dice(p * 1000 + extract(month FROM m)::int, 14, 11) AS percent
   FROM seed_now s, generate_series(1, 81) p, generate_series(s.cut, s.day - 14, interval '1 month') m WHERE pg_temp.dice(p * 1000 + extract(month FROM m)::int, 13, 3) = 0`,
  `UPDATE seed_card c SET early_on = e.day FROM seed_now s, (
     SELECT x.permit_id, min(w.month + pg_temp.dice(x.n, 15, 28)) AS day FROM seed_card x JOIN seed_wave w USING (province_id)
     WHERE x.lost_on IS NULL AND pg_temp.dice(x.n * 100 + extract(month FROM w.month)::int, 16, 100) < w.percent GROUP BY x.permit_id) e
   WHERE e.permit_id = c.permit_id AND c.issued_on < s.cut AND e.day BETWEEN s.cut + 5 AND s.day - 14 AND c.issued_on + 30 < e.day AND c.valid_from < e.day
     AND coalesce(c.valid_to, 'infinity') > e.day + 60 AND (c.ended_on IS NULL OR c.ended_on > e.day + 60)`,
  `INSERT INTO seed_card
  SELECT f.permit_id, f.province_id, f.kind, f.n, f.status, f.ended_on, f.permit_updated, f.registered_at, greatest(f.valid_from, c.early_on), f.valid_to, f.open_ended,
    c.early_on + 8, 2, 'early_replacement', NULL, (c.early_on + time '10:20') AT TIME ZONE 'Europe/Istanbul'
  FROM seed_card c JOIN seed_first f USING (permit_id) WHERE c.early_on IS NOT NULL`,
  `INSERT INTO seed_card
  SELECT f.permit_id, f.province_id, f.kind, f.n, f.status, f.ended_on, f.permit_updated, f.registered_at, greatest(f.valid_from, c.lost_on), f.valid_to, f.open_ended,
    c.lost_on + 8, 2, CASE pg_temp.dice(c.n, 6, 5) WHEN 0 THEN 'stolen' ELSE 'lost' END, NULL, (c.lost_on + time '10:20') AT TIME ZONE 'Europe/Istanbul'
  FROM seed_card c JOIN seed_first f USING (permit_id) WHERE c.lost_on IS NOT NULL`,
  // Damaged cards stay valid until the new one is handed over (K3): these are in replacement.
  `INSERT INTO seed_card
  SELECT f.permit_id, f.province_id, f.kind, f.n, f.status, f.ended_on, f.permit_updated, f.registered_at, greatest(f.valid_from, s.day), f.valid_to, f.open_ended, s.day + 3, 2, 'damaged', NULL,
    (s.day - 1 - pg_temp.dice(f.n, 5, 6) + time '11:30') AT TIME ZONE 'Europe/Istanbul'
  FROM seed_first f JOIN seed_card c USING (permit_id), seed_now s
  WHERE c.turn = 1 AND c.lost_on IS NULL AND c.early_on IS NULL AND pg_temp.dice(f.n, 12, 200) = 0 AND f.status = 'registered' AND f.valid_from < s.day AND f.issued_on + 20 < s.day AND coalesce(f.valid_to, 'infinity') > s.day + 30`,
  `ALTER TABLE seed_card ADD id uuid, ADD design text, ADD series text, ADD serial bigint, ADD age int, ADD work text, ADD whereabouts text, ADD validity text,
    ADD invalid_reason text, ADD invalidated_at timestamptz, ADD barcode text, ADD batch_id uuid, ADD fate int, ADD week date`,
  `UPDATE seed_card c SET id = pg_temp.seed_id('card' || c.n || '-' || c.turn), age = s.day - c.issued_on, fate = pg_temp.dice(c.n * 2 + c.turn, 7, 1000),
    week = date_trunc('week', c.issued_on)::date,
    -- A handful came out in the old design after the cut-over: anomalies that somebody must explain (X3).
    design = CASE WHEN c.issued_on < s.cut OR (c.issued_on BETWEEN s.cut + 30 AND s.day - 10 AND pg_temp.dice(c.n, 8, 1500) = 0) THEN 'old' ELSE 'new' END,
    series = CASE WHEN c.kind IN ('temporary_protection', 'international_protection') THEN 'B26' ELSE 'A26' END FROM seed_now s`,
  `DELETE FROM seed_card WHERE status = 'cancelled' AND age < 5`,
  // Where it is and what is to be done, by its age since it was made.
  `UPDATE seed_card SET work = CASE
      WHEN design = 'old' THEN 'closed'
      WHEN age < 0 THEN (ARRAY['requested', 'requested', 'queued', 'queued', 'queued', 'queued', 'in_batch', 'in_batch', 'personalised', 'rejected_by_partner'])[1 + fate % 10]
      WHEN age = 0 THEN 'qc_pass' WHEN age = 1 THEN 'packed'
      ELSE 'handed_to_ptt' END,
    whereabouts = CASE
      WHEN design = 'old' THEN 'delivered'
      WHEN age < 0 THEN NULL WHEN age < 2 THEN 'nvi'
      WHEN age = 2 THEN 'ptt_accepted' WHEN age = 3 THEN 'in_transit' WHEN age = 4 THEN 'out_for_delivery'
      WHEN age < 18 AND fate < 60 THEN 'at_branch'
      WHEN age < 8 AND fate < 90 THEN 'attempt_failed'
      WHEN age BETWEEN 12 AND 16 AND fate BETWEEN 100 AND 150 THEN 'returning'
      WHEN age BETWEEN 14 AND 60 AND fate BETWEEN 900 AND 925 THEN 'returned_held'
      WHEN age > 20 AND fate = 990 THEN 'under_inquiry' WHEN age > 30 AND fate = 991 THEN 'lost' WHEN age > 30 AND fate = 992 THEN 'destroyed_by_carrier'
      ELSE 'delivered' END`,
  // Aksaray's newest returned cards: two of the demo's own province wait for an address.
  `UPDATE seed_card SET whereabouts = 'returned_held' WHERE id IN (
    SELECT id FROM seed_card WHERE province_id = 68 AND design = 'new' AND age >= 14 AND whereabouts = 'delivered' AND status = 'registered' AND lost_on IS NULL
      AND coalesce(valid_to, 'infinity') > (SELECT day FROM seed_now) ORDER BY issued_on DESC, n LIMIT 3)`,
  `UPDATE seed_card SET work = 'closed' WHERE whereabouts = 'delivered' AND design = 'new'`,
  `UPDATE seed_card SET barcode = pg_temp.item_number(n * 2 + turn) WHERE design = 'new' AND work IN ('packed', 'handed_to_ptt', 'closed')`,
  `UPDATE seed_card SET validity = CASE WHEN lost_on IS NOT NULL OR early_on IS NOT NULL OR status = 'cancelled' THEN 'invalidated' WHEN work IN ('handed_to_ptt', 'closed') THEN 'active' ELSE 'pending' END`,
  `UPDATE seed_card SET invalid_reason = CASE WHEN early_on IS NOT NULL THEN 'replaced' WHEN lost_on IS NULL THEN 'permit_ended_early' WHEN pg_temp.dice(n, 6, 5) = 0 THEN 'reported_stolen' ELSE 'reported_lost' END,
    invalidated_at = CASE WHEN early_on IS NOT NULL THEN (early_on + 10 + time '09:40') AT TIME ZONE 'Europe/Istanbul' WHEN lost_on IS NULL THEN permit_updated ELSE (lost_on + time '10:20') AT TIME ZONE 'Europe/Istanbul' END WHERE validity = 'invalidated'`,
];
