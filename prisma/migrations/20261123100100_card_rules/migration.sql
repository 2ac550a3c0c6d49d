-- Closed sets, repeated from the contracts because they must survive a bug.
ALTER TABLE series
  ADD CONSTRAINT series_code CHECK (code ~ '^[A-Z][A-Z0-9]{0,5}$'),
  ADD CONSTRAINT series_digits CHECK (digits BETWEEN 5 AND 12),
  ADD CONSTRAINT series_blocked CHECK ((blocked_at IS NULL) = (blocked_reason IS NULL));
ALTER TABLE tariff ADD CONSTRAINT tariff_price CHECK (price > 0);
ALTER TABLE account_pair ADD CONSTRAINT account_pair_confirmation CHECK (confirmation IN ('one', 'shipment', 'batch', 'two_persons'));
ALTER TABLE holding ADD CONSTRAINT holding_account CHECK (account IN ('mint_declared', 'transit_mint_nvi', 'nvi_vault', 'nvi_floor', 'spoiled_held',
    'qa_sample', 'consumed', 'destroyed', 'missing', 'written_off')),
  ADD CONSTRAINT holding_serials CHECK (NOT isempty(serials) AND lower(serials) >= 1),
  ADD CONSTRAINT holding_floor_has_batch CHECK ((account = 'nvi_floor') = (batch_id IS NOT NULL)),
  -- L1: one serial, one account.
  ADD CONSTRAINT holding_one_account EXCLUDE USING gist (series WITH =, serials WITH &&);
ALTER TABLE shipment ADD CONSTRAINT shipment_state CHECK (state IN ('in_transit', 'received', 'disputed', 'settled')),
  ADD CONSTRAINT shipment_quantity CHECK (quantity > 0);
ALTER TABLE shipment_box ADD CONSTRAINT shipment_box_state CHECK (state IN ('sent', 'received', 'absent'));
ALTER TABLE stock_case
  ADD CONSTRAINT stock_case_kind CHECK (kind IN ('short_delivery', 'over_delivery', 'missing', 'count_variance', 'difference')),
  ADD CONSTRAINT stock_case_state CHECK (state IN ('open', 'resolved')),
  ADD CONSTRAINT stock_case_resolved CHECK ((state = 'resolved') = (resolved_at IS NOT NULL AND resolution IS NOT NULL));
ALTER TABLE stock_count ADD CONSTRAINT stock_count_state CHECK (state IN ('counting', 'matched', 'variance', 'abandoned'));
CREATE UNIQUE INDEX stock_count_open_once ON stock_count (series, account, coalesce(batch_id, '00000000-0000-0000-0000-000000000000')) WHERE state = 'counting';
ALTER TABLE stock_count_sheet ADD CONSTRAINT stock_count_sheet_quantity CHECK (quantity >= 0);

