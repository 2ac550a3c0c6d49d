-- CreateTable
CREATE TABLE "design_generation" (
    "kind" TEXT NOT NULL,
    "design" TEXT NOT NULL,
    "issue_from" DATE NOT NULL,
    "issue_until" DATE,
    "grace_days" SMALLINT NOT NULL DEFAULT 0,
    "requires_serial" BOOLEAN NOT NULL,

    CONSTRAINT "design_generation_pkey" PRIMARY KEY ("kind","design")
);

-- CreateTable
CREATE TABLE "entitlement" (
    "kind" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "entitlement_pkey" PRIMARY KEY ("kind","right")
);

-- CreateTable
CREATE TABLE "card" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "permit_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "design" TEXT NOT NULL,
    "series" TEXT,
    "serial" BIGINT,
    "serial_number" TEXT,
    "legacy_number" TEXT,
    "work" TEXT NOT NULL,
    "work_since" TIMESTAMPTZ(3) NOT NULL,
    "whereabouts" TEXT,
    "whereabouts_since" TIMESTAMPTZ(3),
    "delivered_to" TEXT,
    "validity" TEXT NOT NULL DEFAULT 'pending',
    "invalid_reason" TEXT,
    "activated_at" TIMESTAMPTZ(3),
    "invalidated_at" TIMESTAMPTZ(3),
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "issued_on" DATE,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "request_reason" TEXT NOT NULL DEFAULT 'first',
    "replaces_id" UUID,
    "batch_id" UUID,
    "barcode" TEXT,
    "address_confirmed_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "card_id" UUID NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL,
    "axis" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "on_date" DATE NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "approved_by" TEXT,
    "reason" TEXT,
    "file_id" UUID,
    "change" JSONB NOT NULL,

    CONSTRAINT "card_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_address" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "card_id" UUID NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "address" BYTEA NOT NULL,
    "key_id" SMALLINT NOT NULL,
    "source" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_name" TEXT NOT NULL,

    CONSTRAINT "card_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'gathered',
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "allotted_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "file_digest" BYTEA,
    "completed_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_line" (
    "batch_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "card_id" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "serial" BIGINT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "error_code" TEXT,
    "error_text" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "batch_line_pkey" PRIMARY KEY ("batch_id","line")
);

-- CreateTable
CREATE TABLE "partner_message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "partner" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "batch_id" UUID,
    "manifest_id" UUID,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "source" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_by_name" TEXT NOT NULL,
    "summary" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "partner_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manifest" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'drawn_up',
    "total" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "handed_over_at" TIMESTAMPTZ(3),
    "ptt_count" INTEGER,
    "settled_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "manifest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manifest_line" (
    "manifest_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "card_id" UUID,
    "barcode" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'listed',

    CONSTRAINT "manifest_line_pkey" PRIMARY KEY ("manifest_id","line")
);

-- CreateTable
CREATE TABLE "carrier_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "card_id" UUID,
    "barcode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "branch" TEXT NOT NULL,
    "carrier_time" TIMESTAMPTZ(3) NOT NULL,
    "sequence" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "message_id" UUID,
    "raw" JSONB NOT NULL,

    CONSTRAINT "carrier_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier_code" (
    "version" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "milestone" TEXT NOT NULL,
    "reverses" TEXT,
    "text" TEXT NOT NULL,

    CONSTRAINT "carrier_code_pkey" PRIMARY KEY ("version","code")
);

-- CreateTable
CREATE TABLE "card_exception" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "card_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT,
    "detail" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "owner_id" UUID,
    "owner_name" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_name" TEXT,
    "resolution" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "card_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_limit" (
    "axis" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "days" SMALLINT NOT NULL,

    CONSTRAINT "stage_limit_pkey" PRIMARY KEY ("axis","stage")
);

-- CreateTable
CREATE TABLE "transition_day" (
    "day" DATE NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "permits" INTEGER NOT NULL,

    CONSTRAINT "transition_day_pkey" PRIMARY KEY ("day","province_id","kind","part")
);

-- CreateTable
CREATE TABLE "forecast_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "as_of" DATE NOT NULL,
    "inputs" JSONB NOT NULL,
    "input_digest" BYTEA NOT NULL,
    "seed" INTEGER NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forecast_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series" (
    "code" TEXT NOT NULL,
    "digits" SMALLINT NOT NULL DEFAULT 7,
    "blocked_at" TIMESTAMPTZ(3),
    "blocked_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "series_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "tariff" (
    "effective_from" DATE NOT NULL,
    "price" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "tariff_pkey" PRIMARY KEY ("effective_from")
);

