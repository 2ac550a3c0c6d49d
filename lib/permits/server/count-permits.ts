import type { ReadContext } from "../../platform/context.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { PermitFilter } from "../contract.ts";
import { countRows } from "./page-repository.ts";

export async function countPermits({ reader, now }: ReadContext<unknown>, filter: PermitFilter) {
  return { total: await countRows(reader, { filter, today: localDateOf(now) }), asOf: now.toISOString() };
}
