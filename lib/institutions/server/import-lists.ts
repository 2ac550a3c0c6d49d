// The run's life as its uploader drives it: the engine's acts for the importer of distribution lists.
import { importOperations } from "../../platform/import/run-operations.ts";
import { listImport } from "./list-imports.ts";

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
} = importOperations(listImport, { templateName: "dagitim-listesi-sablonu.csv" });
