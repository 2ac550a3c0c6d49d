-- CreateTable
CREATE TABLE "frozen_figure" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "province_id" SMALLINT,
    "title" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "cut" JSONB NOT NULL,
    "as_of" JSONB NOT NULL,
    "digest" BYTEA NOT NULL,
    "frozen_by_id" UUID NOT NULL,
    "frozen_by_name" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "frozen_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_total" (
    "year" SMALLINT NOT NULL,
    "permits" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "published_total_pkey" PRIMARY KEY ("year")
);

-- CreateIndex
CREATE INDEX "frozen_figure_province_id_id_idx" ON "frozen_figure"("province_id", "id");

-- Row scope as in every table with a province. Nobody changes or deletes a figure: its link shows the same numbers for ever.
ALTER TABLE frozen_figure ENABLE ROW LEVEL SECURITY;
ALTER TABLE frozen_figure FORCE ROW LEVEL SECURITY;
CREATE POLICY country ON frozen_figure TO izin_country USING (true) WITH CHECK (true);
CREATE POLICY province ON frozen_figure TO izin_province USING (province_id = current_setting('app.province')::smallint)
  WITH CHECK (province_id = current_setting('app.province')::smallint);
GRANT SELECT ON frozen_figure, published_total TO izin_base;
GRANT INSERT ON frozen_figure TO izin_province, izin_country;

-- Permits issued by year as published; press figures of the same years differ by a few, which were corrections.
INSERT INTO published_total (year, permits, source)
SELECT year, permits, 'Çalışma ve Sosyal Güvenlik Bakanlığı, Yabancıların Çalışma İzinleri yıllığı, ' || year FROM (VALUES
  (2010, 14201), (2011, 17466), (2012, 32279), (2013, 45823), (2014, 52295), (2015, 64521), (2016, 73549), (2017, 87182), (2018, 115837)
) AS published (year, permits);
