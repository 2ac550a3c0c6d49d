// The run's life as its uploader drives it: the engine's acts for the importer of permits.
import { importOperations } from "../../platform/import/run-operations.ts";
import { permitImport } from "./permit-imports.ts";

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
} = importOperations(permitImport, { templateName: "izin-aktarim-sablonu.csv" });