-- L3: the only ways a serial may go. `one`: the custodian alone; `shipment`: Mint sends, NVİ receives; `batch`: the batch's own
-- counts; `two_persons`: proposed by one, approved by another.
INSERT INTO account_pair (kind, from_account, to_account, confirmation) VALUES
  ('declare', 'outside', 'mint_declared', 'one'),
  ('dispatch', 'mint_declared', 'transit_mint_nvi', 'shipment'),
  ('receive', 'transit_mint_nvi', 'nvi_vault', 'shipment'),
  ('allot', 'nvi_vault', 'nvi_floor', 'two_persons'),
  ('give_back', 'nvi_floor', 'nvi_vault', 'two_persons'),
  ('consume', 'nvi_floor', 'consumed', 'batch'),
  ('spoil', 'nvi_floor', 'spoiled_held', 'batch'),
  ('spoil', 'nvi_vault', 'spoiled_held', 'one'),
  ('sample', 'nvi_floor', 'qa_sample', 'one'),
  ('sample', 'nvi_vault', 'qa_sample', 'one'),
  ('destroy', 'spoiled_held', 'destroyed', 'two_persons'),
  ('destroy', 'qa_sample', 'destroyed', 'two_persons'),
  ('lose', 'transit_mint_nvi', 'missing', 'two_persons'),
  ('lose', 'nvi_vault', 'missing', 'two_persons'),
  ('lose', 'nvi_floor', 'missing', 'two_persons'),
  ('lose', 'spoiled_held', 'missing', 'two_persons'),
  ('lose', 'qa_sample', 'missing', 'two_persons'),
  ('find', 'missing', 'nvi_vault', 'two_persons'),
  ('find', 'missing', 'spoiled_held', 'two_persons'),
  ('write_off', 'missing', 'written_off', 'two_persons'),
  -- L8. What was destroyed, written off or made into a card stays so.
  ('reverse', 'mint_declared', 'outside', 'one'),
  ('reverse', 'transit_mint_nvi', 'mint_declared', 'one'),
  ('reverse', 'nvi_vault', 'transit_mint_nvi', 'one'),
  ('reverse', 'nvi_floor', 'nvi_vault', 'one'),
  ('reverse', 'nvi_vault', 'nvi_floor', 'one'),
  ('reverse', 'spoiled_held', 'nvi_floor', 'one'),
  ('reverse', 'spoiled_held', 'nvi_vault', 'one'),
  ('reverse', 'qa_sample', 'nvi_floor', 'one'),
  ('reverse', 'qa_sample', 'nvi_vault', 'one');

ALTER TABLE movement
  ADD CONSTRAINT movement_quantity CHECK (quantity > 0),
  -- Whose confirmation a movement needs, as `account_pair` says; the second person is another one.
  ADD CONSTRAINT movement_two_persons CHECK (kind NOT IN ('allot', 'give_back', 'destroy', 'lose', 'find', 'write_off')
    OR (approved_by_id IS NOT NULL AND actor_id IS NOT NULL AND approved_by_id <> actor_id)),
  -- L6: destroyed by two named people of different roles, by a named method.
  ADD CONSTRAINT movement_destruction CHECK (kind <> 'destroy' OR (approved_role <> actor_role AND method IS NOT NULL AND document_no IS NOT NULL)),
  -- Security 6: who moves stock does not approve that it is written off.
  ADD CONSTRAINT movement_write_off CHECK (kind <> 'write_off' OR approved_role <> 'stock_custodian'),
  ADD CONSTRAINT movement_spoilage CHECK (kind <> 'spoil' OR (reason IS NOT NULL AND witness_name IS NOT NULL)),
  ADD CONSTRAINT movement_case CHECK (kind NOT IN ('lose', 'find', 'write_off') OR case_id IS NOT NULL),
  ADD CONSTRAINT movement_shipment CHECK (kind NOT IN ('dispatch', 'receive') OR shipment_id IS NOT NULL),
  ADD CONSTRAINT movement_reversal CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL));
ALTER TABLE movement_line
  ADD CONSTRAINT movement_line_serials CHECK (NOT isempty(serials) AND lower(serials) >= 1),
  ADD CONSTRAINT movement_line_batch CHECK ((from_account = 'nvi_floor' OR to_account = 'nvi_floor') = (batch_id IS NOT NULL));

-- The projection. Only this function writes `holding`: it takes the serials from the giver, who must hold every one of them,
-- and gives them to the taker; neighbours in one account become one row. The series row is locked first, since two movers
-- of one range would otherwise deadlock on the exclusion constraint.
CREATE FUNCTION post_movement_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  act movement%ROWTYPE;
  held record;
  taken bigint := 0;
  wanted bigint := upper(NEW.serials) - lower(NEW.serials);
  giver uuid := CASE WHEN NEW.from_account = 'nvi_floor' THEN NEW.batch_id END;
  taker uuid := CASE WHEN NEW.to_account = 'nvi_floor' THEN NEW.batch_id END;
  whole int8range := NEW.serials;
