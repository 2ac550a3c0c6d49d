-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "totp_at" TIMESTAMPTZ(3),
ADD COLUMN     "password_at" TIMESTAMPTZ(3),
ADD COLUMN     "needs_set_up" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "set_up_link" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "asks_identity" BOOLEAN NOT NULL DEFAULT false,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "set_up_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_user_id_code_hash_key" ON "recovery_code"("user_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "set_up_link_token_hash_key" ON "set_up_link"("token_hash");

-- CreateIndex
CREATE INDEX "set_up_link_user_id_idx" ON "set_up_link"("user_id");

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "set_up_link" ADD CONSTRAINT "set_up_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Accounts change by the system administrators' own role alone, and no role of the application reads a password or a secret:
-- those are seen by the functions below and by sign-in's.
REVOKE INSERT, UPDATE, DELETE ON user_account, unit FROM izin_province, izin_country;
REVOKE SELECT ON user_account FROM izin_base;
GRANT SELECT (id, province_id, unit_id, username, name, title, phone, role, totp_at, password_at, needs_set_up, disabled_at, is_demo, version)
  ON user_account TO izin_base;
GRANT USAGE ON SCHEMA public TO izin_accounts;
GRANT INSERT, UPDATE ON user_account, unit TO izin_accounts;
GRANT INSERT, UPDATE ON proposal TO izin_accounts;
GRANT SELECT, INSERT, UPDATE ON set_up_link TO izin_accounts;
CREATE POLICY accounts ON user_account TO izin_accounts USING (true) WITH CHECK (true);
CREATE POLICY accounts ON unit TO izin_accounts USING (true) WITH CHECK (true);
CREATE POLICY accounts ON proposal TO izin_accounts
  USING (kind = 'user_change' AND province_id IS NULL) WITH CHECK (kind = 'user_change' AND province_id IS NULL);
ALTER TABLE user_account
  ADD CONSTRAINT user_username CHECK (username <> '' AND username !~ '[A-Z]'),
  -- A provincial role sees one province, any other none of its own.
  ADD CONSTRAINT user_province CHECK ((province_id IS NOT NULL) = (role LIKE 'provincial%'));

GRANT SELECT, INSERT, DELETE, UPDATE ON recovery_code TO izin_public;
GRANT SELECT, UPDATE ON set_up_link TO izin_public;
GRANT CREATE ON SCHEMA public TO izin_public;
SET ROLE izin_public;

UPDATE user_account SET totp_at = now() WHERE totp_secret IS NOT NULL;

-- What a signed-in person may know of their own account and nobody else of it: the session's number is the secret.
CREATE FUNCTION own_account(wanted_session uuid)
RETURNS TABLE (user_id uuid, phone text, password_at timestamptz, totp_at timestamptz, recovery_left int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.phone, u.password_at, u.totp_at,
         (SELECT count(*)::int FROM recovery_code c WHERE c.user_id = u.id AND c.used_at IS NULL)
  FROM session s JOIN user_account u ON u.id = s.user_id WHERE s.id = wanted_session AND s.revoked_at IS NULL
$$;

CREATE FUNCTION change_password(wanted_session uuid, new_hash text, changed_at timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE user_account u SET password_hash = new_hash, password_at = changed_at FROM session s
  WHERE s.id = wanted_session AND s.revoked_at IS NULL AND u.id = s.user_id RETURNING true
$$;

CREATE FUNCTION replace_recovery_codes(wanted_session uuid, hashes bytea[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM recovery_code c USING session s WHERE s.id = wanted_session AND s.revoked_at IS NULL AND c.user_id = s.user_id;
  INSERT INTO recovery_code (user_id, code_hash)
    SELECT s.user_id, h FROM session s, unnest(hashes) h WHERE s.id = wanted_session AND s.revoked_at IS NULL;
END $$;

-- The code that proved the new secret is used up with it.
CREATE FUNCTION enrol_second_factor(wanted_session uuid, sealed bytea, step int, enrolled_at timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH changed AS (
    UPDATE user_account u SET totp_secret = sealed, totp_last_step = step, totp_at = enrolled_at FROM session s
    WHERE s.id = wanted_session AND s.revoked_at IS NULL AND u.id = s.user_id RETURNING s.id)
  UPDATE session SET second_factor_at = coalesce(second_factor_at, enrolled_at) FROM changed WHERE session.id = changed.id RETURNING true
$$;

-- A recovery code counts once; how many are left is told, or null where it is none.
CREATE FUNCTION use_recovery_code(wanted_session uuid, hash bytea, used timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE owner uuid;
BEGIN
  UPDATE recovery_code c SET used_at = used FROM session s
    WHERE s.id = wanted_session AND s.revoked_at IS NULL AND c.user_id = s.user_id AND c.code_hash = hash AND c.used_at IS NULL
    RETURNING c.user_id INTO owner;
  IF owner IS NULL THEN RETURN NULL; END IF;
  UPDATE session SET second_factor_at = used WHERE id = wanted_session;
  RETURN (SELECT count(*)::int FROM recovery_code c WHERE c.user_id = owner AND c.used_at IS NULL);
END $$;

-- The account behind a live set-up link; unknown, used and expired ones are nothing alike.
CREATE FUNCTION set_up_account(hash bytea, asked_at timestamptz)
RETURNS TABLE (user_id uuid, username text, name text, title text, role text, province_id smallint, unit_name text, asks_identity boolean,
               expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.username, u.name, u.title, u.role, u.province_id, n.name, l.asks_identity, l.expires_at
  FROM set_up_link l JOIN user_account u ON u.id = l.user_id JOIN unit n ON n.id = u.unit_id
  WHERE l.token_hash = hash AND l.ended_at IS NULL AND l.expires_at > asked_at AND u.disabled_at IS NULL
$$;

-- Uses the link up and sets everything at once. `chosen` holds username, name and title where the link asks for them.
-- Earlier sessions end: whoever held the account before the link was given holds it no longer.
CREATE FUNCTION complete_set_up(hash bytea, new_hash text, sealed bytea, step int, hashes bytea[], chosen jsonb, at timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE link set_up_link%ROWTYPE;
BEGIN
  UPDATE set_up_link l SET ended_at = at WHERE l.token_hash = hash AND l.ended_at IS NULL AND l.expires_at > at RETURNING l.* INTO link;
  IF link.id IS NULL THEN RETURN NULL; END IF;
  UPDATE user_account u SET password_hash = new_hash, password_at = at, needs_set_up = false, version = u.version + 1,
    totp_secret = coalesce(sealed, u.totp_secret), totp_last_step = coalesce(step, u.totp_last_step),
    totp_at = CASE WHEN sealed IS NULL THEN u.totp_at ELSE at END,
    username = CASE WHEN link.asks_identity THEN chosen->>'username' ELSE u.username END,
    name = CASE WHEN link.asks_identity THEN chosen->>'name' ELSE u.name END,
    title = CASE WHEN link.asks_identity THEN chosen->>'title' ELSE u.title END
    WHERE u.id = link.user_id AND u.disabled_at IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE session s SET revoked_at = at WHERE s.user_id = link.user_id AND s.revoked_at IS NULL;
  IF sealed IS NOT NULL THEN
    DELETE FROM recovery_code c WHERE c.user_id = link.user_id;
    INSERT INTO recovery_code (user_id, code_hash) SELECT link.user_id, h FROM unnest(hashes) h;
  END IF;
  RETURN link.user_id;
END $$;

-- What a reset takes away besides: nobody enters by an old code.
CREATE FUNCTION forget_recovery_codes(wanted_user uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM recovery_code c WHERE c.user_id = wanted_user
$$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['own_account(uuid)', 'change_password(uuid,text,timestamptz)', 'replace_recovery_codes(uuid,bytea[])',
    'enrol_second_factor(uuid,bytea,int,timestamptz)', 'use_recovery_code(uuid,bytea,timestamptz)', 'set_up_account(bytea,timestamptz)',
    'complete_set_up(bytea,text,bytea,int,bytea[],jsonb,timestamptz)']
  LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION ' || f || ' FROM PUBLIC';
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || f || ' TO izin_base';
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION forget_recovery_codes(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_recovery_codes(uuid) TO izin_accounts;

RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM izin_public;
