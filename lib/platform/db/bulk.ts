import pg from "pg";
import { env } from "../config/env.ts";
import { AppError } from "../errors.ts";
import type { Sql } from "./sql.ts";
import type { RowScope } from "./transaction.ts";

/** A connection of its own for statements whose parameters or answers are megabytes, in the scope it was opened for. */
export type Bulk = {
  /** In one transaction, after those asked for before; each statement's rows. */
  run(statements: readonly Sql[]): Promise<unknown[][]>;
  close(): Promise<void>;
};

/** Past the ORM, whose plan cache keeps the parameters of raw statements: six megabytes for 2,000 rows of a file (measured). */
export async function openBulk(scope: RowScope): Promise<Bulk> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, connectionTimeoutMillis: 5_000 });
  // A lost connection is told by the statement that needed it; unheard here, it would end the process.
  client.on("error", () => undefined);
  await told(() => client.connect());
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  return { run: (statements) => inTurn(() => told(() => inTransaction(client, scope, statements))), close: () => client.end() };
}

/** What goes wrong without the database's own code is a connection that was lost. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof pg.DatabaseError ? error : new AppError("unavailable");
  }
}

async function inTransaction(client: pg.Client, scope: RowScope, statements: readonly Sql[]): Promise<unknown[][]> {
  await client.query("BEGIN");
  try {
    if (scope.kind === "country") await client.query("SELECT set_config('role', 'izin_country', true)");
    if (scope.kind === "province") {
      const text = "SELECT set_config('role', 'izin_province', true), set_config('app.province', $1, true)";
      await client.query(text, [String(scope.provinceId)]);
    }
    const found: unknown[][] = [];
    for (const { text, values } of statements) found.push((await client.query(text, values)).rows);
    await client.query("COMMIT");
    return found;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
