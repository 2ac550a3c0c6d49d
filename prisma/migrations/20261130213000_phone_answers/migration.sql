-- What an institution said on the telephone: a kind of answer of its own, beside what it declares itself by its link. Rows are
-- never changed; a mistake is corrected by a row that cites it.
CREATE TABLE "phone_answer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "spoken_name" TEXT NOT NULL DEFAULT '',
    "spoken_title" TEXT NOT NULL DEFAULT '',
    "spoken_at" TIMESTAMPTZ(3),
    "answer_by" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "content_digest" BYTEA NOT NULL,
    "evidence_id" UUID NOT NULL,
    "reverses_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "phone_answer_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "phone_answer_reverses_id_key" ON "phone_answer"("reverses_id");
CREATE INDEX "phone_answer_recipient_id_idx" ON "phone_answer"("recipient_id");
ALTER TABLE "phone_answer" ADD CONSTRAINT "phone_answer_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "circular_recipient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "phone_answer" ADD CONSTRAINT "phone_answer_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "phone_answer"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE phone_answer
  ADD CONSTRAINT phone_answer_statement CHECK (statement IN ('acknowledged', 'action_reported', 'promised', 'reversal')),
  ADD CONSTRAINT phone_answer_promise_has_day CHECK ((statement = 'promised') = (answer_by IS NOT NULL)),
  ADD CONSTRAINT phone_answer_reversal CHECK ((statement = 'reversal') = (reverses_id IS NOT NULL)),
  ADD CONSTRAINT phone_answer_was_spoken CHECK ((statement = 'reversal') = (spoken_at IS NULL));
ALTER TABLE phone_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE phone_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY country ON phone_answer TO izin_country USING (true) WITH CHECK (true);
CREATE POLICY province ON phone_answer TO izin_province USING (province_id = current_setting('app.province')::smallint)
  WITH CHECK (province_id = current_setting('app.province')::smallint);
GRANT SELECT ON phone_answer TO izin_base;
GRANT INSERT ON phone_answer TO izin_province, izin_country;

-- The recipient's answer keeps which way it came; the day named on the telephone is no answer.
ALTER TABLE "circular_recipient"
  ADD COLUMN "acknowledged_by_phone" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "action_reported_by_phone" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "promised_on" DATE;
ALTER TABLE circular_recipient
  ADD CONSTRAINT circular_recipient_phone CHECK ((acknowledged_at IS NOT NULL OR NOT acknowledged_by_phone)
    AND (action_reported_at IS NOT NULL OR NOT action_reported_by_phone));