BEGIN
  PERFORM FROM series WHERE code = NEW.series FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'series % is unknown', NEW.series USING ERRCODE = 'ZL001'; END IF;
  SELECT * INTO STRICT act FROM movement WHERE id = NEW.movement_id;
  IF act.series <> NEW.series OR act.kind <> NEW.kind THEN
    RAISE EXCEPTION 'a line belongs to another movement' USING ERRCODE = 'ZL001';
  END IF;
  -- L7: an account that is being counted stands still.
  IF EXISTS (SELECT FROM stock_count c WHERE c.series = NEW.series AND c.state = 'counting'
      AND ((c.account = NEW.from_account AND c.batch_id IS NOT DISTINCT FROM giver) OR (c.account = NEW.to_account AND c.batch_id IS NOT DISTINCT FROM taker))) THEN
    RAISE EXCEPTION 'the account is being counted' USING ERRCODE = 'ZL007';
  END IF;
  IF act.kind = 'reverse' AND NOT EXISTS (SELECT FROM movement_line l WHERE l.movement_id = act.reverses_id AND l.series = NEW.series
      AND l.serials = NEW.serials AND l.from_account = NEW.to_account AND l.to_account = NEW.from_account AND l.batch_id IS NOT DISTINCT FROM NEW.batch_id) THEN
    RAISE EXCEPTION 'a reversal takes back exactly what it cites' USING ERRCODE = 'ZL008';
  END IF;
  IF NEW.from_account <> 'outside' THEN
    FOR held IN DELETE FROM holding h WHERE h.series = NEW.series AND h.serials && NEW.serials RETURNING h.serials, h.account, h.batch_id LOOP
      IF held.account <> NEW.from_account OR held.batch_id IS DISTINCT FROM giver THEN
        RAISE EXCEPTION '% of % lie in %, not in %', held.serials * NEW.serials, NEW.series, held.account, NEW.from_account USING ERRCODE = 'ZL003';
      END IF;
      taken := taken + upper(held.serials * NEW.serials) - lower(held.serials * NEW.serials);
      IF lower(held.serials) < lower(NEW.serials) THEN
        INSERT INTO holding (series, serials, account, batch_id) VALUES (NEW.series, int8range(lower(held.serials), lower(NEW.serials)), held.account, held.batch_id);
      END IF;
      IF upper(held.serials) > upper(NEW.serials) THEN
        INSERT INTO holding (series, serials, account, batch_id) VALUES (NEW.series, int8range(upper(NEW.serials), upper(held.serials)), held.account, held.batch_id);
      END IF;
    END LOOP;
    IF taken <> wanted THEN
      RAISE EXCEPTION '% of the % serials are not held by %', wanted - taken, wanted, NEW.from_account USING ERRCODE = 'ZL003';
    END IF;
  END IF;
  IF NEW.to_account <> 'outside' THEN
    FOR held IN DELETE FROM holding h WHERE h.series = NEW.series AND h.account = NEW.to_account AND h.batch_id IS NOT DISTINCT FROM taker
        AND h.serials && int8range(greatest(lower(NEW.serials) - 1, 0), upper(NEW.serials) + 1) RETURNING h.serials LOOP
      IF held.serials && NEW.serials THEN RAISE EXCEPTION '% of % are there already', held.serials * NEW.serials, NEW.series USING ERRCODE = 'ZL001'; END IF;
      whole := whole + held.serials;
    END LOOP;
    INSERT INTO holding (series, serials, account, batch_id) VALUES (NEW.series, whole, NEW.to_account, taker);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER post_movement_line AFTER INSERT ON movement_line FOR EACH ROW EXECUTE FUNCTION post_movement_line();

-- L2 at commit, for the touched series: every serial declared lies in exactly one account. And a movement is what its lines say.
CREATE FUNCTION check_movement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  declared bigint;
  held bigint;
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
  SELECT coalesce(sum(CASE l.from_account WHEN 'outside' THEN 1 ELSE -1 END * (upper(l.serials) - lower(l.serials))), 0) INTO declared
    FROM movement_line l WHERE l.series = NEW.series AND (l.from_account = 'outside' OR l.to_account = 'outside');
  SELECT coalesce(sum(upper(h.serials) - lower(h.serials)), 0) INTO held FROM holding h WHERE h.series = NEW.series;
  IF declared <> held THEN RAISE EXCEPTION 'series %: % declared, % held', NEW.series, declared, held USING ERRCODE = 'ZL002'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_movement AFTER INSERT ON movement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_movement();
