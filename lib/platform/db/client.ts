import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../../../prisma/generated/client.ts";
import { env } from "../config/env.ts";

const kept = globalThis as typeof globalThis & { prismaClient?: PrismaClient; prismaConnections?: Map<number, pg.PoolClient> };

/** One pool a process, as the application's login, which sees no scoped row by itself. */
export function prisma(): PrismaClient {
  kept.prismaClient ??= new PrismaClient({ adapter: new PrismaPg(openPool(), { disposeExternalPool: true }) });
  return kept.prismaClient;
}

/** The pool's own connection of a transaction, by its server process: for what the ORM cannot say, such as COPY. */
export function connectionOf(processId: number): pg.PoolClient {
  const connection = kept.prismaConnections?.get(processId);
  if (!connection) throw new Error(`no connection of this pool is served by process ${processId}`);
  return connection;
}

function openPool(): pg.Pool {
  const connections = new Map<number, pg.PoolClient>();
  kept.prismaConnections = connections;
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 });
  pool.on("connect", (client) => connections.set(processOf(client), client));
  pool.on("remove", (client) => connections.delete(processOf(client)));
  return pool;
}

/** Told by the server at log-in, which the driver's types leave out. */
const processOf = (client: pg.PoolClient): number => (client as pg.PoolClient & { processID: number }).processID;
