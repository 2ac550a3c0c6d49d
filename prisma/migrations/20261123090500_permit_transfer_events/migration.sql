-- P8: a move is an event in both provinces. Each sees its own alone, so the one that receives the record begins with all it is.
DROP INDEX "permit_event_permit_id_version_key";
CREATE UNIQUE INDEX "permit_event_permit_id_version_province_id_key" ON "permit_event"("permit_id", "version", "province_id");
GRANT INSERT ON permit_event TO izin_public;
CREATE POLICY transfer ON permit_event FOR INSERT TO izin_public WITH CHECK (true);
DROP FUNCTION transfer_permit(uuid, uuid, smallint, timestamptz);
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