-- The declarations of a series are few among its lines.
CREATE INDEX movement_line_declared ON movement_line (series) WHERE from_account = 'outside' OR to_account = 'outside';

-- Cards.
ALTER TABLE design_generation
  ADD CONSTRAINT design_generation_design CHECK (design IN ('old', 'new')),
  ADD CONSTRAINT design_generation_days CHECK (issue_from <= issue_until);
ALTER TABLE entitlement
  ADD CONSTRAINT entitlement_right CHECK ("right" IN ('residence', 'visa_exempt', 'bound_employer', 'bound_province')),
  ADD CONSTRAINT entitlement_answer CHECK (answer IN ('yes', 'no', 'unknown'));
ALTER TABLE card
  ADD CONSTRAINT card_design CHECK (design IN ('old', 'new')),
  ADD CONSTRAINT card_work CHECK (work IN ('requested', 'queued', 'in_batch', 'personalised', 'qc_pass', 'qc_fail', 'rejected_by_partner', 'packed',
    'handed_to_ptt', 'closed')),
  ADD CONSTRAINT card_whereabouts CHECK (whereabouts IN ('nvi', 'ptt_accepted', 'in_transit', 'out_for_delivery', 'delivered', 'attempt_failed',
    'at_branch', 'returning', 'returned_held', 'lost', 'damaged', 'destroyed', 'destroyed_by_carrier', 'under_inquiry')),
  ADD CONSTRAINT card_delivered_to CHECK (delivered_to IS NULL OR (delivered_to IN ('self', 'family', 'workplace', 'office') AND whereabouts = 'delivered')),
  ADD CONSTRAINT card_validity CHECK (validity IN ('pending', 'active', 'invalidated')),
  ADD CONSTRAINT card_invalid CHECK ((validity = 'invalidated') = (invalid_reason IS NOT NULL AND invalidated_at IS NOT NULL)),
  ADD CONSTRAINT card_invalid_reason CHECK (invalid_reason IN ('reported_lost', 'reported_stolen', 'damaged', 'data_error', 'replaced', 'permit_ended_early')),
  ADD CONSTRAINT card_request_reason CHECK (request_reason IN ('first', 'lost', 'stolen', 'damaged', 'data_error', 'early_replacement')),
  ADD CONSTRAINT card_dates CHECK (valid_from <= valid_to),
  ADD CONSTRAINT card_number CHECK (number ~ '^[0-9]{6,12}$'),
  -- X2, L5: a serial is a card's own from `qc_pass` on, and only of the new design.
  ADD CONSTRAINT card_serial CHECK ((series IS NULL) = (serial IS NULL) AND (serial IS NULL) = (serial_number IS NULL)
    AND (serial IS NULL OR design = 'new')
    AND (design = 'old' OR (serial IS NOT NULL) = (work IN ('qc_pass', 'packed', 'handed_to_ptt') OR (work = 'closed' AND whereabouts IS NOT NULL)))),
  ADD CONSTRAINT card_serial_number CHECK (serial_number = series || lpad(serial::text, 7, '0')),
  -- K4, K5: what PTT has was handed over with a barcode.
  ADD CONSTRAINT card_handed_over CHECK (design = 'old' OR work <> 'handed_to_ptt' OR barcode IS NOT NULL);
