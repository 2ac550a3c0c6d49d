-- When the silent recipients of a circular are reminded, and when their superiors or a person of the office are told (A21).
-- A plan holds the rule and its next day; each step that was taken is a row of its own, and its key lets it happen once.
CREATE TABLE "reminder_plan" (
    "circular_id" UUID NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "basis" TEXT NOT NULL,
    "first_after" SMALLINT NOT NULL,
    "second_after" SMALLINT NOT NULL,
    "escalate_after" SMALLINT NOT NULL,
    "next_step" SMALLINT,
    "next_on" DATE,
    "set_by_id" UUID NOT NULL,
    "set_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_name" TEXT,
    "stop_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reminder_plan_pkey" PRIMARY KEY ("circular_id")
);
CREATE TABLE "reminder_step" (
    "circular_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "silent" INTEGER NOT NULL,
    "reminded" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,

    CONSTRAINT "reminder_step_pkey" PRIMARY KEY ("circular_id","position")
);
CREATE INDEX "reminder_plan_next_on_idx" ON "reminder_plan"("next_on");
ALTER TABLE "reminder_plan" ADD CONSTRAINT "reminder_plan_circular_id_province_id_fkey" FOREIGN KEY ("circular_id", "province_id")
  REFERENCES "circular"("id", "province_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "reminder_step" ADD CONSTRAINT "reminder_step_circular_id_fkey" FOREIGN KEY ("circular_id")
  REFERENCES "reminder_plan"("circular_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE reminder_plan
  ADD CONSTRAINT reminder_plan_basis CHECK (basis IN ('due_date', 'silence')),
  ADD CONSTRAINT reminder_plan_days CHECK (least(first_after, second_after, escalate_after) >= 1),
  ADD CONSTRAINT reminder_plan_next CHECK (next_step BETWEEN 1 AND 3 AND (next_on IS NULL OR next_step IS NOT NULL)),
  ADD CONSTRAINT reminder_plan_stopped CHECK (num_nonnulls(stopped_at, stopped_name, stop_reason) IN (0, 3) AND (stopped_at IS NULL OR next_on IS NULL));
ALTER TABLE reminder_step ADD CONSTRAINT reminder_step_position CHECK (position BETWEEN 1 AND 3);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reminder_plan', 'reminder_step'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY country ON %I TO izin_country USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY province ON %I TO izin_province USING (province_id = current_setting(''app.province'')::smallint) '
                   'WITH CHECK (province_id = current_setting(''app.province'')::smallint)', t);
    EXECUTE format('GRANT SELECT ON %I TO izin_base', t);
    EXECUTE format('GRANT INSERT ON %I TO izin_province, izin_country', t);
  END LOOP;
END $$;
GRANT UPDATE ON reminder_plan TO izin_province, izin_country;

-- A superior is told of the silence over the same channels, with the same evidence (decision 002).
ALTER TABLE delivery DROP CONSTRAINT delivery_purpose;
ALTER TABLE delivery ADD CONSTRAINT delivery_purpose CHECK (purpose IN ('letter', 'reminder', 'escalation'));
ALTER TABLE human_task DROP CONSTRAINT human_task_kind;
ALTER TABLE human_task ADD CONSTRAINT human_task_kind CHECK (kind IN
  ('unknown_outcome', 'channels_exhausted', 'hand_delivery', 'quarantined_evidence', 'detsis_conflict', 'permit_conflict', 'no_answer'));
-- What is asked about a circular as a whole is found by it.
CREATE INDEX "human_task_circular_id_idx" ON "human_task"("circular_id");
