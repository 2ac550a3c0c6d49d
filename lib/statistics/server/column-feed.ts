// From PostgreSQL into the model: everything at once as COPY sends it, or the rows that changed.

import type { Snapshot } from "../../platform/db/snapshot.ts";
import { joinSql, ownWords, type Sql, sql } from "../../platform/db/sql.ts";
import type { FactTable } from "../facts.ts";
import type { Nationalities } from "./column-codes.ts";
import { arranged, type ColumnStore, type Writer } from "./column-store.ts";
import { modelTables } from "./column-tables.ts";
import { tables } from "./postgres-columns.ts";

const country = { kind: "country" } as const;

/** The model keeps permits recorded in error: the permit list counts them too. */
const held = (table: FactTable): Sql => (table === "permit" ? sql`TRUE` : tables[table](country).where);

function feedSql(table: FactTable, ids?: readonly string[]): Sql {
  const { key, asked } = modelTables[table];
  const condition = ids ? sql`${key} = ANY(${[...ids]}::uuid[])` : sql`TRUE`;
  const numbers = asked.map(({ name, sql: expression }) => sql`${expression} AS ${ownWords(name)}`);
  return sql`SELECT ${joinSql([sql`${key} AS id`, ...numbers])} FROM ${tables[table](country, ids).from} WHERE ${held(table)} AND ${condition}`;
}

/** What is asked for, made into the cells of a row; the same array each time. */
function cellsOf(table: FactTable, nationalities: Nationalities): (asked: ArrayLike<number>) => Int32Array {
  const { asked, columns } = modelTables[table];
  const placeOf = (name: string | undefined) => asked.findIndex((one) => one.name === name);
  const plain = columns.map(({ from }) => placeOf(from));
  const made = columns.flatMap(({ name, from, and, through }, at) => {
    const make = name === "nationality" ? (sent: number) => nationalities.numberOf(sent) : through;
    return make ? [{ at, from: placeOf(from), and: Math.max(placeOf(and), 0), make }] : [];
  });
  const cells = new Int32Array(columns.length);
  return (numbers) => {
    for (let at = 0; at < plain.length; at += 1) cells[at] = numbers[plain[at] as number] as number;
    for (const { at, from, and, make } of made) cells[at] = make(numbers[from] as number, numbers[and] as number);
    return cells;
  };
}

/** Every row of a table. */
export async function loadTable(snapshot: Snapshot, store: ColumnStore, table: FactTable, nationalities: Nationalities): Promise<void> {
  const writer = await store.writer(table);
  const decoder = binaryRows(modelTables[table].asked.length, cellsOf(table, nationalities), writer);
  await snapshot.copy(feedSql(table), decoder);
  writer.finish();
  await store.sort(table);
}

/** Length of the head of a binary COPY, without extensions: signature, flags, length of the rest. */
const headLength = 19;

/**
 * Rows of one id and so many two-byte numbers are all of one length: field count, then length and bytes of each field. The
 * trailer, a field count of −1, is shorter than any row and stays over.
 */
function binaryRows(count: number, cells: (asked: ArrayLike<number>) => Int32Array, writer: Writer): (part: Buffer) => void {
  const rowLength = 2 + 20 + count * 6;
  const asked = new Int16Array(count);
  let waiting: Buffer = Buffer.alloc(0);
  let head = headLength;
  return (part) => {
    const bytes = waiting.length > 0 ? Buffer.concat([waiting, part]) : part;
    let at = Math.min(head, bytes.length);
    head -= at;
    for (; at + rowLength <= bytes.length; at += rowLength) {
      for (let field = 0, place = at + 26; field < count; field += 1, place += 6) asked[field] = bytes.readInt16BE(place);
      writer.add(bytes, at + 6, cells(asked));
    }
    // The driver uses its buffer again.
    waiting = Buffer.from(bytes.subarray(at));
  };
}

/** Puts the rows of the given ids as they are now in place of those the model has; both stay at hand as a `RowSet`. */
export async function replaceRows(
  snapshot: Snapshot,
  store: ColumnStore,
  { table, ids }: { table: FactTable; ids: readonly string[] },
  nationalities: Nationalities,
): Promise<void> {
  const { asked } = modelTables[table];
  const rows = await snapshot.rows<Record<string, number | string>>(feedSql(table, ids));
  await store.run("DELETE FROM changed");
  const keys = await store.writer("changed");
  for (const id of ids) keys.add(bytesOf(id), 0, []);
  keys.finish();
  const isChanged = "(key_a, key_b) IN (SELECT key_a, key_b FROM changed)";
  await store.run(`CREATE OR REPLACE TABLE gone AS SELECT * FROM ${table} WHERE ${isChanged}; DELETE FROM ${table} WHERE ${isChanged}`);
  const writer = await store.writer(table);
  const cells = cellsOf(table, nationalities);
  for (const row of rows) writer.add(bytesOf(String(row.id)), 0, cells(asked.map(({ name }) => Number(row[name]))));
  writer.finish();
  await store.run(`CREATE OR REPLACE TABLE come AS SELECT * FROM ${table} WHERE ${isChanged}`);
  for (const { name, lead } of modelTables[table].arrangements) {
    // The rows lie where their lead says: the rest of the arrangement need not be looked through.
    const isThere = `${lead} BETWEEN (SELECT min(${lead}) FROM gone) AND (SELECT max(${lead}) FROM gone)`;
    await store.run(`DELETE FROM ${name} WHERE ${isThere} AND ${isChanged}; INSERT INTO ${name} SELECT ${arranged(table)} FROM come`);
  }
}

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");
