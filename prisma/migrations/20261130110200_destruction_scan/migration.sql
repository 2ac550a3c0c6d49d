-- L6: destroyed paper has a scanned record. What was destroyed before this rule stays as it was written.
ALTER TABLE movement ADD CONSTRAINT movement_destruction_scan CHECK (kind <> 'destroy' OR document_id IS NOT NULL) NOT VALID;
