import type { Actor } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { Cut } from "../contract.ts";
import { cutOf } from "../cut.ts";
import type { Yearbook } from "../publication-contract.ts";
import { type YearLine, yearLines } from "../yearbook.ts";
import { answered } from "./answers.ts";
import { findPublishedTotals } from "./yearbook-repository.ts";

const measure = "permits_issued";

export async function readYearbook({ reader, now }: ReadContext<Actor>): Promise<Yearbook> {
  const today = localDateOf(now);
  const { years, asOf } = await answered({ reader }, { measure, today }, (rows) => ({
    years: cutOf({ input: { measure, rows: "year" }, today }, rows),
  }));
  return { asOf, years: (await yearsBeside(reader, years)).toReversed() };
}

/** The years of the records beside the published ones; a province's records are not held against the country's totals. */
export async function yearsBeside(reader: ReadContext<Actor>["reader"], years: Cut): Promise<YearLine[]> {
  const records = new Map(years.rowCodes.map((code, row) => [Number(code), years.rowTotals[row]?.value ?? 0]));
  const published = reader.scope.kind === "country" ? await findPublishedTotals(reader) : new Map();
  return yearLines(records, published);
}
