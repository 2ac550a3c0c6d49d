import { z } from "zod";
import { Id } from "../platform/http/fields.ts";
import { job } from "../platform/jobs/job.ts";

/** Hands one delivery to its channel. At-least-once: the row's state decides whether anything is still to be done. */
export const submitDelivery = job({
  name: "circulars.submit-delivery",
  payload: z.object({ deliveryId: Id, provinceId: z.int() }),
  once: ({ deliveryId }) => deliveryId,
  // The ladder is the domain's own; the queue only repeats what crashed.
  queue: { policy: "short", notify: true, retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 300 },
});

/** Reads stored raw evidence, matches it to its delivery and folds it in. */
export const matchEvidence = job({
  name: "circulars.match-evidence",
  payload: z.object({ evidenceId: Id }),
  once: ({ evidenceId }) => evidenceId,
  queue: { policy: "short", notify: true, retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 },
});

export const circularJobs = [submitDelivery, matchEvidence];
