import { importJob } from "../platform/import/import-job.ts";
import { job } from "../platform/jobs/job.ts";

/** Try out the rows of an uploaded file; begin anew when they are taken again, so a dead worker costs time alone. */
export const checkInstitutionImport = job({ name: "institutions.check-import", ...importJob });
export const checkListImport = job({ name: "institutions.check-list-import", ...importJob });

/** Take a tried file over in one transaction; the run's state says whether it has happened. */
export const commitInstitutionImport = job({ name: "institutions.commit-import", ...importJob });
export const commitListImport = job({ name: "institutions.commit-list-import", ...importJob });

export const institutionJobs = [checkInstitutionImport, commitInstitutionImport, checkListImport, commitListImport];
