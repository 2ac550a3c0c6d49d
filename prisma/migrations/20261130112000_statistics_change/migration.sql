-- What the statistics' read model has still to learn. A reader keeps the snapshot of its last read and takes the rows visible now
-- and not then: commit order is respected and nobody waits for the oldest writer (architecture.md, "Statistics").
CREATE TABLE "statistics_change" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "row_id" UUID,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "statistics_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "statistics_change_xid_idx" ON "statistics_change"("xid");
CREATE INDEX "statistics_change_at_idx" ON "statistics_change"("at");
ALTER TABLE statistics_change
  ADD CONSTRAINT statistics_change_source CHECK (source IN ('permit', 'application', 'card', 'circular', 'recipient', 'reload')),
  ADD CONSTRAINT statistics_change_row CHECK ((source = 'reload') = (row_id IS NULL));
-- Ids alone, no province and no person; only who may read the whole country reads them, only the triggers write them.
GRANT SELECT ON statistics_change TO izin_country;
GRANT SELECT, INSERT, DELETE ON statistics_change TO izin_public;
GRANT USAGE ON SEQUENCE statistics_change_id_seq TO izin_public;
GRANT CREATE ON SCHEMA public TO izin_public;

-- Once a statement, however many rows it has. Beyond 50,000 a reader is quicker in reading everything again.
CREATE FUNCTION note_statistics_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    INSERT INTO statistics_change (source) VALUES ('reload');
  ELSIF (SELECT count(*) FROM changed) > 50000 THEN
    INSERT INTO statistics_change (source) VALUES ('reload');
  ELSE
    EXECUTE format('INSERT INTO statistics_change (source, row_id) SELECT DISTINCT %L, c.%I FROM changed c WHERE %s', TG_ARGV[0], TG_ARGV[1], TG_ARGV[2]);
  END IF;
  RETURN NULL;
END $$;

-- Rows older than a day; a reader that is older reads everything again.
CREATE FUNCTION prune_statistics_changes(before timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM statistics_change WHERE at < before RETURNING 1) SELECT count(*) FROM gone
$$;

-- table, source, column with the source's id, which rows count for the statistics at all
DO $$
DECLARE
  one text[];
  watched CONSTANT text[][] := ARRAY[
    ['permit', 'permit', 'id', 'true'],
    ['permit_application', 'application', 'id', 'true'],
    ['card', 'card', 'id', 'true'],
    ['card_event', 'card', 'card_id', 'c.kind IN (''handed_over'', ''quality_failed'') OR c.change ->> ''whereabouts'' = ''returned_held'''],
    ['circular', 'circular', 'id', 'c.dispatched_at IS NOT NULL'],
    ['circular_recipient', 'recipient', 'id', 'c.acknowledged_at IS NOT NULL'],
    ['delivery', 'recipient', 'recipient_id', 'c.delivered_at IS NOT NULL OR c.read_at IS NOT NULL']];
BEGIN
  FOREACH one SLICE 1 IN ARRAY watched LOOP
    EXECUTE format('CREATE TRIGGER statistics_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_statistics_change(%L, %L, %L)', one[1], one[2], one[3], one[4]);
    EXECUTE format('CREATE TRIGGER statistics_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_statistics_change(%L, %L, %L)', one[1], one[2], one[3], one[4]);
    EXECUTE format('CREATE TRIGGER statistics_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_statistics_change(%L, %L, %L)', one[1], one[2], one[3], 'true');
    EXECUTE format('CREATE TRIGGER statistics_truncate AFTER TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION note_statistics_change()', one[1]);
  END LOOP;
END $$;

ALTER FUNCTION note_statistics_change() OWNER TO izin_public;
ALTER FUNCTION prune_statistics_changes(timestamptz) OWNER TO izin_public;
REVOKE ALL ON FUNCTION note_statistics_change() FROM PUBLIC;
REVOKE ALL ON FUNCTION prune_statistics_changes(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prune_statistics_changes(timestamptz) TO izin_country;
REVOKE CREATE ON SCHEMA public FROM izin_public;
