CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Closed sets, repeated from the contracts because they must survive a bug.
ALTER TABLE employer
  ADD CONSTRAINT employer_sector CHECK (sector ~ '^[A-U]$'),
  ADD CONSTRAINT employer_size CHECK (size_band IN ('1-9', '10-49', '50-249', '250+')),
  ADD CONSTRAINT employer_tax_number CHECK (tax_number ~ '^[0-9]{10}$');
ALTER TABLE permit_application
  ADD CONSTRAINT permit_application_outcome CHECK (outcome IN ('approved', 'refused', 'returned', 'withdrawn')),
  ADD CONSTRAINT permit_application_type CHECK (type IN ('first', 'extension')),
  ADD CONSTRAINT permit_application_education CHECK (education IN ('none', 'primary', 'secondary', 'vocational', 'bachelor', 'master', 'doctorate')),
  ADD CONSTRAINT permit_application_decided CHECK ((outcome IS NULL) = (decided_on IS NULL) AND decided_on >= submitted_on);
ALTER TABLE permit
  ADD CONSTRAINT permit_kind CHECK (kind IN ('fixed_term', 'permanent', 'independent', 'temporary_protection', 'international_protection',
    'exemption', 'turquoise')),
  ADD CONSTRAINT permit_status CHECK (status IN ('registered', 'cancelled', 'superseded', 'void')),
  ADD CONSTRAINT permit_sex CHECK (sex IN ('female', 'male')),
  ADD CONSTRAINT permit_nationality CHECK (nationality ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT permit_province CHECK (province_id BETWEEN 1 AND 81),
  -- P2: an end is never before the start, and missing only where the kind has none.
  ADD CONSTRAINT permit_dates CHECK (valid_from <= valid_to),
  ADD CONSTRAINT permit_end_by_kind CHECK (valid_to IS NOT NULL OR kind IN ('permanent', 'turquoise')),
  -- What was ended says from which day; what was not has no such day.
  ADD CONSTRAINT permit_ended CHECK ((status IN ('cancelled', 'superseded')) = (ended_on IS NOT NULL)),
  ADD CONSTRAINT permit_employer CHECK ((employer_id IS NULL) = (employer_tax_number IS NULL));
-- P4: effective intervals of one person, kind and employer do not overlap. Cut when cancelled or superseded, empty when void.
CREATE FUNCTION permit_effective(status text, valid_from date, valid_to date, ended_on date) RETURNS daterange
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN status = 'void' OR ended_on <= valid_from THEN 'empty'::daterange
    ELSE daterange(valid_from, least(valid_to + 1, ended_on), '[)') END
$$;
ALTER TABLE permit ADD CONSTRAINT permit_no_overlap EXCLUDE USING gist
  (person_key WITH =, kind WITH =, coalesce(employer_tax_number, '') WITH =, permit_effective(status, valid_from, valid_to, ended_on) WITH &&);
-- The clock state of a row at a day, the same rule as `stateOn` in lib/permits/permit.ts.
CREATE FUNCTION permit_state(status text, valid_from date, valid_to date, on_day date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN status <> 'registered' THEN status
    WHEN on_day < valid_from THEN 'not_yet'
    WHEN on_day > valid_to THEN 'expired'
    ELSE 'in_force' END
$$;
ALTER TABLE permit_event ADD CONSTRAINT permit_event_kind CHECK (kind IN
  ('registered', 'imported', 'amended', 'extended', 'superseded', 'cancelled', 'voided', 'transferred'));
ALTER TABLE human_task ADD CONSTRAINT human_task_kind CHECK (kind IN
  ('unknown_outcome', 'channels_exhausted', 'hand_delivery', 'quarantined_evidence', 'detsis_conflict', 'permit_conflict'));
ALTER TABLE proposal
  ADD CONSTRAINT proposal_state CHECK (state IN ('proposed', 'executed', 'refused', 'withdrawn')),
  -- Security 3: the second person is another one.
  ADD CONSTRAINT proposal_two_persons CHECK (state NOT IN ('executed', 'refused') OR decided_by_id <> proposed_by_id);
ALTER TABLE saved_view ADD CONSTRAINT saved_view_visibility CHECK (visibility IN ('private', 'shared', 'province_default'));
ALTER TABLE import_run ADD CONSTRAINT import_run_state CHECK (state IN
  ('uploaded', 'checking', 'checked', 'committing', 'committed', 'failed', 'abandoned'));
ALTER TABLE import_row ADD CONSTRAINT import_row_outcome CHECK (outcome IN ('new', 'changed', 'same', 'invalid', 'duplicate'));
ALTER TABLE export_run ADD CONSTRAINT export_run_state CHECK (state IN ('waiting', 'running', 'done', 'failed'));

-- Numbers that the system gives: after every number seen.
CREATE SEQUENCE permit_number START 9000001;
GRANT USAGE ON SEQUENCE permit_number TO izin_base;

CREATE INDEX name_token_trigram ON name_token USING gin (folded gin_trgm_ops);
GRANT SELECT, INSERT ON name_token TO izin_base;
GRANT USAGE ON SEQUENCE name_token_id_seq TO izin_base;
GRANT SELECT, INSERT, UPDATE ON data_key TO izin_base;
GRANT USAGE ON SEQUENCE data_key_id_seq TO izin_base;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['employer', 'permit_application', 'permit', 'permit_identity', 'permit_event', 'holder_token', 'employer_token',
    'permit_selection', 'proposal', 'saved_view', 'import_run', 'import_row', 'import_mapping', 'export_run']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY country ON %I TO izin_country USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY province ON %I TO izin_province USING (province_id = current_setting(''app.province'')::smallint) '
                   'WITH CHECK (province_id = current_setting(''app.province'')::smallint)', t);
    EXECUTE format('GRANT SELECT ON %I TO izin_base', t);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO izin_province, izin_country', t);
  END LOOP;
END $$;
-- Records stay; the history is append-only.
REVOKE DELETE ON permit, permit_identity, permit_application, permit_event, proposal FROM izin_province, izin_country;
REVOKE UPDATE ON permit_event FROM izin_province, izin_country;

-- P8: the only way a record changes its province, and it demands what two persons agreed on.
GRANT SELECT, UPDATE ON permit, permit_identity, holder_token TO izin_public;
GRANT SELECT, INSERT ON employer, employer_token, permit_application TO izin_public;
GRANT UPDATE ON permit_application TO izin_public;
GRANT SELECT ON proposal TO izin_public;
CREATE POLICY transfer ON permit TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY transfer ON permit_identity TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY transfer ON permit_application TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY transfer ON holder_token TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY transfer ON employer TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY transfer ON employer_token TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY transfer ON proposal FOR SELECT TO izin_public USING (true);
-- A move is an event in both provinces. Each sees its own alone, so the one that receives the record begins with all it is.
GRANT INSERT ON permit_event TO izin_public;
CREATE POLICY transfer ON permit_event FOR INSERT TO izin_public WITH CHECK (true);
GRANT CREATE ON SCHEMA public TO izin_public;

CREATE FUNCTION transfer_permit(wanted_proposal uuid, wanted_permit uuid, target smallint, moved_at timestamptz, told jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  source permit%ROWTYPE;
  target_employer uuid;
  moved permit%ROWTYPE;
BEGIN
  IF NOT EXISTS (SELECT FROM proposal p WHERE p.id = wanted_proposal AND p.kind = 'permit_transfer' AND p.subject_id = wanted_permit
      AND p.state = 'executed' AND p.decided_by_id <> p.proposed_by_id AND (p.payload ->> 'provinceId')::smallint = target
      AND p.decided_at = moved_at) THEN
    RAISE EXCEPTION 'no approved transfer' USING ERRCODE = '42501';
  END IF;
  SELECT * INTO STRICT source FROM permit WHERE id = wanted_permit FOR UPDATE;
  IF source.employer_id IS NOT NULL THEN
    INSERT INTO employer (province_id, tax_number, workplace_number, title, district, address, sector, size_band, is_demo)
      SELECT target, e.tax_number, e.workplace_number, e.title, '', e.address, e.sector, e.size_band, e.is_demo FROM employer e WHERE e.id = source.employer_id
      ON CONFLICT DO NOTHING;
    SELECT t.id INTO target_employer FROM employer t JOIN employer e ON e.id = source.employer_id
      WHERE t.province_id = target AND t.tax_number = e.tax_number AND t.workplace_number = e.workplace_number;
    INSERT INTO employer_token (token_id, province_id, employer_id)
      SELECT t.token_id, target, target_employer FROM employer_token t WHERE t.employer_id = source.employer_id ON CONFLICT DO NOTHING;
  END IF;
  UPDATE permit SET application_id = NULL, employer_id = target_employer,
    employer_tax_number = CASE WHEN target_employer IS NULL THEN NULL ELSE source.employer_tax_number END,
    province_id = target, updated_at = moved_at, version = version + 1 WHERE id = wanted_permit;
  -- The application follows unless another permit of the old province hangs on it.
  IF source.application_id IS NOT NULL AND NOT EXISTS (SELECT FROM permit WHERE application_id = source.application_id) THEN
    UPDATE permit_application SET province_id = target WHERE id = source.application_id;
    UPDATE permit SET application_id = source.application_id WHERE id = wanted_permit;
  END IF;
  UPDATE permit_identity SET province_id = target WHERE permit_id = wanted_permit;
  UPDATE holder_token SET province_id = target WHERE permit_id = wanted_permit;
  SELECT * INTO STRICT moved FROM permit WHERE id = wanted_permit;
  INSERT INTO permit_event (permit_id, province_id, version, kind, at, on_date, actor_id, actor_name, approved_by, reason, file_id, change)
    VALUES (wanted_permit, source.province_id, moved.version, 'transferred', moved_at, (told ->> 'on')::date, (told ->> 'actorId')::uuid, told ->> 'actorName',
      told ->> 'approvedBy', told ->> 'reason', (told ->> 'fileId')::uuid, jsonb_build_object('provinceId', target)),
    (wanted_permit, target, moved.version, 'transferred', moved_at, (told ->> 'on')::date, (told ->> 'actorId')::uuid, told ->> 'actorName',
      told ->> 'approvedBy', told ->> 'reason', NULL, (told -> 'arrival') || jsonb_build_object('provinceId', target, 'employerId', moved.employer_id,
      'applicationId', moved.application_id));
END $$;
ALTER FUNCTION transfer_permit(uuid, uuid, smallint, timestamptz, jsonb) OWNER TO izin_public;
REVOKE ALL ON FUNCTION transfer_permit(uuid, uuid, smallint, timestamptz, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION transfer_permit(uuid, uuid, smallint, timestamptz, jsonb) TO izin_province, izin_country;
REVOKE CREATE ON SCHEMA public FROM izin_public;
