-- Found by planning every address's statements at 200,000 rows a table: each of these was a scan of a whole table.

-- Registers of the country (auditor, ministry), newest first, and the audit trail by date.
CREATE INDEX "incoming_letter_received_at_id_idx" ON "incoming_letter"("received_at" DESC, "id");
CREATE INDEX "circular_state_updated_at_id_idx" ON "circular"("state", "updated_at" DESC, "id");
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- The circulars that came of a letter, the latest dispatches, the tasks about a recipient.
CREATE INDEX "circular_incoming_letter_id_idx" ON "circular"("incoming_letter_id");
CREATE INDEX "circular_province_id_dispatched_at_idx" ON "circular"("province_id", "dispatched_at" DESC);
CREATE INDEX "circular_dispatched_at_idx" ON "circular"("dispatched_at" DESC);
CREATE INDEX "human_task_recipient_id_idx" ON "human_task"("recipient_id");
