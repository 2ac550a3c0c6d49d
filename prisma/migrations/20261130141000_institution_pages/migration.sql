-- The directory of the country is read by the page, in the Turkish order of names, within a province and without one.
DROP INDEX "institution_province_id_name_idx";
CREATE INDEX "institution_province_id_name_id_idx" ON "institution"("province_id", "name" COLLATE "tr-x-icu", "id");
CREATE INDEX "institution_name_id_idx" ON "institution"("name" COLLATE "tr-x-icu", "id");
CREATE INDEX "institution_kind_name_id_idx" ON "institution"("kind", "name" COLLATE "tr-x-icu", "id");

-- What a search looks in: name, district, DETSİS number and addresses, folded as `foldTr` folds the question.
ALTER TABLE "institution" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '';
CREATE INDEX "institution_search_text_trigram" ON "institution" USING gin ("search_text" gin_trgm_ops);

CREATE FUNCTION fold_tr(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(replace(replace(replace(translate(
    regexp_replace(normalize(lower(normalize(words, NFC) COLLATE "tr-x-icu"), NFD), '[\u0300-\u036f]', '', 'g'),
    'ıøđł', 'iodl'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), '\s+', ' ', 'g'))
$$;

CREATE FUNCTION institution_search_text(wanted uuid, name text, district text, detsis_number text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT fold_tr(concat_ws(' ', name, district, detsis_number, string_agg(c.address, ' ' ORDER BY c.position)))
  FROM institution_channel c WHERE c.institution_id = wanted
$$;

CREATE FUNCTION institution_is_found() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.search_text := institution_search_text(NEW.id, NEW.name, NEW.district, NEW.detsis_number);
  RETURN NEW;
END $$;
CREATE TRIGGER institution_is_found BEFORE INSERT OR UPDATE OF name, district, detsis_number ON institution
  FOR EACH ROW EXECUTE FUNCTION institution_is_found();

CREATE FUNCTION institution_is_found_by_address() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE institution i SET search_text = institution_search_text(i.id, i.name, i.district, i.detsis_number)
  WHERE i.id = coalesce(NEW.institution_id, OLD.institution_id);
  RETURN NULL;
END $$;
CREATE TRIGGER institution_is_found_by_address AFTER INSERT OR UPDATE OR DELETE ON institution_channel
  FOR EACH ROW EXECUTE FUNCTION institution_is_found_by_address();

-- The owner sees no row while policies are forced on them.
ALTER TABLE institution NO FORCE ROW LEVEL SECURITY;
ALTER TABLE institution_channel NO FORCE ROW LEVEL SECURITY;
UPDATE institution SET search_text = institution_search_text(id, name, district, detsis_number);
ALTER TABLE institution FORCE ROW LEVEL SECURITY;
ALTER TABLE institution_channel FORCE ROW LEVEL SECURITY;
