-- Closed sets, repeated from the contracts because they must survive a bug.
ALTER TABLE installation
  ADD CONSTRAINT installation_single CHECK (id = 1),
  ADD CONSTRAINT installation_mode CHECK (mode IN ('demo', 'training', 'production'));
ALTER TABLE user_account ADD CONSTRAINT user_role CHECK (role IN
  ('provincial_officer', 'provincial_chief', 'provincial_director', 'ministry_officer', 'ministry_signatory',
   'stock_custodian', 'ministry_analyst', 'auditor', 'system_admin'));
ALTER TABLE signing_authority ADD CONSTRAINT signing_authority_kind CHECK (kind IN ('own', 'proxy', 'delegation'));
ALTER TABLE institution
  ADD CONSTRAINT institution_relation CHECK (relation IN ('superior', 'peer', 'subordinate', 'private_body')),
  ADD CONSTRAINT institution_detsis CHECK (detsis_number ~ '^[1-9][0-9]{7}$');
ALTER TABLE institution_channel ADD CONSTRAINT institution_channel_kind CHECK (kind IN ('kep', 'email', 'hand', 'post'));
ALTER TABLE distribution_list_member ADD CONSTRAINT distribution_list_member_role CHECK (role IN ('action', 'information'));
ALTER TABLE circular
  ADD CONSTRAINT circular_state CHECK (state IN ('draft', 'in_initials', 'awaiting_signature', 'prepared', 'signed',
    'dispatching', 'dispatched', 'withdrawn', 'superseded', 'cancelled')),
  ADD CONSTRAINT circular_urgency CHECK (urgency IN ('normal', 'urgent', 'timed')),
  -- N9: a time-limited letter has its date once it has left the drafter's desk.
  ADD CONSTRAINT circular_timed_has_due_date CHECK (urgency <> 'timed' OR due_on IS NOT NULL OR state IN ('draft', 'withdrawn')),
  -- N1, N3: a signed letter has everything its signature and its verification bind.
  ADD CONSTRAINT circular_signed_is_whole CHECK (state NOT IN ('signed', 'dispatching', 'dispatched') OR
    (document_number IS NOT NULL AND verification_code IS NOT NULL AND document_digest IS NOT NULL
     AND signature_file_id IS NOT NULL AND content_digest IS NOT NULL)),
  -- N2
  ADD CONSTRAINT circular_drafter_is_not_signatory CHECK (state NOT IN ('signed', 'dispatching', 'dispatched') OR prepared_by_id <> drafted_by_id);
ALTER TABLE circular_review ADD CONSTRAINT circular_review_decision CHECK (decision IN ('initialled', 'returned'));
ALTER TABLE circular_recipient
  ADD CONSTRAINT circular_recipient_role CHECK (role IN ('action', 'information')),
  ADD CONSTRAINT circular_recipient_waiver CHECK ((waived_at IS NULL) = (waive_reason IS NULL));
ALTER TABLE declaration
  ADD CONSTRAINT declaration_kind CHECK (kind IN ('acknowledged', 'action_reported')),
  ADD CONSTRAINT declaration_source CHECK (source IN ('link', 'phone'));
ALTER TABLE document_number
  ADD CONSTRAINT document_number_fate CHECK (fate IN ('signed', 'voided')),
  ADD CONSTRAINT document_number_void_reason CHECK (fate IS DISTINCT FROM 'voided' OR reason IS NOT NULL);
ALTER TABLE delivery
  ADD CONSTRAINT delivery_state CHECK (state IN ('planned', 'claimed', 'retrying', 'outcome_unknown', 'submitted', 'accepted',
    'delivered', 'read', 'rejected', 'bounced', 'too_large', 'address_invalid', 'expired')),
  ADD CONSTRAINT delivery_purpose CHECK (purpose IN ('letter', 'reminder')),
  ADD CONSTRAINT delivery_channel CHECK (channel IN ('kep', 'email', 'hand', 'post')),
  -- R3: what a machine still has to look at says when.
  ADD CONSTRAINT delivery_waits_with_a_check CHECK (state NOT IN ('claimed', 'retrying', 'outcome_unknown') OR next_check_at IS NOT NULL);
