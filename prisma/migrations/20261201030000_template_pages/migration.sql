-- An office's templates page by page in Turkish order of names, those in use apart from the retired ones.
CREATE INDEX circular_template_in_use ON circular_template (province_id, name COLLATE "tr-x-icu", id) WHERE retired_at IS NULL;
CREATE INDEX circular_template_retired ON circular_template (province_id, name COLLATE "tr-x-icu", id) WHERE retired_at IS NOT NULL;
DROP INDEX "circular_template_province_id_name_id_idx";
