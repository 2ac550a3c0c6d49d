import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { told } from "./bulk.ts";
import { connectionOf } from "./client.ts";
import type { Sql } from "./sql.ts";
import type { Db } from "./transaction.ts";

/** A transaction's own connection, for statements over megabytes of rows: what they write is undone with the rest. */
export type Session = {
  /** The rows that it touched. */
  run(statement: Sql): Promise<number>;
  /** Statements without parameters in one journey; the rows that each touched. */
  script(statements: readonly string[]): Promise<number[]>;
  /** `lines` as `copyLine` writes them; `target` is a table with its columns. */
  copy(target: string, lines: string): Promise<void>;
};

/** Past the ORM, which knows no COPY and keeps the parameters of every raw statement. */
export async function sessionOf({ tx }: Db): Promise<Session> {
  const [served] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const connection = connectionOf(served?.pid ?? 0);
  return {
    run: async ({ text, values }) => (await told(() => connection.query(text, values))).rowCount ?? 0,
    script: async (statements) => {
      const results: pg.QueryResult | pg.QueryResult[] = await told(() => connection.query(statements.join(";\n")));
      return [results].flat().map(({ rowCount }) => rowCount ?? 0);
    },
    copy: (target, lines) => told(() => pipeline(Readable.from([lines]), connection.query(copyFrom(`COPY ${target} FROM STDIN`)))),
  };
}