ALTER TABLE evidence
  ADD CONSTRAINT evidence_status CHECK (status IN ('received', 'matched', 'duplicate', 'quarantined')),
  ADD CONSTRAINT evidence_signature CHECK (signature_state IN ('not_verified', 'valid', 'invalid')),
  ADD CONSTRAINT evidence_quarantine_reason CHECK (status <> 'quarantined' OR reason IS NOT NULL);
-- A provider's evidence counts once, however often it arrives.
CREATE UNIQUE INDEX evidence_identifier_once ON evidence (identifier) WHERE status = 'matched';
CREATE UNIQUE INDEX human_task_open_once ON human_task (kind, recipient_id) WHERE closed_at IS NULL AND recipient_id IS NOT NULL;

-- Plain grants on tables without a province; the login holds them through izin_base.
GRANT USAGE ON SCHEMA public TO izin_base, izin_public, izin_sealer;
GRANT SELECT ON installation TO izin_base;
GRANT SELECT, INSERT, UPDATE ON session TO izin_base;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key, rate_window TO izin_base;

-- Row scope. One policy per database role: a country policy costs nothing, a province policy becomes an index condition.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables x USING (table_schema, table_name)
           WHERE c.table_schema = 'public' AND c.column_name = 'province_id' AND x.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY country ON %I TO izin_country USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY province ON %I TO izin_province USING (province_id = current_setting(''app.province'')::smallint) '
                   'WITH CHECK (province_id = current_setting(''app.province'')::smallint)', t);
    EXECUTE format('GRANT SELECT ON %I TO izin_base', t);
    IF t <> 'audit_event' THEN
      EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO izin_province, izin_country', t);
    END IF;
  END LOOP;
END $$;
-- Evidence and the number register are never deleted by the application.
REVOKE DELETE ON evidence, document_number, declaration, delivery FROM izin_province, izin_country;

-- Audit: insert and read, nothing else.
GRANT INSERT ON audit_event TO izin_base;
GRANT USAGE ON SEQUENCE audit_event_id_seq TO izin_base;
CREATE POLICY append ON audit_event FOR INSERT TO izin_base WITH CHECK (true);
CREATE POLICY seal ON audit_event FOR SELECT TO izin_sealer USING (true);
GRANT SELECT ON audit_event TO izin_sealer;
GRANT SELECT, INSERT ON audit_seal TO izin_sealer;
GRANT SELECT ON audit_seal TO izin_base;

-- What may be read before anybody is known, by secret: sign-in, session, public letter, recipient's link.
-- The functions belong to izin_public, which has its own narrow policies (under FORCE the owner sees nothing).
GRANT CREATE ON SCHEMA public TO izin_public;
GRANT SELECT, UPDATE ON user_account TO izin_public;
GRANT SELECT ON unit, circular, circular_recipient, file, delivery TO izin_public;
GRANT SELECT, INSERT, UPDATE ON session TO izin_public;
CREATE POLICY sign_in ON user_account TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY sign_in ON unit FOR SELECT TO izin_public USING (true);
CREATE POLICY verify ON circular FOR SELECT TO izin_public USING (verification_code IS NOT NULL);
CREATE POLICY link ON circular_recipient FOR SELECT TO izin_public USING (true);
CREATE POLICY verify ON file FOR SELECT TO izin_public USING (true);
CREATE POLICY match ON delivery FOR SELECT TO izin_public USING (true);