-- CreateTable
CREATE TABLE "account_pair" (
    "kind" TEXT NOT NULL,
    "from_account" TEXT NOT NULL,
    "to_account" TEXT NOT NULL,
    "confirmation" TEXT NOT NULL,

    CONSTRAINT "account_pair_pkey" PRIMARY KEY ("kind","from_account","to_account")
);

-- CreateTable
CREATE TABLE "movement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "position" BIGSERIAL NOT NULL,
    "series" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "occurred_on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "approved_by_id" UUID,
    "approved_by_name" TEXT,
    "approved_role" TEXT,
    "witness_name" TEXT,
    "reason" TEXT,
    "method" TEXT,
    "document_no" TEXT,
    "document_id" UUID,
    "batch_id" UUID,
    "shipment_id" UUID,
    "case_id" UUID,
    "reverses_id" UUID,

    CONSTRAINT "movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "movement_line" (
    "id" BIGSERIAL NOT NULL,
    "movement_id" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "serials" int8range NOT NULL,
    "from_account" TEXT NOT NULL,
    "to_account" TEXT NOT NULL,
    "batch_id" UUID,

    CONSTRAINT "movement_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holding" (
    "id" BIGSERIAL NOT NULL,
    "series" TEXT NOT NULL,
    "serials" int8range NOT NULL,
    "account" TEXT NOT NULL,
    "batch_id" UUID,

    CONSTRAINT "holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "waybill" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "sent_on" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'in_transit',
    "received_at" TIMESTAMPTZ(3),
    "received_by_name" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment_box" (
    "shipment_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "serials" int8range NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'sent',

    CONSTRAINT "shipment_box_pkey" PRIMARY KEY ("shipment_id","number")
);

-- CreateTable
CREATE TABLE "stock_case" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "ranges" TEXT NOT NULL DEFAULT '',
    "quantity" INTEGER NOT NULL,
    "detail" TEXT NOT NULL,
    "shipment_id" UUID,
    "count_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "resolution" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stock_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_count" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "batch_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'counting',
    "book_quantity" INTEGER,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stock_count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_count_sheet" (
    "count_id" UUID NOT NULL,
    "counter_id" UUID NOT NULL,
    "counter_name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "ranges" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_count_sheet_pkey" PRIMARY KEY ("count_id","counter_id")
);

-- CreateTable
CREATE TABLE "stock_document" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "card_number_key" ON "card"("number");

-- CreateIndex
CREATE UNIQUE INDEX "card_serial_number_key" ON "card"("serial_number");

-- CreateIndex
CREATE UNIQUE INDEX "card_barcode_key" ON "card"("barcode");

-- CreateIndex
CREATE INDEX "card_permit_id_idx" ON "card"("permit_id");

-- CreateIndex
CREATE INDEX "card_province_id_requested_at_id_idx" ON "card"("province_id", "requested_at", "id");

-- CreateIndex
CREATE INDEX "card_requested_at_id_idx" ON "card"("requested_at", "id");

-- CreateIndex
CREATE INDEX "card_province_id_work_work_since_idx" ON "card"("province_id", "work", "work_since");

-- CreateIndex
CREATE INDEX "card_work_work_since_idx" ON "card"("work", "work_since");

-- CreateIndex
CREATE INDEX "card_province_id_whereabouts_whereabouts_since_idx" ON "card"("province_id", "whereabouts", "whereabouts_since");

-- CreateIndex
CREATE INDEX "card_whereabouts_whereabouts_since_idx" ON "card"("whereabouts", "whereabouts_since");

-- CreateIndex
CREATE INDEX "card_population" ON "card"("province_id", "design", "validity", "kind", "valid_to");

-- CreateIndex
CREATE INDEX "card_province_id_number_idx" ON "card"("province_id", "number");

-- CreateIndex
CREATE INDEX "card_province_id_serial_number_idx" ON "card"("province_id", "serial_number");

