-- A confirmed address is kept as it was written; only the key that seals it may be replaced by a newer one (keys:rotate).
GRANT UPDATE (address, key_id) ON card_address TO izin_country;
CREATE FUNCTION card_address_is_resealed() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.key_id <= OLD.key_id THEN RAISE EXCEPTION 'an address is sealed again under a newer key, or not touched' USING ERRCODE = 'ZK010'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER card_address_is_resealed BEFORE UPDATE OF address, key_id ON card_address FOR EACH ROW EXECUTE FUNCTION card_address_is_resealed();
