-- What a commit reads is staged a piece of the file at a time, sealed whole (decision 010); a row keeps what the screens show.
CREATE TABLE "import_piece" (
    "run_id" UUID NOT NULL,
    "first_row" INTEGER NOT NULL,
    "province_id" SMALLINT,
    "key_id" SMALLINT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_piece_pkey" PRIMARY KEY ("run_id","first_row")
);
-- Sealed bytes do not shrink: compressing them is time for nothing.
ALTER TABLE import_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE import_piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_piece FORCE ROW LEVEL SECURITY;
CREATE POLICY country ON import_piece TO izin_country USING (true) WITH CHECK (true);
CREATE POLICY province ON import_piece TO izin_province USING (province_id = current_setting('app.province')::smallint)
  WITH CHECK (province_id = current_setting('app.province')::smallint);
GRANT SELECT ON import_piece TO izin_base;
GRANT INSERT, UPDATE, DELETE ON import_piece TO izin_province, izin_country;

-- Rows staged the old way cannot be taken over: their runs are tried out again, which changes nothing for anybody.
UPDATE import_run SET state = 'failed', version = version + 1, failure = 'Program yenilendi; hiçbir kayıt değişmedi. Denetimi yeniden başlatın.'
  WHERE state IN ('checking', 'checked', 'committing');
DELETE FROM import_row WHERE run_id IN (SELECT id FROM import_run WHERE state = 'failed');
ALTER TABLE "import_row" DROP COLUMN "cells", DROP COLUMN "values", ADD COLUMN "summary" TEXT NOT NULL DEFAULT '', ALTER COLUMN "errors" DROP NOT NULL;
UPDATE import_row SET summary = coalesce(errors ->> 'summary', '') WHERE errors ? 'summary';