-- K1, B15
CREATE UNIQUE INDEX card_one_active ON card (permit_id) WHERE validity = 'active';
-- One replacement at a time.
CREATE UNIQUE INDEX card_one_pending ON card (permit_id) WHERE validity = 'pending';
ALTER TABLE card_event ADD CONSTRAINT card_event_axis CHECK (axis IN ('work', 'whereabouts', 'validity', 'record'));
ALTER TABLE batch ADD CONSTRAINT batch_state CHECK (state IN ('gathered', 'allotted', 'sent', 'in_production', 'completed', 'cancelled'));
ALTER TABLE batch_line ADD CONSTRAINT batch_line_state CHECK (state IN ('waiting', 'received', 'validated', 'printed', 'error', 'qc_pass', 'qc_fail', 'removed'));
-- A serial is reserved once; what failed or was taken out lets go of nothing that was printed.
CREATE UNIQUE INDEX batch_line_serial ON batch_line (series, serial) WHERE state <> 'removed';
ALTER TABLE partner_message ADD CONSTRAINT partner_message_partner CHECK (partner IN ('nvi', 'ptt'));
ALTER TABLE manifest ADD CONSTRAINT manifest_state CHECK (state IN ('drawn_up', 'handed_over', 'matched', 'disputed'));
ALTER TABLE manifest_line ADD CONSTRAINT manifest_line_state CHECK (state IN ('listed', 'counted', 'missing', 'unexpected'));
ALTER TABLE carrier_code ADD CONSTRAINT carrier_code_milestone CHECK (milestone IN ('accepted', 'in_transit', 'at_branch', 'out_for_delivery', 'attempt_failed',
  'delivered', 'returning', 'returned', 'lost', 'damaged', 'destroyed', 'under_inquiry', 'information', 'reversal'));
ALTER TABLE card_exception
  ADD CONSTRAINT card_exception_kind CHECK (kind IN ('returned', 'stalled', 'unknown_event', 'no_handover', 'partner_error', 'old_design_after_cutover',
    'serial_unknown', 'found_after_report')),
  ADD CONSTRAINT card_exception_closed CHECK ((closed_at IS NULL) = (resolution IS NULL));
CREATE UNIQUE INDEX card_exception_open_once ON card_exception (card_id, kind) WHERE closed_at IS NULL;
ALTER TABLE transition_day ADD CONSTRAINT transition_day_part CHECK (part IN ('new', 'old_ending', 'old_open', 'in_replacement', 'without_card')),
  ADD CONSTRAINT transition_day_permits CHECK (permits >= 0);

-- Numbers that the system gives.
CREATE SEQUENCE card_number START 900000001;
CREATE SEQUENCE shipment_number;
CREATE SEQUENCE stock_case_number;
CREATE SEQUENCE stock_count_number;
CREATE SEQUENCE batch_number;
CREATE SEQUENCE manifest_number;
GRANT USAGE ON SEQUENCE card_number TO izin_base;
GRANT USAGE ON SEQUENCE shipment_number, stock_case_number, stock_count_number, batch_number, manifest_number, movement_position_seq,
  movement_line_id_seq TO izin_country;

-- Configuration that everybody may read.
GRANT SELECT ON tariff, account_pair, design_generation, entitlement, carrier_code, stage_limit TO izin_base;
-- The ledger and production belong to the country's roles alone; a provincial scope is refused at the door.
GRANT SELECT, INSERT, UPDATE ON series, shipment, shipment_box, stock_case, stock_count, batch, batch_line, manifest, manifest_line TO izin_country;
GRANT SELECT, INSERT ON movement, movement_line, stock_count_sheet, stock_document, partner_message TO izin_country;
GRANT SELECT ON holding TO izin_country;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['card', 'card_event', 'card_address', 'carrier_event', 'card_exception', 'transition_day', 'forecast_run']
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
REVOKE DELETE ON card, card_event, card_address, carrier_event, card_exception FROM izin_province, izin_country;
REVOKE UPDATE ON card_event, card_address FROM izin_province, izin_country;

-- What a permit's change does to its cards, whoever changes it (P6, K2, P8): an ended record ends its cards at that instant, a
-- shortened one shortens them, a moved one takes them along. Each leaves an event.
GRANT SELECT, UPDATE ON card, card_exception, card_address, carrier_event TO izin_public;
GRANT INSERT ON card_event TO izin_public;
GRANT SELECT, UPDATE ON card_event TO izin_public;
CREATE POLICY follow ON card TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY follow ON card_event TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY follow ON card_exception TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY follow ON card_address TO izin_public USING (true) WITH CHECK (true);
CREATE POLICY follow ON carrier_event TO izin_public USING (true) WITH CHECK (true);
GRANT CREATE ON SCHEMA public TO izin_public;

