import type { Permission } from "../access/policy.ts";
import { importEndpoints } from "../platform/import/import-endpoints.ts";

/** A CSV or XLSX of permits and applications on its way into the records. */
export const permitImports = importEndpoints({ noun: "Permit", path: "/api/permits", permission: "permit:import" satisfies Permission });

export const {
  list: listPermitImports,
  upload: uploadPermitImport,
  read: readPermitImport,
  check: checkPermitImport,
  rows: listPermitImportRows,
  commit: commitPermitImport,
  abandon: abandonPermitImport,
  faults: readPermitImportFaults,
  template: readPermitImportTemplate,
} = permitImports;
