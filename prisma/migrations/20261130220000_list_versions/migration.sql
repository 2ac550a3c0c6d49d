-- What a list said in each of its versions, and who made it so. A version is written once and never changed.
CREATE TABLE "distribution_list_version" (
    "list_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "province_id" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "members" JSONB NOT NULL,
    "changes" JSONB,
    "origin" TEXT NOT NULL,
    "restored_version" INTEGER,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,
    "made_by_name" TEXT,

    CONSTRAINT "distribution_list_version_pkey" PRIMARY KEY ("list_id","version")
);
ALTER TABLE "distribution_list_version" ADD CONSTRAINT "distribution_list_version_list_id_fkey" FOREIGN KEY ("list_id")
  REFERENCES "distribution_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE distribution_list_version
  ADD CONSTRAINT distribution_list_version_origin CHECK (origin IN ('found', 'form', 'file', 'restore')),
  ADD CONSTRAINT distribution_list_version_restored CHECK ((origin = 'restore') = (restored_version IS NOT NULL));
ALTER TABLE distribution_list_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE distribution_list_version FORCE ROW LEVEL SECURITY;
CREATE POLICY country ON distribution_list_version TO izin_country USING (true) WITH CHECK (true);
CREATE POLICY province ON distribution_list_version TO izin_province USING (province_id = current_setting('app.province')::smallint)
  WITH CHECK (province_id = current_setting('app.province')::smallint);
GRANT SELECT ON distribution_list_version TO izin_base;
GRANT INSERT ON distribution_list_version TO izin_province, izin_country;

-- The lists that are there begin with what they say today. The owner sees no row while policies are forced on them.
ALTER TABLE distribution_list NO FORCE ROW LEVEL SECURITY;
ALTER TABLE distribution_list_member NO FORCE ROW LEVEL SECURITY;
ALTER TABLE institution NO FORCE ROW LEVEL SECURITY;
ALTER TABLE distribution_list_version NO FORCE ROW LEVEL SECURITY;
INSERT INTO distribution_list_version (list_id, version, province_id, name, members, origin, made_at)
SELECT l.id, l.version, l.province_id, l.name,
  coalesce((SELECT jsonb_agg(jsonb_build_object('institutionId', m.institution_id, 'name', i.name, 'role', m.role) ORDER BY m.position, m.institution_id)
    FROM distribution_list_member m JOIN institution i ON i.id = m.institution_id WHERE m.list_id = l.id), '[]'), 'found', l.updated_at
FROM distribution_list l;
ALTER TABLE distribution_list FORCE ROW LEVEL SECURITY;
ALTER TABLE distribution_list_member FORCE ROW LEVEL SECURITY;
ALTER TABLE institution FORCE ROW LEVEL SECURITY;
ALTER TABLE distribution_list_version FORCE ROW LEVEL SECURITY;
