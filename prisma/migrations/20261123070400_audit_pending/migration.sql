-- What is not yet in the chain, so that the sealer never searches the whole trail. An event's row comes with the event
-- and in its transaction; only the sealer takes it away.
CREATE TABLE "audit_pending" (
    "event_id" BIGINT NOT NULL,

    CONSTRAINT "audit_pending_pkey" PRIMARY KEY ("event_id")
);
GRANT SELECT ON audit_pending TO izin_base;
GRANT SELECT, DELETE ON audit_pending TO izin_sealer;
GRANT INSERT ON audit_pending TO izin_public;

-- The record whose timeline shows the event besides its subject's (the circular of a delivery). A column of its own:
-- an index on payload->>'…' is of no use behind a province policy, because that operator is not leakproof.
ALTER TABLE "audit_event" ADD COLUMN "thread_id" TEXT;
CREATE INDEX "audit_event_thread_id_id_idx" ON "audit_event"("thread_id", "id");
CREATE INDEX "audit_event_action_id_idx" ON "audit_event"("action", "id");

-- In izin_public's name, so that the application needs no right to write the list itself.
GRANT CREATE ON SCHEMA public TO izin_public;
SET ROLE izin_public;
CREATE FUNCTION audit_event_is_pending() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_pending (event_id) VALUES (NEW.id);
  RETURN NULL;
END
$$;
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM izin_public;

CREATE TRIGGER audit_event_is_pending AFTER INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_is_pending();
