-- The database roles that policies and grants are written for (architecture.md, "Scope twice"). Roles belong to the
-- whole server, not to one database, so this may run many times, also for several databases of one server.
--   izin_base      what the application's login may always do; no policy names it, so scoped tables yield no row
--   izin_province  one province's rows; izin_country  all rows: taken on by the first statement of a transaction
--   izin_accounts  accounts, units and proposals about accounts, of every province, and no other row
--   izin_public    owns the SECURITY DEFINER functions of sign-in and public pages; nobody can become it
--   izin_sealer    seals the audit chain
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['izin_base', 'izin_province', 'izin_country', 'izin_accounts', 'izin_public', 'izin_sealer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of this server was being set up at the same moment
      END;
    END IF;
  END LOOP;
  FOREACH wanted IN ARRAY ARRAY['izin_province', 'izin_country', 'izin_accounts'] LOOP
    IF NOT pg_has_role(wanted, 'izin_base', 'USAGE') THEN
      EXECUTE format('GRANT izin_base TO %I', wanted);
    END IF;
  END LOOP;
  -- An owner that is no superuser must be able to hand its functions over to izin_public.
  IF NOT pg_has_role(current_user, 'izin_public', 'SET') THEN
    GRANT izin_public TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
END
$$;