CREATE FUNCTION follow_permit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last_day date := least(NEW.valid_to, CASE WHEN NEW.status = 'superseded' THEN greatest(NEW.ended_on - 1, NEW.valid_from) END);
  local_day date := (NEW.updated_at AT TIME ZONE 'Europe/Istanbul')::date;
  found record;
BEGIN
  IF NEW.province_id <> OLD.province_id THEN
    UPDATE card SET province_id = NEW.province_id WHERE permit_id = NEW.id;
    UPDATE card_event e SET province_id = NEW.province_id FROM card c WHERE c.permit_id = NEW.id AND e.card_id = c.id;
    UPDATE card_exception x SET province_id = NEW.province_id FROM card c WHERE c.permit_id = NEW.id AND x.card_id = c.id;
    UPDATE card_address a SET province_id = NEW.province_id FROM card c WHERE c.permit_id = NEW.id AND a.card_id = c.id;
    UPDATE carrier_event e SET province_id = NEW.province_id FROM card c WHERE c.permit_id = NEW.id AND e.card_id = c.id;
  END IF;
  IF NEW.status IN ('cancelled', 'void') AND OLD.status NOT IN ('cancelled', 'void') THEN
    FOR found IN UPDATE card SET validity = 'invalidated', invalid_reason = 'permit_ended_early', invalidated_at = NEW.updated_at,
        version = version + 1, updated_at = NEW.updated_at WHERE permit_id = NEW.id AND validity IN ('pending', 'active') RETURNING id, province_id, version LOOP
      INSERT INTO card_event (card_id, province_id, version, axis, kind, at, on_date, actor_name, reason, change)
        VALUES (found.id, found.province_id, found.version, 'validity', 'invalidated', NEW.updated_at, local_day, 'Sistem', 'İzin kaydı sona erdi.',
          jsonb_build_object('validity', 'invalidated', 'invalidReason', 'permit_ended_early', 'invalidatedAt', to_json(NEW.updated_at)));
    END LOOP;
  ELSIF NEW.valid_from IS DISTINCT FROM OLD.valid_from OR NEW.valid_to IS DISTINCT FROM OLD.valid_to OR NEW.ended_on IS DISTINCT FROM OLD.ended_on THEN
    FOR found IN UPDATE card SET valid_from = greatest(valid_from, NEW.valid_from), valid_to = greatest(least(valid_to, last_day), greatest(valid_from, NEW.valid_from)),
        version = version + 1, updated_at = NEW.updated_at
        WHERE permit_id = NEW.id AND validity IN ('pending', 'active') AND (valid_from < NEW.valid_from OR coalesce(valid_to > last_day, valid_to IS NULL AND last_day IS NOT NULL))
        RETURNING id, province_id, version, valid_from, valid_to LOOP
      INSERT INTO card_event (card_id, province_id, version, axis, kind, at, on_date, actor_name, reason, change)
        VALUES (found.id, found.province_id, found.version, 'validity', 'shortened', NEW.updated_at, local_day, 'Sistem', 'İzin kaydının tarihleri değişti.',
          jsonb_build_object('validFrom', found.valid_from, 'validTo', found.valid_to));
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION follow_permit() OWNER TO izin_public;
CREATE TRIGGER follow_permit AFTER UPDATE OF status, valid_from, valid_to, ended_on, province_id ON permit FOR EACH ROW EXECUTE FUNCTION follow_permit();

-- K2: a card is never valid outside its permit's days.
CREATE FUNCTION card_within_permit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  source permit%ROWTYPE;
BEGIN
  SELECT * INTO STRICT source FROM permit WHERE id = NEW.permit_id;
  IF NEW.province_id <> source.province_id THEN RAISE EXCEPTION 'a card stands in its permit''s province' USING ERRCODE = 'ZK008'; END IF;
  IF NEW.kind <> source.kind THEN RAISE EXCEPTION 'a card is of its permit''s kind' USING ERRCODE = 'ZK002'; END IF;
  IF NEW.valid_from < source.valid_from OR coalesce(NEW.valid_to > source.valid_to, source.valid_to IS NOT NULL) THEN
    RAISE EXCEPTION 'a card is valid within its permit only' USING ERRCODE = 'ZK002';
  END IF;
  IF NEW.validity = 'active' AND source.status IN ('cancelled', 'void') THEN
    RAISE EXCEPTION 'an ended permit has no valid card' USING ERRCODE = 'ZK006';
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION card_within_permit() OWNER TO izin_public;
CREATE TRIGGER card_within_permit BEFORE INSERT OR UPDATE OF permit_id, kind, valid_from, valid_to, validity ON card
  FOR EACH ROW EXECUTE FUNCTION card_within_permit();

