import type { ReadContext } from "../../platform/context.ts";
import { afterNameOf, nextAfterName, pageSize } from "../../platform/db/keyset.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { countInstitutions as countEndpoint, listInstitutions as listEndpoint } from "../contract.ts";
import { countRows, findPage } from "./directory-repository.ts";

/** Keyset on (name, id) in Turkish order; one row more than a page says whether another follows. */
export async function listInstitutions({ reader, now }: ReadContext<unknown>, { after, ...filter }: ParsedInputOf<typeof listEndpoint>) {
  const rows = await findPage(reader, { filter, now }, afterNameOf(after));
  return { institutions: rows.slice(0, pageSize), nextAfter: nextAfterName(rows) };
}

export async function countInstitutions({ reader, now }: ReadContext<unknown>, filter: ParsedInputOf<typeof countEndpoint>) {
  return { total: await countRows(reader, { filter, now }) };
}
