-- Who gave a signing authority, on what ground, and when it was taken back before its last day (A35). Those that came with an
-- account have no giver.
ALTER TABLE "signing_authority"
  ADD COLUMN "ground" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "given_by_id" UUID,
  ADD COLUMN "given_by_name" TEXT,
  ADD COLUMN "given_at" TIMESTAMPTZ(3),
  ADD COLUMN "ended_at" TIMESTAMPTZ(3),
  ADD COLUMN "ended_by_name" TEXT;
ALTER TABLE signing_authority
  ADD CONSTRAINT signing_authority_days CHECK (valid_to >= valid_from),
  ADD CONSTRAINT signing_authority_given_is_whole CHECK (num_nonnulls(given_by_id, given_by_name, given_at) IN (0, 3)),
  ADD CONSTRAINT signing_authority_ended_is_whole CHECK ((ended_at IS NULL) = (ended_by_name IS NULL)),
  -- Nobody signs in own right by another's gift, and what was given ends.
  ADD CONSTRAINT signing_authority_gift_ends CHECK (given_at IS NULL OR (kind <> 'own' AND valid_to IS NOT NULL AND on_behalf_of IS NOT NULL)),
  ADD CONSTRAINT signing_authority_once EXCLUDE USING gist (user_id WITH =, unit_id WITH =, kind WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
    WHERE (ended_at IS NULL);
-- A letter was signed by it: it is ended, never removed.
REVOKE DELETE ON signing_authority FROM izin_province, izin_country;
