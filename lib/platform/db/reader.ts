import type { Writable } from "node:stream";
import pg from "pg";
import { env } from "../config/env.ts";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import type { Sql } from "./sql.ts";
import type { RowScope } from "./transaction.ts";

/** Answers single statements within a scope's rows, each in a read-only transaction of its own. */
export type Reader = {
  scope: RowScope;
  rows<Row extends object>(statement: Sql, planning?: Planning): Promise<Row[]>;
};

/** How the server is to plan a statement, where its own judgement costs time. */
export type Planning = {
  /** Keeps the statement prepared and planned on its connection: for the few texts that are asked again and again. */
  name?: string | undefined;
  /** By one process: helpers would each build the same small hash again, and take the cores of others who ask. */
  isSerial?: boolean;
};

const kept = globalThis as typeof globalThis & { readerPool?: pg.Pool };

/**
 * Its own connections, because these send a whole transaction in one go (`pipeline`): beginning, scope, statement and end
 * cost one round trip instead of four. The scope stands before the statement exactly as in `withScope`; when setting it
 * fails, the transaction is broken and the statement is refused.
 */
function pool(): pg.Pool {
  if (kept.readerPool) return kept.readerPool;
  const options = { connectionString: env.DATABASE_URL, max: 10, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 };
  kept.readerPool = new pg.Pool({ ...options, pipeline: true } as pg.PoolConfig);
  // An idle connection that the server closes is replaced at the next request; unheard, it would end the process.
  kept.readerPool.on("error", (error) => log().warn({ error: error.message }, "an idle connection was lost"));
  return kept.readerPool;
}

export const readerOf = (scope: RowScope): Reader => ({
  scope,
  rows: <Row extends object>(statement: Sql, planning?: Planning) => read<Row>(scope, statement, planning),
});

async function read<Row extends object>(scope: RowScope, statement: Sql, { name, isSerial }: Planning = {}): Promise<Row[]> {
  const client = await pool()
    .connect()
    .catch(() => Promise.reject(new AppError("unavailable")));
  // A statement is planned for one role's policies: its name says which, so that no other role is given that plan.
  const prepared = name ? { name: `${scope.kind}_${name}` } : {};
  const sent = atOnce(
    client,
    () =>
      [
        client.query(`BEGIN READ ONLY; ${scopeText(scope)}${name ? planOnce : ""}${isSerial ? planSerial : ""}`),
        client.query<Row>({ ...prepared, text: statement.text, values: statement.values as unknown[] }),
        client.query("COMMIT"),
      ] as const,
  );
  const [scoped, result, ended] = await Promise.allSettled(sent);
  const failed = [scoped, result, ended].find((one) => one.status === "rejected");
  const lost = failed !== undefined && isLost(failed.reason);
  client.release(lost);
  if (lost) throw new AppError("unavailable");
  if (failed || result.status === "rejected") throw failed?.reason;
  return result.value.rows;
}

/** One write to the socket instead of one a message: the server wakes up once. */
function atOnce<T>(client: pg.PoolClient, send: () => T): T {
  const { stream } = (client as pg.PoolClient & { connection: { stream: Writable } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

/** Province numbers are ours, never text of a caller. */
function scopeText(scope: RowScope): string {
  if (scope.kind === "country") return "SET LOCAL ROLE izin_country";
  if (scope.kind === "accounts") return "SET LOCAL ROLE izin_accounts";
  if (scope.kind === "none") return "SET LOCAL ROLE NONE";
  return `SET LOCAL ROLE izin_province; SET LOCAL app.province = '${Math.trunc(scope.provinceId)}'`;
}

/** Left alone, the server plans a prepared statement anew for its values each time, which took a third of a page's time. */
const planOnce = "; SET LOCAL plan_cache_mode = force_generic_plan";
const planSerial = "; SET LOCAL max_parallel_workers_per_gather = 0";

/** No SQLSTATE: the connection itself failed; class 57P: the server is going down. */
const isLost = (error: unknown): boolean => {
  const { code } = error as { code?: string };
  return typeof code !== "string" || !/^[0-9A-Z]{5}$/.test(code) || code.startsWith("57P") || code.startsWith("08");
};
