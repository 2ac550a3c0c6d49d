// Where every figure comes from: a question is assembled once from nothing to learn which tallies it needs, they are counted
// together, and it is assembled again from what was found.
import type { Actor } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { AsOf } from "../contract.ts";
import { heldFor } from "../facts.ts";
import type { MeasureName } from "../measures.ts";
import { rowsIn } from "../spread.ts";
import { lookUp, type Rows, type Tally, talliesFor, wholeOf } from "../tally.ts";
import { tallyInDatabase } from "./postgres-tallies.ts";

export type Asking = Pick<ReadContext<Actor>, "reader">;
export type Demand = { measure: MeasureName; today: string; seen?: string | undefined };

/** The answer with the moment and the place of its data. */
export async function answered<Answer extends object>(
  { reader }: Asking,
  { measure, today }: Demand,
  assemble: (rows: Rows) => Answer,
): Promise<Answer & { asOf: AsOf }> {
  const startedAt = performance.now();
  const whole: Tally = { fact: heldFor(measure), days: { from: null, to: today }, restrictions: [], by: [] };
  const tallies = [...talliesFor(assemble), whole];
  const { at, rows: found } = await tallyInDatabase(reader, tallies);
  const rows = lookUp(tallies, found);
  const answer = assemble(rows);
  const ms = Math.round((performance.now() - startedAt) * 10) / 10;
  return { ...answer, asOf: { at, from: "database", rows: rowsIn(wholeOf(rows(whole))), ms } };
}

/** A period that ends before it begins is a slip, not an empty one. */
export function refuseBackwards({ from, to }: { from?: string | undefined; to?: string | undefined }): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new AppError("bad_input", { invalidParams: [{ path: "to", message: "Dönemin sonu başlangıcından önce olamaz." }] });
}
