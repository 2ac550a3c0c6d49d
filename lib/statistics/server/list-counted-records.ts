import type { Actor } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import { pageSize } from "../../platform/db/keyset.ts";
import type { OutputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { knows, restrictionsOf } from "../facts.ts";
import { measureOf } from "../measures.ts";
import { periodOf } from "../period.ts";
import type { CountedInput, listCountedPermits as endpoint } from "../records-contract.ts";
import { refuseBackwards } from "./answers.ts";
import { findCountedRecords, recordKeyOf, recordKeyText } from "./counted-record-repository.ts";

/** D8: the records of a figure, always read from the records themselves. */
export async function listCountedRecords(
  { reader, now }: Pick<ReadContext<Actor>, "reader" | "now">,
  { measure, after, ...filter }: CountedInput,
): Promise<OutputOf<typeof endpoint>> {
  refuseBackwards(filter);
  const today = localDateOf(now);
  const restrictions = restrictionsOf(filter);
  const key = recordKeyOf(after);
  const asOf = now.toISOString();
  if (!knows(measure, restrictions)) return { records: [], next: null, asOf };
  const days = measureOf(measure).form === "share" ? { from: null, to: today } : periodOf(filter, today).days;
  const rows = await findCountedRecords(reader, { fact: measure, days, restrictions }, { after: key, limit: pageSize + 1 });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { records: rows.slice(0, pageSize), next: last ? recordKeyText(last) : null, asOf };
}
