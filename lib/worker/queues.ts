import { circularJobs } from "../circulars/jobs.ts";

/** The queues that set-up creates; a job of any word stands here once. */
export const queues = circularJobs.map(({ name, queue }) => ({ name, options: queue }));
