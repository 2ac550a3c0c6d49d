import { circularJobs } from "../circulars/jobs.ts";
import { institutionJobs } from "../institutions/jobs.ts";
import { permitJobs } from "../permits/jobs.ts";

/** The queues that set-up creates; a job of any word stands here once. */
export const queues = [...circularJobs, ...permitJobs, ...institutionJobs].map(({ name, queue }) => ({ name, options: queue }));
