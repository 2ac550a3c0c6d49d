-- The list of cards is cut newest first under any filter. What the filters ask for stands in the index behind the order, so that
-- rows that do not fit are passed over without being fetched from the table.
DROP INDEX "card_requested_at_id_idx";
CREATE INDEX "card_newest" ON "card"("requested_at", "id", "design", "validity", "kind", "whereabouts", "work", "valid_to");

-- Cards that are valid on a day are counted from the index alone, which takes the first day as well as the last.
DROP INDEX "card_population";
CREATE INDEX "card_population" ON "card"("province_id", "design", "validity", "kind", "valid_to", "valid_from");

-- What is still being made: a few thousand of millions.
CREATE INDEX card_in_production ON card (work, kind, work_since, design, validity, province_id)
  WHERE work = ANY (ARRAY['requested', 'queued', 'rejected_by_partner', 'in_batch', 'personalised', 'qc_pass', 'packed']);
