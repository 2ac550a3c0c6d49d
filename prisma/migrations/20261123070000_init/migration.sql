-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "name" TEXT NOT NULL,
    "heading" TEXT[],
    "detsis_number" TEXT NOT NULL,
    "file_code" TEXT NOT NULL,
    "superior_title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "fax" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "website" TEXT NOT NULL,
    "kep_address" TEXT NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "unit_id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "role" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "totp_secret" BYTEA,
    "totp_last_step" INTEGER,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signing_authority" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "unit_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "signing_authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "province_id" SMALLINT,
    "request_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "position" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "previous" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "incoming_letter" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "unit_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "letter_on" DATE NOT NULL,
    "letter_number" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_on" DATE NOT NULL,
    "received_by" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3),
    "file_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "incoming_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "circular" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "unit_id" UUID NOT NULL,
    "incoming_letter_id" UUID,
    "state" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "references" JSONB NOT NULL DEFAULT '[]',
    "body" JSONB NOT NULL DEFAULT '[]',
    "closing" TEXT NOT NULL,
    "urgency" TEXT NOT NULL DEFAULT 'normal',
    "due_on" DATE,
    "distribution_list_id" UUID,
    "distribution_list_version" INTEGER,
    "contact_name" TEXT NOT NULL DEFAULT '',
    "contact_title" TEXT NOT NULL DEFAULT '',
    "contact_phone" TEXT NOT NULL DEFAULT '',
    "drafted_by_id" UUID NOT NULL,
    "signatory_id" UUID,
    "content_digest" BYTEA,
    "snapshot" JSONB,
    "document_number" TEXT,
    "document_on" DATE,
    "verification_code" UUID,
    "document_file_id" UUID,
    "document_digest" BYTEA,
    "document_pages" INTEGER,
    "signed_attributes" BYTEA,
    "signature_file_id" UUID,
    "prepared_at" TIMESTAMPTZ(3),
    "prepared_by_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "dispatched_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "circular_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "circular_review" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "circular_id" UUID NOT NULL,
    "round" SMALLINT NOT NULL,
    "position" SMALLINT NOT NULL,
    "user_id" UUID NOT NULL,
    "decision" TEXT,
    "comment" TEXT,
    "digest" BYTEA,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "circular_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "circular_attachment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "circular_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "pages" INTEGER,
    "file_id" UUID NOT NULL,

    CONSTRAINT "circular_attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "circular_recipient" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "circular_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "dative" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "channels" JSONB NOT NULL,
    "link_version" SMALLINT NOT NULL DEFAULT 1,
    "link_hash" BYTEA,
    "acknowledged_at" TIMESTAMPTZ(3),
    "action_reported_at" TIMESTAMPTZ(3),
    "waived_at" TIMESTAMPTZ(3),
    "waived_by_id" UUID,
    "waive_reason" TEXT,
    "reminded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "circular_recipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declaration" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "declared_name" TEXT NOT NULL,
    "declared_title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "content_digest" BYTEA NOT NULL,
    "evidence_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_number" (
    "unit_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "serial" INTEGER NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "circular_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "reserved_at" TIMESTAMPTZ(3) NOT NULL,
    "fate" TEXT,
    "fate_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "document_number_pkey" PRIMARY KEY ("unit_id","year","serial")
);