-- K9: what was reported stolen or lost, replaced or ended never becomes valid again.
CREATE FUNCTION card_stays_invalid() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.validity = 'invalidated' AND (NEW.validity <> 'invalidated' OR NEW.invalid_reason <> OLD.invalid_reason) THEN
    RAISE EXCEPTION 'an invalid card stays invalid' USING ERRCODE = 'ZK009';
  END IF;
  IF OLD.serial IS NOT NULL AND (NEW.serial IS DISTINCT FROM OLD.serial OR NEW.series IS DISTINCT FROM OLD.series) THEN
    RAISE EXCEPTION 'a card keeps its serial' USING ERRCODE = 'ZL005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER card_stays_invalid BEFORE UPDATE ON card FOR EACH ROW EXECUTE FUNCTION card_stays_invalid();

-- L5 from the card's side: a serial on a card is consumed in the ledger when the transaction ends.
CREATE FUNCTION card_serial_is_consumed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.serial IS NOT NULL AND NOT EXISTS (SELECT FROM holding h WHERE h.series = NEW.series AND h.serials @> NEW.serial AND h.account = 'consumed') THEN
    RAISE EXCEPTION 'serial % is not consumed', NEW.serial_number USING ERRCODE = 'ZL005';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER card_serial_is_consumed AFTER INSERT OR UPDATE OF serial ON card DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.serial IS NOT NULL) EXECUTE FUNCTION card_serial_is_consumed();

