import pg from "pg";
import { env } from "../config/env.ts";
import { log } from "../log.ts";
import type { Sql } from "./sql.ts";
import type { RowScope } from "./transaction.ts";

/** One moment of the database, seen by every statement until it is closed. */
export type Snapshot = {
  /** The database's moment: whatever was committed before it is seen. */
  at: string;
  /** `pg_snapshot` as text: which transactions are seen. */
  taken: string;
  rows<Row extends object>(statement: Sql): Promise<Row[]>;
  /** Rows in PostgreSQL's binary COPY format, as they come; the statement must not have values. */
  copy(statement: Sql, take: (rows: Buffer) => void): Promise<void>;
  /** Goes on in another scope's rows, at the same moment. */
  enter(scope: RowScope): Promise<void>;
  close(): Promise<void>;
};

const kept = globalThis as typeof globalThis & { snapshotPool?: pg.Pool };

/**
 * Its own connections: a snapshot is held for as long as it takes to read millions of rows. That is nobody's wait but work
 * beside everybody's, so that it takes one processor of the database and not all of them.
 */
function pool(): pg.Pool {
  if (kept.snapshotPool) return kept.snapshotPool;
  kept.snapshotPool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: 3,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  kept.snapshotPool.on("error", (error) => log().warn({ error: error.message }, "an idle connection was lost"));
  return kept.snapshotPool;
}

export async function openSnapshot(scope: RowScope): Promise<Snapshot> {
  const client = await pool().connect();
  const rows = async <Row extends object>({ text, values }: Sql): Promise<Row[]> => (await client.query<Row>(text, values)).rows;
  const enter = async (one: RowScope): Promise<void> => {
    const province = one.kind === "province" ? String(one.provinceId) : "";
    await client.query("SELECT set_config('role', $1, true), set_config('app.province', $2, true)", [
      one.kind === "none" ? "none" : `izin_${one.kind}`,
      province,
    ]);
  };
  const close = async (): Promise<void> => {
    const ended = await client.query("COMMIT").catch((error: Error) => error);
    client.release(ended instanceof Error ? ended : undefined);
  };
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL max_parallel_workers_per_gather = 0");
    await enter(scope);
    const {
      rows: [moment],
    } = await client.query<{ taken: string; at: string }>(
      `SELECT pg_current_snapshot()::text AS taken, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at`,
    );
    if (!moment) throw new Error("a snapshot has a moment");
    return { ...moment, rows, enter, close, copy: (statement, take) => copyRows(client, statement, take) };
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

/** Each row is handed over as the driver cuts it out: as a stream of chunks every row would pay for its own turn. */
function copyRows(client: pg.PoolClient, { text, values }: Sql, take: (rows: Buffer) => void): Promise<void> {
  if (values.length > 0) throw new Error("COPY takes no values");
  return new Promise((resolve, reject) => {
    const query = new pg.Query(`COPY (${text}) TO STDOUT (FORMAT binary)`);
    const handleCopyData = ({ chunk }: { chunk: Buffer }) => {
      try {
        take(chunk);
      } catch (error) {
        reject(error);
      }
    };
    Object.assign(query, { handleCopyData });
    query.on("error", reject);
    query.on("end", () => resolve());
    client.query(query);
  });
}
