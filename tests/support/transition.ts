import { ownerSql } from "./database.ts";

/** The demo's cut-over; the day on which the tests of the transition stand. */
export const cutOver = "2026-03-01";
export const standingDay = "2026-11-23";

const kinds = "ARRAY['fixed_term', 'permanent', 'independent', 'temporary_protection', 'international_protection']";

/** Past triggers, since a life of years is written at once. Every other permit is Aksaray's, every fourth Konya's, the rest İstanbul's. */
export async function fillTransition(permits: number): Promise<void> {
  await ownerSql("SET session_replication_role = replica");
  for (const table of [
    "forecast_run",
    "transition_day",
    "card_exception",
    "card_event",
    "batch_line",
    "manifest_line",
    "carrier_event",
    "card",
  ]) {
    await ownerSql(`DELETE FROM ${table}`);
  }
  for (const table of ["permit_event", "permit_identity", "holder_token", "permit"]) await ownerSql(`DELETE FROM ${table}`);
  await ownerSql("DELETE FROM design_generation");
  await ownerSql(`INSERT INTO design_generation (kind, design, issue_from, issue_until, grace_days, requires_serial)
    SELECT k, d, CASE d WHEN 'old' THEN '2012-01-01'::date ELSE '${cutOver}' END, CASE d WHEN 'old' THEN '${cutOver}'::date - 1 END, 21, d = 'new'
    FROM unnest(${kinds}) k, unnest(ARRAY['old', 'new']) d`);
  await ownerSql(
    `INSERT INTO permit (province_id, number, kind, status, given_names, surname, sex, nationality, person_key, valid_from, valid_to, ended_on, registered_at, updated_at)
     SELECT (ARRAY[68, 42, 68, 34])[n % 4 + 1], (4000000 + n)::text, k.kind, CASE WHEN n % 29 = 0 THEN 'cancelled' ELSE 'registered' END, 'Ad', 'Soyad', 'male', 'GEO',
       gen_random_uuid(), f.day, CASE WHEN k.kind <> 'permanent' THEN f.day + 364 + (n * 37) % 700 END, CASE WHEN n % 29 = 0 THEN f.day + 30 + (n * 13) % 300 END,
       f.day - 9, now()
     FROM generate_series(1, $1::int) n CROSS JOIN LATERAL (SELECT '2025-03-01'::date + (n * 61) % 640 AS day) f
     CROSS JOIN LATERAL (SELECT (${kinds})[CASE WHEN n % 11 = 0 THEN 2 WHEN n % 7 = 0 THEN 4 ELSE 1 END] AS kind) k`,
    [permits],
  );
  await ownerSql(
    `INSERT INTO card (province_id, permit_id, number, kind, design, work, work_since, whereabouts, whereabouts_since, validity, invalid_reason, activated_at, invalidated_at,
       valid_from, valid_to, issued_on, requested_at, updated_at)
     SELECT p.province_id, p.id, p.number, p.kind, CASE WHEN l.issued < '${cutOver}' OR l.n % 1500 = 7 THEN 'old' ELSE 'new' END, 'handed_to_ptt', now(), 'delivered', now(),
       CASE WHEN l.lost IS NOT NULL THEN 'invalidated' ELSE 'active' END, CASE WHEN l.lost IS NOT NULL THEN 'reported_lost' END, l.issued + 3, l.lost,
       p.valid_from, p.valid_to, l.issued, p.registered_at, now()
     FROM permit p CROSS JOIN LATERAL (SELECT p.number::int - 4000000 AS n, p.valid_from - 5 AS issued,
       CASE WHEN p.status = 'cancelled' THEN p.ended_on WHEN p.number::int % 23 = 0 THEN p.valid_from + 20 + (p.number::int * 7) % 330 END AS lost) l
     WHERE l.n % 17 <> 0 AND l.issued <= '${standingDay}' AND coalesce(l.lost <= '${standingDay}', true)`,
  );
  await ownerSql("SET session_replication_role = origin");
}

/** Past the columns that only a produced card has; the ledger's keys are another test's. */
export const withoutCardChecks = ["card_serial", "card_handed_over"];
