-- Wrong passwords are counted in rate_window alone (decision 004): the account keeps no count of its own.
GRANT CREATE ON SCHEMA public TO izin_public;
SET ROLE izin_public;
DROP FUNCTION sign_in_user(text);
CREATE FUNCTION sign_in_user(wanted text)
RETURNS TABLE (id uuid, password_hash text, disabled boolean, role text, province_id smallint, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.password_hash, u.disabled_at IS NOT NULL, u.role, u.province_id, u.name FROM user_account u WHERE u.username = wanted
$$;
REVOKE ALL ON FUNCTION sign_in_user(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sign_in_user(text) TO izin_base;
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM izin_public;
ALTER TABLE user_account DROP COLUMN failed_count, DROP COLUMN locked_until;
