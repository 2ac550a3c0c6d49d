import { fromPrisma, PgBoss } from "pg-boss";
import type { z } from "zod";
import { env } from "../config/env.ts";
import type { Db } from "../db/transaction.ts";
import { log } from "../log.ts";
import type { Job } from "./job.ts";

const kept = globalThis as typeof globalThis & { jobSender?: Promise<PgBoss> };

/** Puts work into the queue within the caller's transaction: it exists exactly if the change does. */
export async function enqueue<Payload extends z.ZodType>(
  db: Db,
  job: Job<Payload>,
  payloads: z.input<Payload>[],
  options: { startAfter?: Date } = {},
): Promise<void> {
  if (payloads.length === 0) return;
  const boss = await sender();
  const { startAfter } = options;
  const jobs = payloads.map((data) => ({
    data: data as object,
    // What waits for its hour does not stand in for what is wanted now.
    ...(job.once && { singletonKey: [job.once(data), startAfter?.toISOString()].filter(Boolean).join(" ") }),
    ...(startAfter && { startAfter }),
  }));
  await boss.insert(job.name, jobs, { db: fromPrisma(db.tx) });
}

function sender(): Promise<PgBoss> {
  kept.jobSender ??= startSender().catch((error: unknown) => {
    delete kept.jobSender;
    throw error;
  });
  return kept.jobSender;
}

/** The schema belongs to set-up; this login may use it, never alter it. */
async function startSender(): Promise<PgBoss> {
  const connectionString = env.DIRECT_DATABASE_URL ?? env.DATABASE_URL;
  const boss = new PgBoss({ connectionString, max: 2, migrate: false, createSchema: false, supervise: false, schedule: false });
  boss.on("error", (error) => log().error({ error: error.message }, "queue"));
  return boss.start();
}
