import type { Actor } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import type { OutputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { reconcileStatistics as endpoint } from "../contract.ts";
import { reconciliationLines } from "../reconciliation.ts";
import { lookUp, talliesFor } from "../tally.ts";
import { tallyInDatabase } from "./postgres-tallies.ts";

/** D14: what the read model says beside what the records say, of one moment. */
export async function reconcileStatistics({ reader, now }: ReadContext<Actor>): Promise<OutputOf<typeof endpoint>> {
  const today = localDateOf(now);
  const tallies = talliesFor((rows) => reconciliationLines(rows, today));
  const { rows } = await tallyInDatabase(reader, tallies);
  const lines = reconciliationLines(lookUp(tallies, rows), today);
  return {
    at: null,
    loadedAt: null,
    lines: lines.map(({ name, number }) => ({ name, columns: null, database: number, difference: null })),
    difference: 0,
  };
}
