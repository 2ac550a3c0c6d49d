import type { Actor } from "../../lib/access/policy.ts";
import { ownerSql } from "./database.ts";

/** What the list of a province holds besides its permits' commands: an employer's permit, a shared view, a frozen selection. */
export async function fillPermitLists(provinceId: number, officer: Actor): Promise<void> {
  const tax = `000${String(provinceId).padStart(7, "0")}`;
  const [employer] = await ownerSql<{ id: string }>(
    `INSERT INTO employer (province_id, tax_number, title, sector, is_demo) VALUES ($1::int, $2, $2::text || ' İşletmesi', 'I', true) RETURNING id`,
    [provinceId, tax],
  );
  const [permit] = await ownerSql<{ id: string }>(
    `INSERT INTO permit (province_id, number, kind, given_names, surname, sex, nationality, person_key, employer_id, employer_tax_number, sector, occupation,
            valid_from, valid_to, registered_at, updated_at)
     VALUES ($1::int, '660' || $1::int, 'fixed_term', 'Listeli', 'Kişi' || $1::int, 'female', 'GEO', gen_random_uuid(), $2, $3, 'I', '5131', '2026-01-01', '2026-12-31', now(), now())
     RETURNING id`,
    [provinceId, employer?.id, tax],
  );
  await ownerSql(
    `INSERT INTO saved_view (province_id, owner_id, screen, name, query, visibility) VALUES ($1::int, $2, 'permits', 'Bitenler ' || $1::int, 'sort=end', 'shared')`,
    [provinceId, officer.id],
  );
  await ownerSql(
    `INSERT INTO permit_selection (province_id, actor_id, filter, count, digest, permit_ids, versions, created_at)
     VALUES ($1::int, $2, '{"filter": {}, "permitIds": null}', 1, sha256('x'), ARRAY[$3::uuid], ARRAY[1], now())`,
    [provinceId, officer.id, permit?.id],
  );
  await ownerSql(
    `INSERT INTO import_run (province_id, actor_id, actor_name, target, source, file_name, sha256, shape, created_at, updated_at)
     VALUES ($1::int, $2, $3, 'permits', 'Deneme', 'izinler.csv', sha256('x'), $4, now(), now())`,
    [
      provinceId,
      officer.id,
      officer.name,
      { format: "csv", encoding: "UTF-8", delimiter: ";", headerRow: 1, header: ["İzin no"], sample: [] },
    ],
  );
  await ownerSql(
    `INSERT INTO export_run (province_id, actor_id, target, format, filter, columns, expected, file_name, created_at)
     VALUES ($1::int, $2, 'permits', 'csv', '{}', '{}', 1, 'izinler.csv', now())`,
    [provinceId, officer.id],
  );
}
