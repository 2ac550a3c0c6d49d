import type { Permission } from "../access/policy.ts";
import { importEndpoints } from "../platform/import/import-endpoints.ts";

/** A CSV or XLSX of institutions on its way into the directory. */
export const institutionImports = importEndpoints({
  noun: "Institution",
  path: "/api/institutions",
  permission: "institution:import" satisfies Permission,
});

export const {
  list: listInstitutionImports,
  upload: uploadInstitutionImport,
  read: readInstitutionImport,
  check: checkInstitutionImport,
  rows: listInstitutionImportRows,
  commit: commitInstitutionImport,
  abandon: abandonInstitutionImport,
  faults: readInstitutionImportFaults,
  template: readInstitutionImportTemplate,
} = institutionImports;
