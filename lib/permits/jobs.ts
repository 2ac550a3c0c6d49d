import { z } from "zod";
import { Id } from "../platform/http/fields.ts";
import { job } from "../platform/jobs/job.ts";

const importPayload = z.object({ importId: Id, provinceId: z.int().nullable() });

/** Long work: whether its worker still lives is asked each minute, not only after the longest file's time. */
const queue = {
  policy: "short",
  notify: true,
  retryLimit: 3,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 1_200,
  heartbeatSeconds: 60,
} as const;

/** Tries out the rows of an uploaded file. Begins anew when it is taken again, so a dead worker costs time alone. */
export const checkImport = job({
  name: "permits.check-import",
  payload: importPayload,
  once: ({ importId }) => importId,
  queue,
});

/** Takes a tried file over in one transaction; the run's state says whether it has happened. */
export const commitImport = job({
  name: "permits.commit-import",
  payload: importPayload,
  once: ({ importId }) => importId,
  queue,
});

/** Writes an export's file. */
export const writeExport = job({
  name: "permits.write-export",
  payload: z.object({ exportId: Id, provinceId: z.int().nullable() }),
  once: ({ exportId }) => exportId,
  queue,
});

export const permitJobs = [checkImport, commitImport, writeExport];
