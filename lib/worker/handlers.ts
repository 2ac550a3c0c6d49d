import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { matchEvidence, submitDelivery } from "../circulars/jobs.ts";
import { parallelBatches } from "../circulars/server/configured-channels.ts";
import { matchReceived } from "../circulars/server/match-evidence.ts";
import { submitDeliveries } from "../circulars/server/submit-deliveries.ts";
import { checkInstitutionImport, checkListImport, commitInstitutionImport, commitListImport } from "../institutions/jobs.ts";
import { institutionImport } from "../institutions/server/institution-imports.ts";
import { listImport } from "../institutions/server/list-imports.ts";
import { checkImport, commitImport, writeExport } from "../permits/jobs.ts";
import { permitImport } from "../permits/server/permit-imports.ts";
import { writePermitExport } from "../permits/server/write-permit-export.ts";
import { commitRun } from "../platform/import/commit-run.ts";
import { checkRun } from "../platform/import/dry-run.ts";
import { log } from "../platform/log.ts";

type Now = () => Date;

/** Each kind of file with the jobs that try it out and take it over. */
const imports = [
  { kit: permitImport, checking: checkImport, committing: commitImport },
  { kit: institutionImport, checking: checkInstitutionImport, committing: commitInstitutionImport },
  { kit: listImport, checking: checkListImport, committing: commitListImport },
];

/** Which operation answers which job. Rows decide what is still to be done, so a repeated job is harmless. */
export async function takeJobs(boss: PgBoss, now: Now): Promise<void> {
  const options = { burstWhenBatchFull: true, includeMetadata: true } as const;
  const submitting = { ...options, localConcurrency: parallelBatches, batchSize: 50 };
  await boss.work(submitDelivery.name, submitting, async (jobs: JobWithMetadata[]) => {
    const byProvince = new Map<number, string[]>();
    for (const { data } of jobs) {
      const { deliveryId, provinceId } = submitDelivery.payload.parse(data);
      byProvince.set(provinceId, [...(byProvince.get(provinceId) ?? []), deliveryId]);
    }
    for (const [provinceId, ids] of byProvince) await submitDeliveries(provinceId, ids, now);
  });
  const matching = { ...options, localConcurrency: 2, batchSize: 40, perJobResults: true } as const;
  await boss.work(matchEvidence.name, matching, (jobs: JobWithMetadata[]) => matched(jobs, now));
  await takeFileJobs(boss, now);
}

/** Files are long work: one of each kind at a time, so that letters do not wait behind them. */
async function takeFileJobs(boss: PgBoss, now: Now): Promise<void> {
  const options = { includeMetadata: true, batchSize: 1 } as const;
  for (const { kit, checking, committing } of imports) {
    await boss.work(checking.name, options, async (jobs: JobWithMetadata[]) => {
      for (const { data } of jobs) await checkRun(kit, checking.payload.parse(data), now);
    });
    await boss.work(committing.name, options, async (jobs: JobWithMetadata[]) => {
      for (const { data } of jobs) await commitRun(kit, committing.payload.parse(data), now);
    });
  }
  await boss.work(writeExport.name, options, async (jobs: JobWithMetadata[]) => {
    for (const { data } of jobs) await writePermitExport(writeExport.payload.parse(data), now);
  });
}

/** One unreadable piece must not send the whole batch round again: then each is taken by itself. */
async function matched(jobs: JobWithMetadata[], now: Now): Promise<JobResult[]> {
  const evidenceIds = jobs.map(({ data }) => matchEvidence.payload.parse(data).evidenceId);
  if (jobs.length > 1 && (await isMatched(evidenceIds, now()))) return jobs.map(({ id }) => ({ id, status: "completed" }));
  const results: JobResult[] = [];
  for (const [index, { id }] of jobs.entries()) {
    results.push({ id, status: (await isMatched(evidenceIds.slice(index, index + 1), now())) ? "completed" : "failed" });
  }
  return results;
}

async function isMatched(evidenceIds: string[], now: Date): Promise<boolean> {
  try {
    await matchReceived(evidenceIds, now);
    return true;
  } catch (error) {
    log().error({ evidenceIds, error: error instanceof Error ? error.stack : String(error) }, "evidence could not be matched");
    return false;
  }
}
