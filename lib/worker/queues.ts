import { circularJobs } from "../circulars/jobs.ts";
import { permitJobs } from "../permits/jobs.ts";

/** The queues that set-up creates; a job of any word stands here once. */
export const queues = [...circularJobs, ...permitJobs].map(({ name, queue }) => ({ name, options: queue }));