-- CreateIndex
CREATE INDEX "card_batch_id_idx" ON "card"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "card_series_serial_key" ON "card"("series", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "card_event_card_id_version_key" ON "card_event"("card_id", "version");

-- CreateIndex
CREATE INDEX "card_address_card_id_confirmed_at_idx" ON "card_address"("card_id", "confirmed_at");

-- CreateIndex
CREATE INDEX "card_address_key_id_idx" ON "card_address"("key_id");

-- CreateIndex
CREATE UNIQUE INDEX "batch_number_key" ON "batch"("number");

-- CreateIndex
CREATE INDEX "batch_state_created_at_idx" ON "batch"("state", "created_at");

-- CreateIndex
CREATE INDEX "batch_line_card_id_idx" ON "batch_line"("card_id");

-- CreateIndex
CREATE UNIQUE INDEX "batch_line_batch_id_card_id_key" ON "batch_line"("batch_id", "card_id");

-- CreateIndex
CREATE UNIQUE INDEX "partner_message_sha256_key" ON "partner_message"("sha256");

-- CreateIndex
CREATE INDEX "partner_message_batch_id_idx" ON "partner_message"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "manifest_number_key" ON "manifest"("number");

-- CreateIndex
CREATE INDEX "manifest_state_created_at_idx" ON "manifest"("state", "created_at");

-- CreateIndex
CREATE INDEX "manifest_line_card_id_idx" ON "manifest_line"("card_id");

-- CreateIndex
CREATE INDEX "manifest_line_barcode_idx" ON "manifest_line"("barcode");

-- CreateIndex
CREATE INDEX "carrier_event_card_id_idx" ON "carrier_event"("card_id");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_event_barcode_carrier_time_sequence_code_key" ON "carrier_event"("barcode", "carrier_time", "sequence", "code");

-- CreateIndex
CREATE INDEX "card_exception_province_id_closed_at_due_on_idx" ON "card_exception"("province_id", "closed_at", "due_on");

-- CreateIndex
CREATE INDEX "card_exception_closed_at_due_on_idx" ON "card_exception"("closed_at", "due_on");

-- CreateIndex
CREATE INDEX "card_exception_card_id_idx" ON "card_exception"("card_id");

-- CreateIndex
CREATE INDEX "forecast_run_province_id_as_of_idx" ON "forecast_run"("province_id", "as_of");

-- CreateIndex
CREATE UNIQUE INDEX "movement_position_key" ON "movement"("position");

-- CreateIndex
CREATE UNIQUE INDEX "movement_reverses_id_key" ON "movement"("reverses_id");

-- CreateIndex
CREATE INDEX "movement_series_position_idx" ON "movement"("series", "position");

-- CreateIndex
CREATE INDEX "movement_batch_id_idx" ON "movement"("batch_id");

-- CreateIndex
CREATE INDEX "movement_shipment_id_idx" ON "movement"("shipment_id");

-- CreateIndex
CREATE INDEX "movement_case_id_idx" ON "movement"("case_id");

-- CreateIndex
CREATE INDEX "movement_line_movement_id_idx" ON "movement_line"("movement_id");

-- CreateIndex
CREATE INDEX "movement_line_serials" ON "movement_line" USING GIST ("series", "serials");

-- CreateIndex
CREATE INDEX "holding_series_account_idx" ON "holding"("series", "account");

-- CreateIndex
CREATE INDEX "holding_batch_id_idx" ON "holding"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "shipment_number_key" ON "shipment"("number");

-- CreateIndex
CREATE INDEX "shipment_state_due_at_idx" ON "shipment"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "stock_case_number_key" ON "stock_case"("number");

-- CreateIndex
CREATE INDEX "stock_case_series_state_idx" ON "stock_case"("series", "state");

-- CreateIndex
CREATE UNIQUE INDEX "stock_count_number_key" ON "stock_count"("number");

-- CreateIndex
CREATE INDEX "stock_count_series_account_state_idx" ON "stock_count"("series", "account", "state");

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_permit_id_fkey" FOREIGN KEY ("permit_id") REFERENCES "permit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "card_event" ADD CONSTRAINT "card_event_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "card"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_series_fkey" FOREIGN KEY ("series") REFERENCES "series"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "batch_line" ADD CONSTRAINT "batch_line_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "manifest_line" ADD CONSTRAINT "manifest_line_manifest_id_fkey" FOREIGN KEY ("manifest_id") REFERENCES "manifest"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "movement" ADD CONSTRAINT "movement_series_fkey" FOREIGN KEY ("series") REFERENCES "series"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "movement" ADD CONSTRAINT "movement_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "movement" ADD CONSTRAINT "movement_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "movement_line" ADD CONSTRAINT "movement_line_movement_id_fkey" FOREIGN KEY ("movement_id") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "movement_line" ADD CONSTRAINT "movement_line_kind_from_account_to_account_fkey" FOREIGN KEY ("kind", "from_account", "to_account") REFERENCES "account_pair"("kind", "from_account", "to_account") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shipment_box" ADD CONSTRAINT "shipment_box_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_count_sheet" ADD CONSTRAINT "stock_count_sheet_count_id_fkey" FOREIGN KEY ("count_id") REFERENCES "stock_count"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;



