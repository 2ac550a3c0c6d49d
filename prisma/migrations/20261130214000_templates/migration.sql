-- Templates with versions (A29): a change is a new version, and a circular names the one that its draft began with.
CREATE TABLE "circular_template" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "circular_template_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "circular_template_version" (
    "template_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "province_id" SMALLINT,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "closing" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "circular_template_version_pkey" PRIMARY KEY ("template_id","version")
);
CREATE INDEX "circular_template_province_id_name_id_idx" ON "circular_template"("province_id", "name", "id");
ALTER TABLE "circular_template_version" ADD CONSTRAINT "circular_template_version_template_id_fkey" FOREIGN KEY ("template_id")
  REFERENCES "circular_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "circular" ADD COLUMN "template_id" UUID, ADD COLUMN "template_version" INTEGER;
CREATE INDEX "circular_template_id_template_version_idx" ON "circular"("template_id", "template_version");
ALTER TABLE "circular" ADD CONSTRAINT "circular_template_id_fkey" FOREIGN KEY ("template_id")
  REFERENCES "circular_template"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "circular" ADD CONSTRAINT "circular_template_id_template_version_fkey" FOREIGN KEY ("template_id", "template_version")
  REFERENCES "circular_template_version"("template_id", "version") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE circular ADD CONSTRAINT circular_template_is_whole CHECK (num_nonnulls(template_id, template_version) IN (0, 2));

-- One name in use once in an office; NULLS NOT DISTINCT: the Ministry is an office, too.
CREATE UNIQUE INDEX circular_template_name_once ON circular_template (province_id, name) NULLS NOT DISTINCT WHERE retired_at IS NULL;

-- A province reads the Ministry's beside its own, and changes its own alone. A version is written once.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['circular_template', 'circular_template_version'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY country ON %I TO izin_country USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY province_reads ON %I FOR SELECT TO izin_province '
                   'USING (province_id = current_setting(''app.province'')::smallint OR province_id IS NULL)', t);
    EXECUTE format('CREATE POLICY province_adds ON %I FOR INSERT TO izin_province '
                   'WITH CHECK (province_id = current_setting(''app.province'')::smallint)', t);
    EXECUTE format('CREATE POLICY province_changes ON %I FOR UPDATE TO izin_province '
                   'USING (province_id = current_setting(''app.province'')::smallint) '
                   'WITH CHECK (province_id = current_setting(''app.province'')::smallint)', t);
    EXECUTE format('GRANT SELECT ON %I TO izin_base', t);
    EXECUTE format('GRANT INSERT ON %I TO izin_province, izin_country', t);
  END LOOP;
END $$;
GRANT UPDATE ON circular_template TO izin_province, izin_country;
