// What a question demands of the read model's rows, as text of our own numbers. The scope is said here and nowhere else.
import type { RowScope } from "../../platform/db/transaction.ts";
import type { Restriction } from "../facts.ts";
import { type Nationalities, numberOf, occupationRange } from "./column-codes.ts";

/** A province's own rows, everything, or nothing: the same three as in the database. */
export function columnScope(scope: RowScope): string {
  if (scope.kind === "country") return "true";
  return scope.kind === "province" ? `province = ${Math.trunc(scope.provinceId)}` : "false";
}

/** A row whose dimension has one of the codes. The numbers are of our own lists; one that no row has is left out. */
export function restricted({ dimension, codes }: Restriction, nationalities: Nationalities): string {
  if (dimension === "occupation") return anyOf(codes.map(occupied));
  const known = codes.map((code) => numberOf(dimension, code, nationalities)).filter((number) => number >= 0);
  return hasNumber(dimension, known);
}

/** A row whose column has one of the numbers, of which there may be none; where they follow upon each other, between the first and the last. */
export function hasNumber(column: string, numbers: readonly number[]): string {
  if (numbers.length === 0) return "false";
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (new Set(numbers).size > most - least) return least === most ? `${column} = ${least}` : `${column} BETWEEN ${least} AND ${most}`;
  if (numbers.length > fewComparisons) return `${column} IN (${numbers.join(", ")})`;
  return anyOf(numbers.map((number) => `${column} = ${number}`));
}

/** Up to so many cost less than a look-up in a list. */
const fewComparisons = 8;

/**
 * Any of some comparisons, as bits: of OR, DuckDB makes a list or branches that it goes through row by row, which takes two
 * to five times as long as comparing whole columns.
 */
function anyOf(comparisons: readonly string[]): string {
  if (comparisons.length < 2) return comparisons[0] ?? "false";
  if (comparisons.length > fewComparisons) return `(${comparisons.join(" OR ")})`;
  return `(${comparisons.map((one) => `(${one})::UTINYINT`).join(" | ")}) = 1`;
}

function occupied(code: string): string {
  if (!/^\d{1,4}$/.test(code)) return "occupation = 0";
  const [first, last] = occupationRange(code);
  return first === last ? `occupation = ${first}` : `occupation BETWEEN ${first} AND ${last}`;
}
