-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "payload_digest" BYTEA NOT NULL,
    "reason" TEXT NOT NULL,
    "file_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "owner_id" UUID NOT NULL,
    "screen" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "tax_number" TEXT NOT NULL,
    "workplace_number" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "district" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "sector" TEXT NOT NULL,
    "size_band" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "permit_application" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "number" TEXT NOT NULL,
    "submitted_on" DATE NOT NULL,
    "decided_on" DATE,
    "outcome" TEXT,
    "type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "nationality" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "birth_year" SMALLINT,
    "sector" TEXT,
    "occupation" TEXT,
    "education" TEXT,
    "size_band" TEXT,

    CONSTRAINT "permit_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "permit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'registered',
    "given_names" TEXT NOT NULL,
    "surname" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "nationality" TEXT NOT NULL,
    "birth_year" SMALLINT,
    "person_key" UUID NOT NULL,
    "employer_id" UUID,
    "employer_tax_number" TEXT,
    "sector" TEXT,
    "size_band" TEXT,
    "occupation" TEXT,
    "other_provinces" SMALLINT[] DEFAULT ARRAY[]::SMALLINT[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "ended_on" DATE,
    "annotations" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "predecessor_id" UUID,
    "application_id" UUID,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "permit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "permit_identity" (
    "permit_id" UUID NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "birth_on" DATE,
    "foreigner_id" BYTEA,
    "foreigner_id_index" BYTEA,
    "passport" BYTEA,
    "passport_index" BYTEA,
    "address" BYTEA,
    "key_id" SMALLINT NOT NULL,

    CONSTRAINT "permit_identity_pkey" PRIMARY KEY ("permit_id")
);

