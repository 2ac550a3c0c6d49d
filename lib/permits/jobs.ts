import { z } from "zod";
import { Id } from "../platform/http/fields.ts";
import { importJob } from "../platform/import/import-job.ts";
import { job } from "../platform/jobs/job.ts";
import { longWork } from "../platform/jobs/long-work.ts";

/** Tries out the rows of an uploaded file. Begins anew when it is taken again, so a dead worker costs time alone. */
export const checkImport = job({ name: "permits.check-import", ...importJob });

/** Takes a tried file over in one transaction; the run's state says whether it has happened. */
export const commitImport = job({ name: "permits.commit-import", ...importJob });

/** Writes an export's file. */
export const writeExport = job({
  name: "permits.write-export",
  payload: z.object({ exportId: Id, provinceId: z.int().nullable() }),
  once: ({ exportId }) => exportId,
  queue: longWork,
});

export const permitJobs = [checkImport, commitImport, writeExport];
