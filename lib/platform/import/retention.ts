import { withScope } from "../db/transaction.ts";
import type { ImportKit } from "./kit.ts";
import type { ImportState } from "./run-contract.ts";
import { abandonIdle, dropFiles, failWithoutJob } from "./run-repository.ts";

/** How long a file and its rows stay after the run's end, or after anybody last did something with it. */
export const keptDays = 30;
const keptMs = keptDays * 24 * 3_600_000;

type Ended = { state: ImportState; finishedAt: Date | null };

/** Whether the rows may still be looked at; the run itself and what the trail says of it stay. */
export function areRowsKept({ state, finishedAt }: Ended, now: Date): boolean {
  const isOver = state === "committed" || state === "abandoned";
  return !isOver || finishedAt === null || now.getTime() - finishedAt.getTime() < keptMs;
}

/** Runs nobody goes on with are given up; the files and rows of those that are over are deleted. */
export function pruneImports({ importer }: ImportKit, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptMs);
  const failure = `${keptDays} gün işlem görmedi; dosya silindi. Gerekirse yeniden yükleyin.`;
  return withScope(
    { kind: "country" },
    async (db) => {
      await abandonIdle(db, { target: importer.target, before, now, failure });
      return await dropFiles(db, { target: importer.target, before, now });
    },
    { timeoutMs: 120_000 },
  );
}

/** What a worker that died at each try has left, and no job will take up again. */
export function failDeserted({ importer, checkJob, commitJob }: ImportKit, now: Date): Promise<number> {
  const failure = "Sunucu işi birkaç denemede bitiremedi; hiçbir kayıt değişmedi. Denetimi yeniden başlatın.";
  const jobs = [checkJob.name, commitJob.name];
  return withScope({ kind: "country" }, (db) => failWithoutJob(db, { target: importer.target, jobs, failure, now }));
}
