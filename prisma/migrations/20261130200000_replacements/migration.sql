-- A circular that has gone out is not taken back: another one takes its place or cancels it (A24). What is stored is which
-- one it replaces, how and why; the replaced one changes when the other is sent.
ALTER TABLE "circular"
  ADD COLUMN "replaces_id" UUID,
  ADD COLUMN "replacement" TEXT,
  ADD COLUMN "replace_reason" TEXT;

-- The province stands in the key: a circular replaces none of another province.
CREATE UNIQUE INDEX "circular_id_province_id_key" ON "circular"("id", "province_id");
CREATE INDEX "circular_replaces_id_idx" ON "circular"("replaces_id");
ALTER TABLE "circular" ADD CONSTRAINT "circular_replaces_id_province_id_fkey" FOREIGN KEY ("replaces_id", "province_id")
  REFERENCES "circular"("id", "province_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE circular
  ADD CONSTRAINT circular_replacement CHECK (replacement IN ('supersede', 'cancel')),
  ADD CONSTRAINT circular_replacement_is_whole CHECK (num_nonnulls(replaces_id, replacement, replace_reason) IN (0, 3)),
  ADD CONSTRAINT circular_replaces_another CHECK (replaces_id <> id);
-- One at a time; a replacement that was withdrawn leaves the place free.
CREATE UNIQUE INDEX circular_one_replacement ON circular (replaces_id) WHERE replaces_id IS NOT NULL AND state <> 'withdrawn';

-- What was never handed over when its letter was replaced, and never will be.
ALTER TABLE delivery DROP CONSTRAINT delivery_state;
ALTER TABLE delivery
  ADD CONSTRAINT delivery_state CHECK (state IN ('planned', 'claimed', 'retrying', 'outcome_unknown', 'submitted', 'accepted',
    'delivered', 'read', 'rejected', 'bounced', 'too_large', 'address_invalid', 'expired', 'stopped')),
  ADD CONSTRAINT delivery_stopped_is_over CHECK (state <> 'stopped' OR next_check_at IS NULL);

-- What a visitor learns of the letter that took another's place: its number and date.
GRANT CREATE ON SCHEMA public TO izin_public;
CREATE FUNCTION public_replacement(code uuid) RETURNS TABLE (document_number text, document_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.document_number, n.document_on FROM circular c JOIN circular n ON n.replaces_id = c.id AND n.dispatched_at IS NOT NULL
  WHERE c.verification_code = code AND c.signed_at IS NOT NULL AND c.state IN ('superseded', 'cancelled')
$$;
ALTER FUNCTION public_replacement(uuid) OWNER TO izin_public;
REVOKE ALL ON FUNCTION public_replacement(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_replacement(uuid) TO izin_base;
REVOKE CREATE ON SCHEMA public FROM izin_public;