-- CreateTable
CREATE TABLE "number_counter" (
    "unit_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_counter_pkey" PRIMARY KEY ("unit_id","year")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "circular_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'letter',
    "channel" TEXT NOT NULL,
    "channel_index" SMALLINT NOT NULL,
    "address" TEXT NOT NULL,
    "attempt" SMALLINT NOT NULL,
    "message_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "try_count" SMALLINT NOT NULL DEFAULT 0,
    "next_check_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "provider_id" TEXT,
    "last_reason" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "delivery_id" UUID,
    "recipient_id" UUID,
    "source" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "identifier" TEXT,
    "kind" TEXT,
    "outcome" TEXT,
    "event_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "issuer" TEXT NOT NULL DEFAULT '',
    "signature_state" TEXT NOT NULL DEFAULT 'not_verified',
    "reason" TEXT,
    "media_type" TEXT NOT NULL,
    "raw" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "next_check_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "human_task" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "kind" TEXT NOT NULL,
    "circular_id" UUID,
    "recipient_id" UUID,
    "delivery_id" UUID,
    "evidence_id" UUID,
    "detail" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "resolution" TEXT,

    CONSTRAINT "human_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "district" TEXT,
    "parent_id" UUID,
    "relation" TEXT NOT NULL,
    "detsis_number" TEXT,
    "dative" TEXT NOT NULL,
    "genitive" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution_channel" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "institution_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "institution_channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "distribution_list" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "distribution_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "distribution_list_member" (
    "list_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "position" SMALLINT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'action',

    CONSTRAINT "distribution_list_member_pkey" PRIMARY KEY ("list_id","institution_id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "mode" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "key" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_detsis_number_key" ON "unit"("detsis_number");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_username_key" ON "user_account"("username");

-- CreateIndex
CREATE INDEX "user_account_province_id_role_idx" ON "user_account"("province_id", "role");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "signing_authority_unit_id_user_id_idx" ON "signing_authority"("unit_id", "user_id");

-- CreateIndex
CREATE INDEX "audit_event_subject_kind_subject_id_id_idx" ON "audit_event"("subject_kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_province_id_id_idx" ON "audit_event"("province_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_event_id_key" ON "audit_seal"("event_id");

-- CreateIndex
CREATE INDEX "incoming_letter_province_id_received_at_id_idx" ON "incoming_letter"("province_id", "received_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "incoming_letter_province_id_institution_id_letter_on_letter_key" ON "incoming_letter"("province_id", "institution_id", "letter_on", "letter_number");

-- CreateIndex
CREATE UNIQUE INDEX "circular_verification_code_key" ON "circular"("verification_code");

-- CreateIndex
CREATE INDEX "circular_province_id_updated_at_id_idx" ON "circular"("province_id", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "circular_province_id_state_updated_at_id_idx" ON "circular"("province_id", "state", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "circular_updated_at_id_idx" ON "circular"("updated_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "circular_review_circular_id_round_position_key" ON "circular_review"("circular_id", "round", "position");

-- CreateIndex
CREATE UNIQUE INDEX "circular_attachment_circular_id_position_key" ON "circular_attachment"("circular_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "circular_recipient_link_hash_key" ON "circular_recipient"("link_hash");

-- CreateIndex
CREATE INDEX "circular_recipient_province_id_circular_id_idx" ON "circular_recipient"("province_id", "circular_id");

-- CreateIndex
CREATE UNIQUE INDEX "circular_recipient_circular_id_institution_id_key" ON "circular_recipient"("circular_id", "institution_id");

-- CreateIndex
CREATE UNIQUE INDEX "circular_recipient_circular_id_position_key" ON "circular_recipient"("circular_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_recipient_id_kind_content_digest_key" ON "declaration"("recipient_id", "kind", "content_digest");

-- CreateIndex
CREATE UNIQUE INDEX "document_number_number_key" ON "document_number"("number");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_message_id_key" ON "delivery"("message_id");

-- CreateIndex
CREATE INDEX "delivery_province_id_circular_id_idx" ON "delivery"("province_id", "circular_id");

-- CreateIndex
CREATE INDEX "delivery_circular_id_state_idx" ON "delivery"("circular_id", "state");

-- CreateIndex
CREATE INDEX "delivery_next_check_at_idx" ON "delivery"("next_check_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_recipient_id_purpose_channel_attempt_key" ON "delivery"("recipient_id", "purpose", "channel", "attempt");

-- CreateIndex
CREATE INDEX "evidence_delivery_id_event_at_idx" ON "evidence"("delivery_id", "event_at");

-- CreateIndex
CREATE INDEX "evidence_recipient_id_idx" ON "evidence"("recipient_id");

-- CreateIndex
CREATE INDEX "evidence_status_next_check_at_idx" ON "evidence"("status", "next_check_at");

-- CreateIndex
CREATE INDEX "human_task_province_id_closed_at_idx" ON "human_task"("province_id", "closed_at");

-- CreateIndex
CREATE UNIQUE INDEX "institution_detsis_number_key" ON "institution"("detsis_number");

-- CreateIndex
CREATE INDEX "institution_province_id_name_idx" ON "institution"("province_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "institution_channel_institution_id_position_key" ON "institution_channel"("institution_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "distribution_list_province_id_name_key" ON "distribution_list"("province_id", "name");

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signing_authority" ADD CONSTRAINT "signing_authority_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signing_authority" ADD CONSTRAINT "signing_authority_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_letter" ADD CONSTRAINT "incoming_letter_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circular" ADD CONSTRAINT "circular_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circular" ADD CONSTRAINT "circular_incoming_letter_id_fkey" FOREIGN KEY ("incoming_letter_id") REFERENCES "incoming_letter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circular_review" ADD CONSTRAINT "circular_review_circular_id_fkey" FOREIGN KEY ("circular_id") REFERENCES "circular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circular_attachment" ADD CONSTRAINT "circular_attachment_circular_id_fkey" FOREIGN KEY ("circular_id") REFERENCES "circular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circular_attachment" ADD CONSTRAINT "circular_attachment_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circular_recipient" ADD CONSTRAINT "circular_recipient_circular_id_fkey" FOREIGN KEY ("circular_id") REFERENCES "circular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "circular_recipient" ADD CONSTRAINT "circular_recipient_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "circular_recipient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_number" ADD CONSTRAINT "document_number_circular_id_fkey" FOREIGN KEY ("circular_id") REFERENCES "circular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_circular_id_fkey" FOREIGN KEY ("circular_id") REFERENCES "circular"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "circular_recipient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "human_task" ADD CONSTRAINT "human_task_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "circular_recipient"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution" ADD CONSTRAINT "institution_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution_channel" ADD CONSTRAINT "institution_channel_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distribution_list_member" ADD CONSTRAINT "distribution_list_member_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "distribution_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distribution_list_member" ADD CONSTRAINT "distribution_list_member_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


