import type pg from "pg";
import type { PgBoss } from "pg-boss";
import type { PrismaClient } from "../../prisma/generated/client.ts";

/** What the application keeps once a process, whatever happens to its modules. */
type Kept = {
  prismaClient?: PrismaClient;
  readerPool?: pg.Pool;
  snapshotPool?: pg.Pool;
  jobSender?: Promise<PgBoss>;
  statisticsKeeper?: unknown;
  logger?: unknown;
};

/** Closes the application's connections and forgets that they were, as the end of the process would. */
export async function forgetProcess(): Promise<void> {
  const kept = globalThis as typeof globalThis & Kept;
  const { prismaClient, readerPool, snapshotPool, jobSender } = kept;
  for (const name of ["prismaClient", "readerPool", "snapshotPool", "jobSender", "statisticsKeeper", "logger"] as const) delete kept[name];
  const sender = await jobSender;
  await Promise.all([prismaClient?.$disconnect(), readerPool?.end(), snapshotPool?.end(), sender?.stop({ graceful: false })]);
}
