import pg from "pg";
import { env } from "../config/env.ts";
import type { Sql } from "./sql.ts";
import type { RowScope } from "./transaction.ts";

/** A connection of its own for statements whose parameters are megabytes, in the scope it was opened for. */
export type Bulk = { run(statements: readonly Sql[]): Promise<void>; close(): Promise<void> };

/** Past the ORM, whose plan cache keeps the parameters of raw statements: six megabytes for 2,000 rows of a file (measured). */
export async function openBulk(scope: RowScope): Promise<Bulk> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, connectionTimeoutMillis: 5_000 });
  // A lost connection is told by the statement that needed it; unheard here, it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  return { run: (statements) => inTransaction(client, scope, statements), close: () => client.end() };
}

async function inTransaction(client: pg.Client, scope: RowScope, statements: readonly Sql[]): Promise<void> {
  await client.query("BEGIN");
  try {
    if (scope.kind !== "none") await client.query("SELECT set_config('role', $1, true)", [`izin_${scope.kind}`]);
    if (scope.kind === "province") await client.query("SELECT set_config('app.province', $1, true)", [String(scope.provinceId)]);
    for (const { text, values } of statements) await client.query(text, values);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
