import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { matchEvidence, submitDelivery } from "../circulars/jobs.ts";
import { matchStoredEvidence } from "../circulars/server/match-evidence.ts";
import { submitDeliveries } from "../circulars/server/submit-deliveries.ts";
import { log } from "../platform/log.ts";

type Clock = () => Date;

/** Which operation answers which job. Rows decide what is still to be done, so a repeated job is harmless. */
export async function takeJobs(boss: PgBoss, now: Clock): Promise<void> {
  const options = { burstWhenBatchFull: true, includeMetadata: true, localConcurrency: 2 } as const;
  await boss.work(submitDelivery.name, { ...options, batchSize: 50 }, async (jobs: JobWithMetadata[]) => {
    const byProvince = new Map<number, string[]>();
    for (const { data } of jobs) {
      const { deliveryId, provinceId } = submitDelivery.payload.parse(data);
      byProvince.set(provinceId, [...(byProvince.get(provinceId) ?? []), deliveryId]);
    }
    for (const [provinceId, ids] of byProvince) await submitDeliveries(provinceId, ids, now);
  });
  await boss.work(matchEvidence.name, { ...options, batchSize: 20, perJobResults: true }, async (jobs: JobWithMetadata[]) => {
    const results: JobResult[] = [];
    for (const { id, data } of jobs) results.push({ id, status: await matched(matchEvidence.payload.parse(data).evidenceId, now()) });
    return results;
  });
}

/** One unreadable piece must not send the whole batch round again. */
async function matched(evidenceId: string, now: Date): Promise<"completed" | "failed"> {
  try {
    await matchStoredEvidence(evidenceId, now);
    return "completed";
  } catch (error) {
    log().error({ evidenceId, error: error instanceof Error ? error.stack : String(error) }, "evidence could not be matched");
    return "failed";
  }
}
