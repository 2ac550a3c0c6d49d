-- When each person last opened a view. A shared view is opened by many, so the moment is theirs and not the view's.
CREATE TABLE "view_visit" (
    "view_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "province_id" SMALLINT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "view_visit_pkey" PRIMARY KEY ("view_id","user_id")
);
ALTER TABLE "view_visit" ADD CONSTRAINT "view_visit_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "saved_view"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "saved_view" DROP COLUMN "seen_at";
ALTER TABLE view_visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE view_visit FORCE ROW LEVEL SECURITY;
CREATE POLICY country ON view_visit TO izin_country USING (true) WITH CHECK (true);
CREATE POLICY province ON view_visit TO izin_province USING (province_id = current_setting('app.province')::smallint)
  WITH CHECK (province_id = current_setting('app.province')::smallint);
GRANT SELECT ON view_visit TO izin_base;
GRANT INSERT, UPDATE, DELETE ON view_visit TO izin_province, izin_country;

-- What has changed since a moment, of a province; the country goes through its 81 provinces.
CREATE INDEX "permit_province_id_updated_at_idx" ON "permit"("province_id", "updated_at");
