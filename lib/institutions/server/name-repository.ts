import { type Db, scopeWhere } from "../../platform/db/transaction.ts";
import type { DirectoryName } from "../name-forms.ts";

/** Names of a province's open institutions as letters write them. Uses institution_province_id_name_idx. */
export async function listNames(db: Db, provinceId: number): Promise<DirectoryName[]> {
  return await db.tx.institution.findMany({
    where: { AND: [{ provinceId, closedAt: null }, scopeWhere(db.scope)] },
    select: { id: true, name: true, dative: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
