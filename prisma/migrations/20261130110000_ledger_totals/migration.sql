-- L2 at the price of ten rows. What an account ought to hold by the lines, and what it holds by the projection, are counted
-- apart: the lines by their own trigger, the holdings by theirs. At commit both must agree, account by account, and their sum
-- must be what the Mint declared. The sweep compares these totals with the lines and holdings themselves.
CREATE TABLE "account_total" (
    "series" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "moved" BIGINT NOT NULL DEFAULT 0,
    "held" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "account_total_pkey" PRIMARY KEY ("series", "account")
);
ALTER TABLE "account_total" ADD CONSTRAINT "account_total_series_fkey" FOREIGN KEY ("series") REFERENCES "series"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- The same few rows are written again and again: room for their next versions on the same page, and vacuum before they are many.
ALTER TABLE account_total SET (fillfactor = 40, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE account_total ADD CONSTRAINT account_total_account CHECK (account IN ('outside', 'mint_declared', 'transit_mint_nvi', 'nvi_vault', 'nvi_floor',
    'spoiled_held', 'qa_sample', 'consumed', 'destroyed', 'missing', 'written_off'));

INSERT INTO account_total (series, account, moved, held)
  SELECT series, account, sum(moved), sum(held) FROM (
    SELECT series, from_account AS account, lower(serials) - upper(serials) AS moved, 0 AS held FROM movement_line
    UNION ALL SELECT series, to_account, upper(serials) - lower(serials), 0 FROM movement_line
    UNION ALL SELECT series, account, 0, upper(serials) - lower(serials) FROM holding) counted
  GROUP BY series, account;

-- What the lines say. Once a statement: a batch moves hundreds of lines.
CREATE FUNCTION count_movement_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- A movement that was written earlier has all its lines already.
  IF EXISTS (SELECT FROM movement m JOIN movement_line l ON l.movement_id = m.id WHERE m.id IN (SELECT movement_id FROM added)
      GROUP BY m.id HAVING sum(upper(l.serials) - lower(l.serials)) > m.quantity) THEN
    RAISE EXCEPTION 'a movement has more lines than its quantity' USING ERRCODE = 'ZL002';
  END IF;
  INSERT INTO account_total AS t (series, account, moved)
    SELECT series, account, sum(size) FROM (
      SELECT series, from_account AS account, lower(serials) - upper(serials) AS size FROM added
      UNION ALL SELECT series, to_account, upper(serials) - lower(serials) FROM added) ways
    GROUP BY series, account ORDER BY series, account
  ON CONFLICT (series, account) DO UPDATE SET moved = t.moved + EXCLUDED.moved;
  RETURN NULL;
END $$;
CREATE TRIGGER count_movement_lines AFTER INSERT ON movement_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_movement_lines();

-- What is held, whoever writes it: the line's trigger, or somebody with more rights than the application.
CREATE FUNCTION count_holding() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE account_total SET held = held - (upper(OLD.serials) - lower(OLD.serials)) WHERE series = OLD.series AND account = OLD.account;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO account_total AS t (series, account, held) VALUES (NEW.series, NEW.account, upper(NEW.serials) - lower(NEW.serials))
      ON CONFLICT (series, account) DO UPDATE SET held = t.held + EXCLUDED.held;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_holding AFTER INSERT OR UPDATE OR DELETE ON holding FOR EACH ROW EXECUTE FUNCTION count_holding();

CREATE OR REPLACE FUNCTION check_movement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  declared bigint;
  held bigint;
  differing text;
BEGIN
  IF NEW.quantity <> (SELECT coalesce(sum(upper(l.serials) - lower(l.serials)), 0) FROM movement_line l WHERE l.movement_id = NEW.id) THEN
    RAISE EXCEPTION 'a movement of % serials has other lines', NEW.quantity USING ERRCODE = 'ZL002';
  END IF;
  IF NEW.kind = 'reverse' AND NEW.quantity <> (SELECT m.quantity FROM movement m WHERE m.id = NEW.reverses_id) THEN
    RAISE EXCEPTION 'a reversal takes back the whole movement' USING ERRCODE = 'ZL008';
  END IF;
  -- L5: a serial is consumed with its card, in one transaction.
  IF NEW.kind = 'consume' AND EXISTS (
      SELECT FROM movement_line l WHERE l.movement_id = NEW.id AND upper(l.serials) - lower(l.serials) <>
        (SELECT count(*) FROM card c WHERE c.series = l.series AND c.serial >= lower(l.serials) AND c.serial < upper(l.serials))) THEN
    RAISE EXCEPTION 'a consumed serial has no card' USING ERRCODE = 'ZL005';
  END IF;
  -- L2: nothing came from nowhere, account by account and in sum.
  SELECT string_agg(format('%s: %s moved, %s held', t.account, t.moved, t.held), '; ') FILTER (WHERE t.account <> 'outside' AND t.moved <> t.held),
    coalesce(sum(t.held), 0) INTO differing, held FROM account_total t WHERE t.series = NEW.series;
  IF differing IS NOT NULL THEN RAISE EXCEPTION 'series %: %', NEW.series, differing USING ERRCODE = 'ZL002'; END IF;
  SELECT coalesce(sum(CASE l.from_account WHEN 'outside' THEN 1 ELSE -1 END * (upper(l.serials) - lower(l.serials))), 0) INTO declared
    FROM movement_line l WHERE l.series = NEW.series AND (l.from_account = 'outside' OR l.to_account = 'outside');
  IF declared <> held THEN RAISE EXCEPTION 'series %: % declared, % held', NEW.series, declared, held USING ERRCODE = 'ZL002'; END IF;
  RETURN NULL;
END $$;

GRANT SELECT ON account_total TO izin_country;
-- A function that writes with its owner's rights is attached to no table but its own: whoever may not call it may not make it
-- the trigger of a table of theirs either.
REVOKE EXECUTE ON FUNCTION post_movement_line(), check_movement(), count_movement_lines(), count_holding(), follow_permit(), card_within_permit(),
  card_serial_is_consumed() FROM PUBLIC;
