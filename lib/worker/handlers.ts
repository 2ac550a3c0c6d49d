import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { matchEvidence, submitDelivery } from "../circulars/jobs.ts";
import { parallelBatches } from "../circulars/server/configured-channels.ts";
import { matchReceived } from "../circulars/server/match-evidence.ts";
import { submitDeliveries } from "../circulars/server/submit-deliveries.ts";
import { log } from "../platform/log.ts";

type Now = () => Date;

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
