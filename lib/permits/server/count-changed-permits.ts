import type { ReadContext } from "../../platform/context.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { countChangedPermits as changedEndpoint } from "../contract.ts";
import { countChanged } from "./page-repository.ts";

/** Looked through, so that a view nobody has opened for a year costs no more than one of yesterday. */
const most = 5_000;

export async function countChangedPermits({ reader, now }: ReadContext<unknown>, filter: ParsedInputOf<typeof changedEndpoint>) {
  const { changed, looked } = await countChanged(reader, { filter, today: localDateOf(now) }, most + 1);
  return { changed, isAtLeast: looked > most };
}
