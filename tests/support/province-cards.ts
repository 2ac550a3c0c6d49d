import type { Actor } from "../../lib/access/policy.ts";
import { ownerSql } from "./database.ts";

/** A returned card of a province with its history, its address and the exception that waits; and a paper and a count of the ledger. */
export async function fillCards(provinceId: number, officer: Actor): Promise<void> {
  const [card] = await ownerSql<{ id: string }>(
    `INSERT INTO card (province_id, permit_id, number, kind, design, work, work_since, whereabouts, whereabouts_since, validity, activated_at, valid_from, valid_to,
            issued_on, requested_at, barcode, updated_at)
     SELECT province_id, id, '8800' || lpad($1::text, 4, '0'), kind, 'old', 'handed_to_ptt', now(), 'returned_held', now(), 'active', now(), valid_from, valid_to,
            valid_from, now(), 'KP880000' || lpad($1::text, 2, '0') || '0TR', now() FROM permit WHERE number = '660' || $1::int RETURNING id`,
    [provinceId],
  );
  await ownerSql(
    `INSERT INTO card_event (card_id, province_id, version, axis, kind, at, on_date, actor_name, change) SELECT id, province_id, 1, 'record', 'imported', now(), current_date, 'Deneme',
       jsonb_build_object('work', work, 'whereabouts', whereabouts, 'validity', validity) FROM card WHERE id = $1`,
    [card?.id],
  );
  await ownerSql(
    `INSERT INTO card_exception (card_id, province_id, kind, cause, detail, opened_at, due_on) VALUES ($1, $2, 'returned', 'address_unknown', 'Geri geldi.', now(), current_date)`,
    [card?.id, provinceId],
  );
  await ownerSql(
    `INSERT INTO carrier_event (card_id, province_id, barcode, code, text, branch, carrier_time, sequence, received_at, raw)
     SELECT id, province_id, barcode, '160', 'İade', 'Şube', now(), 1, now(), '{}' FROM card WHERE id = $1`,
    [card?.id],
  );
  await ownerSql(
    `INSERT INTO stock_document (name, media_type, size, sha256, bytes, uploaded_by_id, created_at) VALUES ('tutanak.pdf', 'application/pdf', 1, sha256('x'), 'x', $1, now())`,
    [officer.id],
  );
  await ownerSql(
    `INSERT INTO stock_count (number, series, account, started_at, started_by_name, state, closed_at) VALUES ('S-' || $1::int, 'A26', 'qa_sample', now(), 'Deneme', 'abandoned', now())`,
    [provinceId],
  );
}