CREATE FUNCTION sign_in_user(wanted text)
RETURNS TABLE (id uuid, password_hash text, failed_count int, locked_until timestamptz, disabled boolean, role text, province_id smallint, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.password_hash, u.failed_count, u.locked_until, u.disabled_at IS NOT NULL, u.role, u.province_id, u.name
  FROM user_account u WHERE u.username = wanted
$$;

CREATE FUNCTION note_sign_in_failure(wanted uuid, lock_after int, lock_until timestamptz)
RETURNS TABLE (failed_count int, locked boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE user_account u
  SET failed_count = CASE WHEN u.failed_count + 1 >= lock_after THEN 0 ELSE u.failed_count + 1 END,
      locked_until = CASE WHEN u.failed_count + 1 >= lock_after THEN lock_until ELSE u.locked_until END
  WHERE u.id = wanted
  RETURNING u.failed_count, u.locked_until IS NOT DISTINCT FROM lock_until
$$;

CREATE FUNCTION open_session(wanted uuid, opened_at timestamptz, ends_at timestamptz, agent text) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE user_account SET failed_count = 0, locked_until = NULL WHERE id = wanted;
  INSERT INTO session (user_id, created_at, seen_at, expires_at, user_agent)
  VALUES (wanted, opened_at, opened_at, ends_at, left(agent, 200)) RETURNING id;
$$;

CREATE FUNCTION find_session(wanted uuid)
RETURNS TABLE (id uuid, user_id uuid, created_at timestamptz, seen_at timestamptz, expires_at timestamptz, second_factor_at timestamptz,
               revoked_at timestamptz, name text, title text, username text, role text, province_id smallint, unit_id uuid, unit_name text,
               disabled boolean, preferences jsonb, totp_secret bytea, totp_last_step int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.user_id, s.created_at, s.seen_at, s.expires_at, s.second_factor_at, s.revoked_at, u.name, u.title, u.username, u.role,
         u.province_id, u.unit_id, n.name, u.disabled_at IS NOT NULL, u.preferences, u.totp_secret, u.totp_last_step
  FROM session s JOIN user_account u ON u.id = s.user_id JOIN unit n ON n.id = u.unit_id
  WHERE s.id = wanted
$$;

-- A one-time code counts once: the step only moves forward.
CREATE FUNCTION accept_second_factor(wanted_session uuid, step int, accepted_at timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH moved AS (
    UPDATE user_account u SET totp_last_step = step FROM session s
    WHERE s.id = wanted_session AND u.id = s.user_id AND (u.totp_last_step IS NULL OR u.totp_last_step < step)
    RETURNING s.id)
  UPDATE session SET second_factor_at = accepted_at FROM moved WHERE session.id = moved.id RETURNING true
$$;

CREATE FUNCTION save_preferences(wanted uuid, chosen jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE user_account SET preferences = chosen WHERE id = wanted
$$;

CREATE FUNCTION public_letter(code uuid)
RETURNS TABLE (circular_id uuid, state text, document_number text, document_on date, subject text, heading text[], unit_name text,
               signed_at timestamptz, document_digest bytea, document_pages int, recipient_count bigint, document_file_id uuid, signature_file_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.state, c.document_number, c.document_on, c.subject, n.heading, n.name, c.signed_at, c.document_digest, c.document_pages,
         (SELECT count(*) FROM circular_recipient r WHERE r.circular_id = c.id), c.document_file_id, c.signature_file_id
  FROM circular c JOIN unit n ON n.id = c.unit_id
  WHERE c.verification_code = code AND c.signed_at IS NOT NULL
$$;

CREATE FUNCTION public_letter_files(code uuid) RETURNS TABLE (document bytea, signature bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.bytes, s.bytes FROM circular c JOIN file d ON d.id = c.document_file_id JOIN file s ON s.id = c.signature_file_id
  WHERE c.verification_code = code AND c.signed_at IS NOT NULL AND c.state IN ('signed', 'dispatching', 'dispatched')
$$;

CREATE FUNCTION public_link(hash bytea) RETURNS TABLE (recipient_id uuid, province_id smallint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r.province_id FROM circular_recipient r WHERE r.link_hash = hash
$$;

CREATE FUNCTION delivery_by_message(wanted text) RETURNS TABLE (delivery_id uuid, province_id smallint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.province_id FROM delivery d WHERE d.message_id = wanted OR d.provider_id = wanted LIMIT 1
$$;
CREATE INDEX delivery_provider_id ON delivery (provider_id);

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['sign_in_user(text)', 'note_sign_in_failure(uuid,int,timestamptz)', 'open_session(uuid,timestamptz,timestamptz,text)',
    'find_session(uuid)', 'accept_second_factor(uuid,int,timestamptz)', 'save_preferences(uuid,jsonb)', 'public_letter(uuid)',
    'public_letter_files(uuid)', 'public_link(bytea)', 'delivery_by_message(text)']
  LOOP
    EXECUTE 'ALTER FUNCTION ' || f || ' OWNER TO izin_public';
    EXECUTE 'REVOKE ALL ON FUNCTION ' || f || ' FROM PUBLIC';
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || f || ' TO izin_base';
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM izin_public;
