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
  if (dimension === "occupation") return `(${codes.map(occupied).join(" OR ")})`;
  const known = codes.map((code) => numberOf(dimension, code, nationalities)).filter((number) => number >= 0);
  if (known.length === 0) return "false";
  return known.length === 1 ? `${dimension} = ${known[0]}` : `${dimension} IN (${known.join(", ")})`;
}

function occupied(code: string): string {
  if (!/^\d{1,4}$/.test(code)) return "occupation = 0";
  const [first, last] = occupationRange(code);
  return first === last ? `occupation = ${first}` : `occupation BETWEEN ${first} AND ${last}`;
}
