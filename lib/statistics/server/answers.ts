// Where every figure comes from: a question is assembled once from nothing to learn which tallies it needs, they are counted
// together, and it is assembled again from what was found.
import type { Actor } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import type { Reader } from "../../platform/db/reader.ts";
import type { RowScope } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { log } from "../../platform/log.ts";
import type { AsOf } from "../contract.ts";
import { heldFor } from "../facts.ts";
import type { MeasureName } from "../measures.ts";
import { rowsIn } from "../spread.ts";
import { lookUp, type Rows, type Tallied, type Tally, talliesFor, wholeOf } from "../tally.ts";
import { freshModel } from "./current-model.ts";
import { tallyInDatabase } from "./postgres-tallies.ts";

export type Asking = Pick<ReadContext<Actor>, "reader">;
export type Demand = { measure: MeasureName; today: string; seen?: string | undefined };
type Found = { at: string; from: AsOf["from"]; rows: Tallied };

/** The answer with the moment and the place of its data. */
export async function answered<Answer extends object>(
  { reader }: Asking,
  { measure, today, seen }: Demand,
  assemble: (rows: Rows) => Answer,
): Promise<Answer & { asOf: AsOf }> {
  const startedAt = performance.now();
  const whole: Tally = { fact: heldFor(measure), days: { from: null, to: today }, restrictions: [], by: [] };
  const tallies = [...talliesFor(assemble), whole];
  const { at, from, rows: found } = (await inColumns(reader.scope, tallies, seen)) ?? (await inDatabase(reader, tallies));
  const rows = lookUp(tallies, found);
  const answer = assemble(rows);
  const ms = Math.round((performance.now() - startedAt) * 10) / 10;
  return { ...answer, asOf: { at, from, rows: rowsIn(wholeOf(rows(whole))), ms } };
}

const inDatabase = async (reader: Reader, tallies: readonly Tally[]): Promise<Found> => ({
  ...(await tallyInDatabase(reader, tallies)),
  from: "database",
});

/** Null where there is no copy, where it is older than what the client has seen, or where it fails: nobody goes without an answer. */
async function inColumns(scope: RowScope, tallies: readonly Tally[], seen: string | undefined): Promise<Found | null> {
  try {
    const model = await freshModel(seen);
    return model && { ...(await model.tally(scope, tallies)), from: "columns" };
  } catch (error) {
    log().warn({ error: error instanceof Error ? error.message : String(error) }, "the statistics' read model did not answer");
    return null;
  }
}

/** A period that ends before it begins is a slip, not an empty one. */
export function refuseBackwards({ from, to }: { from?: string | undefined; to?: string | undefined }): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new AppError("bad_input", { invalidParams: [{ path: "to", message: "Dönemin sonu başlangıcından önce olamaz." }] });
}
