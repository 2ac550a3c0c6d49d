// DuckDB in this process, in memory alone. One connection, one statement at a time: each uses every core there is.
import { availableParallelism } from "node:os";
import type { DuckDBConnection, DuckDBInstance, DuckDBType } from "@duckdb/node-api";
import type { FactTable } from "../facts.ts";
import { idColumns, idNumber } from "./column-ids.ts";
import { type ColumnType, modelTables } from "./column-tables.ts";

/** Nothing is read from or written to a disk, nothing is fetched. */
const options = (threads: number) => ({
  threads: String(threads),
  temp_directory: "",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  enable_external_access: "false",
  // Groups of a few thousand codes are counted in an array instead of a hash table.
  perfect_ht_threshold: "20",
});

const names = Object.keys(modelTables) as FactTable[];
const chunkRows = 2_048;

export type ColumnStore = {
  rows(statement: string): Promise<number[][]>;
  run(statement: string): Promise<void>;
  /** Rows are added by `add` and are there once it is finished. */
  writer(table: FactTable | "changed"): Promise<Writer>;
  /** Lays the rows out in the table's order, and once more in each of its arrangements. */
  sort(table: FactTable): Promise<void>;
  close(): void;
};

/** The record's id lies at the offset; cells are in the order of the table's columns. */
export type Writer = { add(id: Buffer, offset: number, cells: ArrayLike<number>): void; finish(): void };

/** The library is loaded when it is first needed: where it is missing, PostgreSQL answers. */
export async function openColumnStore(): Promise<ColumnStore> {
  const duckdb = await import("@duckdb/node-api");
  const instance: DuckDBInstance = await duckdb.DuckDBInstance.create(":memory:", options(availableParallelism()));
  const connection: DuckDBConnection = await instance.connect();
  const types: Record<ColumnType | "INTEGER", DuckDBType> = {
    UTINYINT: duckdb.UTINYINT,
    USMALLINT: duckdb.USMALLINT,
    SMALLINT: duckdb.SMALLINT,
    INTEGER: duckdb.INTEGER,
  };
  for (const name of names) await connection.run(`CREATE TABLE ${name} (${definition(name)})`);
  await connection.run(`CREATE TABLE changed (${numbered(idColumns).join(", ")})`);
  return {
    rows: async (statement) => numbersIn(await (await connection.run(statement)).fetchAllChunks()),
    run: async (statement) => {
      await connection.run(statement);
    },
    writer: async (table) => {
      const columns = table === "changed" ? [] : modelTables[table].columns.map(({ type }) => types[type]);
      const appender = await connection.createAppender(table);
      const chunk = duckdb.DuckDBDataChunk.create([...idColumns.map(() => duckdb.INTEGER), ...columns], chunkRows);
      return chunkWriter(appender, chunk);
    },
    sort: async (table) => {
      const { order, arrangements } = modelTables[table];
      await connection.run(
        `CREATE TABLE sorted (${definition(table)}); INSERT INTO sorted SELECT * FROM ${table} ORDER BY ${order}; DROP TABLE ${table}; ALTER TABLE sorted RENAME TO ${table}`,
      );
      for (const { name, order: own } of arrangements) {
        await connection.run(`CREATE TABLE ${name} AS SELECT ${arranged(table)} FROM ${table} ORDER BY ${own}`);
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const numbered = (names: readonly string[]): string[] => names.map((name) => `${name} INTEGER NOT NULL`);

const definition = (name: FactTable): string =>
  [...numbered(idColumns), ...modelTables[name].columns.map((column) => `${column.name} ${column.type} NOT NULL`)].join(", ");

/** What an arrangement holds of a table: no record is named by it. */
export const arranged = (name: FactTable): string =>
  ["key_a", "key_b", ...modelTables[name].columns.map((column) => column.name)].join(", ");

/** Statements ask for whole numbers alone, none of them null: each is a place in the memory behind its column. */
function numbersIn(chunks: readonly Chunk[]): number[][] {
  return chunks.flatMap((chunk) => {
    const columns = Array.from({ length: chunk.columnCount }, (_none, at) => numbersOf(chunk.getColumnVector(at)));
    return Array.from({ length: chunk.rowCount }, (_none, row) => columns.map((column) => column[row] as number));
  });
}

type Appender = Awaited<ReturnType<DuckDBConnection["createAppender"]>>;
type Chunk = Parameters<Appender["appendDataChunk"]>[0];

function chunkWriter(appender: Appender, chunk: Chunk): Writer {
  let count = 0;
  const vectors = Array.from({ length: chunk.columnCount }, (_none, at) => chunk.getColumnVector(at));
  const columns = vectors.map(numbersOf);
  const [ids, cells] = [columns.slice(0, idColumns.length), columns.slice(idColumns.length)];
  const flush = () => {
    if (count === 0) return;
    // Vectors keep what was written for the size they were made for; a shorter last chunk is cut afterwards.
    for (const vector of vectors) vector.flush();
    if (count < chunkRows) chunk.rowCount = count;
    appender.appendDataChunk(chunk);
    count = 0;
  };
  return {
    add(id, offset, row) {
      for (let at = 0; at < ids.length; at += 1) (ids[at] as Numbers)[count] = idNumber(id, offset + 4 * at);
      for (let at = 0; at < cells.length; at += 1) (cells[at] as Numbers)[count] = row[at] as number;
      count += 1;
      if (count === chunkRows) flush();
    },
    finish() {
      flush();
      appender.flushSync();
      appender.closeSync();
    },
  };
}

type Numbers = Int32Array | Int16Array | Uint16Array | Uint8Array;

/**
 * The numbers behind a vector, written in place: item by item the library checks each for type, range and null, twenty times a
 * row and a hundred million times a load.
 */
function numbersOf(vector: object): Numbers {
  const items: unknown = Reflect.get(vector, "items");
  if (!ArrayBuffer.isView(items)) throw new Error("this DuckDB keeps its vectors in another way");
  return items as Numbers;
}
