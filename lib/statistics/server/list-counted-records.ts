import type { Actor } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import { pageSize } from "../../platform/db/keyset.ts";
import type { Reader } from "../../platform/db/reader.ts";
import type { OutputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { log } from "../../platform/log.ts";
import { factOf, knows, restrictionsOf } from "../facts.ts";
import { measureOf } from "../measures.ts";
import { periodOf } from "../period.ts";
import type { CountedInput, listCountedPermits as endpoint } from "../records-contract.ts";
import { refuseBackwards } from "./answers.ts";
import type { PageAsked, RecordKey } from "./column-records.ts";
import { type AskedRecords, findCountedRecords, recordKeyOf, recordKeyText } from "./counted-record-repository.ts";
import { currentModel } from "./current-model.ts";

/** D8: the records of a figure. The read model says which they are, the records themselves what is shown of them. */
export async function listCountedRecords(
  { reader, now }: Pick<ReadContext<Actor>, "reader" | "now">,
  { measure, after, ...filter }: CountedInput,
): Promise<OutputOf<typeof endpoint>> {
  refuseBackwards(filter);
  const today = localDateOf(now);
  const restrictions = restrictionsOf(filter);
  const page = { after: recordKeyOf(after), limit: pageSize + 1 };
  if (!knows(measure, restrictions)) return { records: [], next: null, asOf: now.toISOString() };
  const days = measureOf(measure).form === "share" ? { from: null, to: today } : periodOf(filter, today).days;
  const asked = { fact: measure, days, restrictions };
  const known = await inColumns(reader, asked, page);
  if (!known) {
    const rows = await findCountedRecords(reader, asked, page);
    const keys = rows.map(({ on, id }) => ({ on, id }));
    return { records: rows.slice(0, pageSize), next: nextOf(keys), asOf: now.toISOString() };
  }
  const ids = known.keys.slice(0, pageSize).map(({ id }) => id);
  return { records: await findCountedRecords(reader, asked, { ...page, ids }), next: nextOf(known.keys), asOf: known.at };
}

function nextOf(keys: readonly RecordKey[]): string | null {
  const last = keys.length > pageSize ? keys[pageSize - 1] : undefined;
  return last ? recordKeyText(last) : null;
}

/** Null where there is no copy, and for prints that were spoiled: a card's id stands for all of its prints there. */
async function inColumns({ scope }: Reader, asked: AskedRecords, page: PageAsked): Promise<{ at: string; keys: RecordKey[] } | null> {
  if (factOf(asked.fact).table === "spoilage") return null;
  try {
    return (await currentModel()?.records(scope, asked, page)) ?? null;
  } catch (error) {
    log().warn({ error: error instanceof Error ? error.message : String(error) }, "the statistics' read model did not list records");
    return null;
  }
}
