GRANT SELECT ON installation TO izin_public;
GRANT CREATE ON SCHEMA public TO izin_public;
SET ROLE izin_public;

-- The demo's sign-in page shows a code that is still unused; nobody else's last step can be asked for.
CREATE FUNCTION demo_last_steps() RETURNS TABLE (username text, last_step int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.username, u.totp_last_step FROM user_account u
  WHERE u.is_demo AND EXISTS (SELECT FROM installation i WHERE i.mode = 'demo')
$$;
REVOKE ALL ON FUNCTION demo_last_steps() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION demo_last_steps() TO izin_base;

-- Wrong passwords are counted in rate_window by the name that was typed, before the password is looked at: unknown
-- names lock like known ones, and parallel guesses count one by one.
DROP FUNCTION note_sign_in_failure(uuid, int, timestamptz);

-- Opens the session of a user who is not disabled; none for anybody else.
CREATE OR REPLACE FUNCTION open_session(wanted uuid, opened_at timestamptz, ends_at timestamptz, agent text) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO session (user_id, created_at, seen_at, expires_at, user_agent)
  SELECT u.id, opened_at, opened_at, ends_at, left(agent, 200) FROM user_account u WHERE u.id = wanted AND u.disabled_at IS NULL
  RETURNING id
$$;

RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM izin_public;
