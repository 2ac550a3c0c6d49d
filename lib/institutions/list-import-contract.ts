import type { Permission } from "../access/policy.ts";
import { importEndpoints } from "../platform/import/import-endpoints.ts";

/** A CSV or XLSX of distribution lists: whoever may amend a list by hand may replace it by a file. */
export const listImports = importEndpoints({
  noun: "List",
  path: "/api/institutions/lists",
  permission: "distribution_list:amend" satisfies Permission,
});

export const {
  list: listListImports,
  upload: uploadListImport,
  read: readListImport,
  check: checkListImport,
  rows: listListImportRows,
  commit: commitListImport,
  abandon: abandonListImport,
  faults: readListImportFaults,
  template: readListImportTemplate,
} = listImports;
