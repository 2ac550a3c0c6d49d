// How the read model writes the values of a dimension: as small numbers, 0 for what the record does not hold. The same lists
// make PostgreSQL's expressions, DuckDB's conditions and the codes of the answers.
import { PermitStatus, unknownCode } from "../../permits/contract.ts";
import type { Dimension } from "../measures.ts";
import { isListed, valueLists } from "../value-lists.ts";

/** A value's number is its place in its list, counted from 1. */
export const statuses = PermitStatus.options;

/** Numbers that nationalities are given in the order of their first appearance; 0 is none. */
export class Nationalities {
  readonly #codes: string[] = [unknownCode];
  readonly #numbers = new Map<number, number>();

  /** From the base-26 number under which PostgreSQL sends a code. */
  numberOf(sent: number): number {
    if (sent === 0) return 0;
    const known = this.#numbers.get(sent);
    if (known !== undefined) return known;
    this.#codes.push(textOf(sent));
    this.#numbers.set(sent, this.#codes.length - 1);
    return this.#codes.length - 1;
  }

  codeOf = (number: number): string => this.#codes[number] ?? unknownCode;
  /** −1 for one that no record has. */
  find = (code: string): number => this.#codes.indexOf(code);
}

const letters = [676, 26, 1] as const;
const textOf = (sent: number): string => letters.map((place) => String.fromCharCode(65 + (Math.floor((sent - 1) / place) % 26))).join("");

/** The number of a code, or −1 where no row can have it. Occupations are asked otherwise: by where they begin. */
export function numberOf(dimension: Dimension, code: string, nationalities: Nationalities): number {
  if (code === unknownCode) return 0;
  if (dimension === "province") return Number(code);
  if (dimension === "nationality") return nationalities.find(code);
  if (dimension === "sector") return code.charCodeAt(0) - 64;
  if (!isListed(dimension)) return -1;
  const place = (valueLists[dimension] as readonly string[]).indexOf(code);
  return place < 0 ? -1 : place + 1;
}

/** The code that a number of the model stands for; an occupation's is that of its two-digit group. */
export function codeOfNumber(dimension: Dimension, number: number, nationalities: Nationalities): string {
  if (dimension === "province") return String(number);
  if (dimension === "nationality") return nationalities.codeOf(number);
  if (number === 0) return unknownCode;
  if (dimension === "sector") return String.fromCharCode(64 + number);
  if (dimension === "occupation") return String(number - 1).padStart(2, "0");
  return isListed(dimension) ? (valueLists[dimension][number - 1] ?? unknownCode) : unknownCode;
}

/** From where to where the unit groups lie that begin with a code; the model counts them from 1, so that 0 is none. */
export function occupationRange(code: string): [number, number] {
  const width = 10 ** (4 - code.length);
  const first = Number(code) * width;
  return [first + 1, first + width];
}
