-- What ended in some days, of the whole country: what statistics count as cancelled is opened as its records.
CREATE INDEX "permit_ended_on_id_idx" ON "permit"("ended_on", "id");
