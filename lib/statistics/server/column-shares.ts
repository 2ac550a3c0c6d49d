// Which part of a table's rows has each value of its dimensions, as it was when the copy was loaded: the way in which a question
// is asked hangs on it, never what is answered.
import type { FactTable, Restriction } from "../facts.ts";
import { Dimension } from "../measures.ts";
import { type Nationalities, numberOf, occupationRange } from "./column-codes.ts";
import { modelTables } from "./column-tables.ts";

type Parts = ReadonlyMap<number, number>;

export class Shares {
  readonly #parts: ReadonlyMap<string, Parts>;

  constructor(parts: ReadonlyMap<string, Parts> = new Map()) {
    this.#parts = parts;
  }

  static async in(rowsOf: (statement: string) => Promise<number[][]>): Promise<Shares> {
    const parts = new Map<string, Parts>();
    for (const table of Object.keys(modelTables) as FactTable[]) {
      for (const column of columnsOf(table)) {
        const rows = await rowsOf(`SELECT ${column}::INTEGER, count(*)::INTEGER FROM ${table} GROUP BY 1`);
        const all = rows.reduce((sum, [, count = 0]) => sum + count, 0);
        parts.set(`${table}.${column}`, new Map(rows.map(([number = 0, count = 0]) => [number, count / all])));
      }
    }
    return new Shares(parts);
  }

  /** Of a table that was empty then, everything. */
  of(table: FactTable, { dimension, codes }: Restriction, nationalities: Nationalities): number {
    const parts = this.#parts.get(`${table}.${columnOf(dimension)}`);
    if (!parts || parts.size === 0) return 1;
    const numbers = codes.flatMap((code) => (dimension === "occupation" ? groupsOf(code) : [numberOf(dimension, code, nationalities)]));
    return [...new Set(numbers)].reduce((sum, number) => sum + (parts.get(number) ?? 0), 0);
  }
}

const columnsOf = (table: FactTable): string[] => {
  const names = new Set(modelTables[table].columns.map(({ name }) => name));
  return Dimension.options.map(columnOf).filter((name) => names.has(name));
};

/** Occupations are told apart by their two-digit groups. */
const columnOf = (dimension: Dimension): string => (dimension === "occupation" ? "occupation_group" : dimension);

/** The two-digit groups that a code lies in or begins. */
function groupsOf(code: string): number[] {
  if (!/^\d{1,4}$/.test(code)) return [0];
  const [first, last] = occupationRange(code);
  const group = (number: number) => Math.floor((number - 1) / 100) + 1;
  return Array.from({ length: group(last) - group(first) + 1 }, (_none, at) => group(first) + at);
}