-- What the calendar makes of a card, the same rule as `validityOn` in lib/cards/card.ts.
CREATE FUNCTION card_validity_on(validity text, valid_from date, valid_to date, on_day date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN validity <> 'active' THEN validity
    WHEN on_day < valid_from THEN 'not_yet'
    WHEN on_day > valid_to THEN 'expired'
    ELSE 'valid' END
$$;

-- A card by its number, for the public page: the public shape and nothing else. Whether it may be told is decided by who asks
-- (signed code, or number with birth year) before this is called.
GRANT SELECT ON permit, employer, design_generation TO izin_public;
CREATE FUNCTION public_card(wanted text)
RETURNS TABLE (card_id uuid, province_id smallint, permit_id uuid, kind text, design text, validity text, invalid_reason text, valid_from date, valid_to date,
               issued_on date, birth_year smallint, permit_status text, permit_from date, permit_to date, permit_ended_on date, employer_title text,
               other_provinces smallint[], annotations text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.province_id, c.permit_id, c.kind, c.design, c.validity, c.invalid_reason, c.valid_from, c.valid_to, c.issued_on, p.birth_year, p.status,
         p.valid_from, p.valid_to, p.ended_on, e.title, p.other_provinces, p.annotations
  FROM card c JOIN permit p ON p.id = c.permit_id LEFT JOIN employer e ON e.id = p.employer_id
  WHERE c.number = wanted
$$;
ALTER FUNCTION public_card(text) OWNER TO izin_public;
REVOKE ALL ON FUNCTION public_card(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_card(text) TO izin_base;
REVOKE CREATE ON SCHEMA public FROM izin_public;

-- Rights by document (csgb.gov.tr, "Yabancılara Düzenlenen Belgeler"; Law 6735 art. 10, 16 and 17; Law 6458 art. 27).
INSERT INTO entitlement (kind, "right", answer, source) VALUES
  ('fixed_term', 'residence', 'yes', '6735 sayılı Kanun m. 12; csgb.gov.tr, Yabancılara Düzenlenen Belgeler'),
  ('fixed_term', 'visa_exempt', 'yes', 'Dağıtımlı yazı, 11.03.2026: ikamet hakkı ve vize muafiyeti'),
  ('fixed_term', 'bound_employer', 'yes', '6735 sayılı Kanun m. 10'),
  ('fixed_term', 'bound_province', 'unknown', 'Kaynakta yok; kartta yazan çalışma iline bakılır'),
  ('permanent', 'residence', 'yes', '6735 sayılı Kanun m. 12; csgb.gov.tr, Yabancılara Düzenlenen Belgeler'),
  ('permanent', 'visa_exempt', 'yes', 'Dağıtımlı yazı, 11.03.2026: ikamet hakkı ve vize muafiyeti'),
  ('permanent', 'bound_employer', 'no', '6735 sayılı Kanun m. 10'),
  ('permanent', 'bound_province', 'no', '6735 sayılı Kanun m. 10'),
  ('independent', 'residence', 'yes', '6735 sayılı Kanun m. 12; csgb.gov.tr, Yabancılara Düzenlenen Belgeler'),
  ('independent', 'visa_exempt', 'yes', 'Dağıtımlı yazı, 11.03.2026: ikamet hakkı ve vize muafiyeti'),
  ('independent', 'bound_employer', 'no', '6735 sayılı Kanun m. 10'),
  ('independent', 'bound_province', 'unknown', 'Kaynakta yok'),
  ('temporary_protection', 'residence', 'no', 'csgb.gov.tr, Yabancılara Düzenlenen Belgeler'),
  ('temporary_protection', 'visa_exempt', 'unknown', 'Kaynakta yok'),
  ('temporary_protection', 'bound_employer', 'unknown', 'Kaynakta yok; kartta yazan işverene bakılır'),
  ('temporary_protection', 'bound_province', 'unknown', 'Kaynakta yok; kartta yazan çalışma iline bakılır'),
  ('international_protection', 'residence', 'no', 'csgb.gov.tr, Yabancılara Düzenlenen Belgeler'),
  ('international_protection', 'visa_exempt', 'unknown', 'Kaynakta yok'),
  ('international_protection', 'bound_employer', 'unknown', 'Kaynakta yok; kartta yazan işverene bakılır'),
  ('international_protection', 'bound_province', 'unknown', 'Kaynakta yok; kartta yazan çalışma iline bakılır'),
  ('exemption', 'residence', 'unknown', 'Kaynakta yok'),
  ('exemption', 'visa_exempt', 'unknown', 'Kaynakta yok'),
  ('exemption', 'bound_employer', 'unknown', 'Kaynakta yok'),
  ('exemption', 'bound_province', 'unknown', 'Kaynakta yok'),
  ('turquoise', 'residence', 'yes', '6735 sayılı Kanun m. 11 ve 12'),
  ('turquoise', 'visa_exempt', 'unknown', 'Kaynakta yok'),
  ('turquoise', 'bound_employer', 'no', '6735 sayılı Kanun m. 11'),
  ('turquoise', 'bound_province', 'no', '6735 sayılı Kanun m. 11');
INSERT INTO tariff (effective_from, price, source) VALUES ('2026-01-01', 96400, 'Muhasebat Genel Tebliği 97, Resmî Gazete 24.12.2025 / 33117');
INSERT INTO stage_limit (axis, stage, days) VALUES
  ('work', 'requested', 2), ('work', 'queued', 5), ('work', 'in_batch', 7), ('work', 'personalised', 3), ('work', 'qc_pass', 3), ('work', 'qc_fail', 2),
  ('work', 'rejected_by_partner', 3), ('work', 'packed', 3),
  ('whereabouts', 'ptt_accepted', 3), ('whereabouts', 'in_transit', 5), ('whereabouts', 'out_for_delivery', 2), ('whereabouts', 'attempt_failed', 3),
  ('whereabouts', 'at_branch', 15), ('whereabouts', 'returning', 10), ('whereabouts', 'returned_held', 15), ('whereabouts', 'under_inquiry', 30);
