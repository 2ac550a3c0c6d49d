import type { z } from "zod";
import type { Db } from "../db/transaction.ts";
import type { Sealer } from "../files/sealed-file.ts";
import type { Job } from "../jobs/job.ts";
import type { ImportContext, Importer } from "./importer.ts";

export type ImportJobPayload = z.ZodType<{ importId: string; provinceId: number | null }, { importId: string; provinceId: number | null }>;

/** What a kind of import gives the engine: its rules, its keys, its queues and what the trail says of it. */
export type ImportKit = {
  importer: Importer;
  openSealer(db: Db): Promise<Sealer>;
  checkJob: Job<ImportJobPayload>;
  commitJob: Job<ImportJobPayload>;
  committed(ctx: ImportContext, run: CommittedRun): Promise<void>;
  /** After a refused commit, in the run's own scope and outside its transaction. */
  refused(run: { importId: string; actor: ImportContext["actor"]; rows: number; now: Date }): Promise<void>;
};

export type CommittedRun = { importId: string; sha256: string; counts: Record<string, number>; reason: string };