-- CreateTable
CREATE TABLE "permit_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "permit_id" UUID NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "on_date" DATE NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "approved_by" TEXT,
    "reason" TEXT,
    "file_id" UUID,
    "change" JSONB NOT NULL,

    CONSTRAINT "permit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_token" (
    "id" SERIAL NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "name_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holder_token" (
    "token_id" INTEGER NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "permit_id" UUID NOT NULL,

    CONSTRAINT "holder_token_pkey" PRIMARY KEY ("token_id","province_id","permit_id")
);

-- CreateTable
CREATE TABLE "employer_token" (
    "token_id" INTEGER NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "employer_id" UUID NOT NULL,

    CONSTRAINT "employer_token_pkey" PRIMARY KEY ("token_id","province_id","employer_id")
);

-- CreateTable
CREATE TABLE "permit_selection" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "actor_id" UUID NOT NULL,
    "filter" JSONB NOT NULL,
    "count" INTEGER NOT NULL,
    "digest" BYTEA NOT NULL,
    "permit_ids" UUID[],
    "versions" INTEGER[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "permit_selection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_key" (
    "id" SMALLSERIAL NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "shape" JSONB NOT NULL DEFAULT '{}',
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "run_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "province_id" SMALLINT,
    "outcome" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "cells" JSONB NOT NULL,
    "values" JSONB NOT NULL,
    "errors" JSONB NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("run_id","row_number")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "owner_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "actor_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "columns" TEXT[],
    "expected" INTEGER NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "file_name" TEXT NOT NULL,
    "bytes" BYTEA,
    "sha256" BYTEA,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposal_province_id_state_proposed_at_idx" ON "proposal"("province_id", "state", "proposed_at");

-- CreateIndex
CREATE INDEX "proposal_kind_subject_id_idx" ON "proposal"("kind", "subject_id");

-- CreateIndex
CREATE INDEX "saved_view_screen_province_id_idx" ON "saved_view"("screen", "province_id");

-- CreateIndex
CREATE INDEX "saved_view_owner_id_idx" ON "saved_view"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "employer_id_province_id_key" ON "employer"("id", "province_id");

-- CreateIndex
CREATE UNIQUE INDEX "employer_province_id_tax_number_workplace_number_key" ON "employer"("province_id", "tax_number", "workplace_number");

-- CreateIndex
CREATE UNIQUE INDEX "permit_application_number_key" ON "permit_application"("number");

-- CreateIndex
CREATE INDEX "permit_application_province_id_submitted_on_id_idx" ON "permit_application"("province_id", "submitted_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "permit_application_id_province_id_key" ON "permit_application"("id", "province_id");

-- CreateIndex
CREATE UNIQUE INDEX "permit_number_key" ON "permit"("number");

-- CreateIndex
CREATE INDEX "permit_province_id_registered_at_id_idx" ON "permit"("province_id", "registered_at", "id");

-- CreateIndex
CREATE INDEX "permit_registered_at_id_idx" ON "permit"("registered_at", "id");

-- CreateIndex
CREATE INDEX "permit_province_id_valid_to_id_idx" ON "permit"("province_id", "valid_to", "id");

-- CreateIndex
CREATE INDEX "permit_valid_to_id_idx" ON "permit"("valid_to", "id");

-- CreateIndex
CREATE INDEX "permit_province_id_valid_from_id_idx" ON "permit"("province_id", "valid_from", "id");

-- CreateIndex
CREATE INDEX "permit_province_id_nationality_registered_at_id_idx" ON "permit"("province_id", "nationality", "registered_at", "id");

-- CreateIndex
CREATE INDEX "permit_nationality_registered_at_id_idx" ON "permit"("nationality", "registered_at", "id");

-- CreateIndex
CREATE INDEX "permit_valid_from_id_idx" ON "permit"("valid_from", "id");

-- CreateIndex
CREATE INDEX "permit_province_id_number_idx" ON "permit"("province_id", "number");

-- CreateIndex
CREATE INDEX "permit_filter" ON "permit"("province_id", "status", "valid_to", "valid_from", "kind", "nationality", "sector", "occupation", "employer_id", "registered_at");

-- CreateIndex
CREATE INDEX "permit_employer_id_registered_at_id_idx" ON "permit"("employer_id", "registered_at", "id");

-- CreateIndex
CREATE INDEX "permit_person_key_idx" ON "permit"("person_key");

-- CreateIndex
CREATE INDEX "permit_predecessor_id_idx" ON "permit"("predecessor_id");

-- CreateIndex
CREATE INDEX "permit_application_id_idx" ON "permit"("application_id");

-- CreateIndex
CREATE INDEX "permit_identity_foreigner_id_index_idx" ON "permit_identity"("foreigner_id_index");

-- CreateIndex
CREATE INDEX "permit_identity_passport_index_idx" ON "permit_identity"("passport_index");

-- CreateIndex
CREATE INDEX "permit_identity_key_id_idx" ON "permit_identity"("key_id");

-- CreateIndex
CREATE UNIQUE INDEX "permit_event_permit_id_version_province_id_key" ON "permit_event"("permit_id", "version", "province_id");

-- CreateIndex
CREATE UNIQUE INDEX "name_token_folded_key" ON "name_token"("folded");

-- CreateIndex
CREATE INDEX "holder_token_permit_id_idx" ON "holder_token"("permit_id");

-- CreateIndex
CREATE INDEX "employer_token_employer_id_idx" ON "employer_token"("employer_id");

-- CreateIndex
CREATE INDEX "import_run_province_id_created_at_idx" ON "import_run"("province_id", "created_at");

-- CreateIndex
CREATE INDEX "import_run_actor_id_created_at_idx" ON "import_run"("actor_id", "created_at");

-- CreateIndex
CREATE INDEX "import_row_run_id_outcome_row_number_idx" ON "import_row"("run_id", "outcome", "row_number");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_owner_id_target_source_key" ON "import_mapping"("owner_id", "target", "source");

-- CreateIndex
CREATE INDEX "export_run_actor_id_created_at_idx" ON "export_run"("actor_id", "created_at");

-- AddForeignKey
ALTER TABLE "permit" ADD CONSTRAINT "permit_employer_id_province_id_fkey" FOREIGN KEY ("employer_id", "province_id") REFERENCES "employer"("id", "province_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "permit" ADD CONSTRAINT "permit_application_id_province_id_fkey" FOREIGN KEY ("application_id", "province_id") REFERENCES "permit_application"("id", "province_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "permit_identity" ADD CONSTRAINT "permit_identity_permit_id_fkey" FOREIGN KEY ("permit_id") REFERENCES "permit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permit_event" ADD CONSTRAINT "permit_event_permit_id_fkey" FOREIGN KEY ("permit_id") REFERENCES "permit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


