// The run's life as its uploader drives it: the engine's acts for the importer of institutions.
import { importOperations } from "../../platform/import/run-operations.ts";
import { institutionImport } from "./institution-imports.ts";

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
} = importOperations(institutionImport, { templateName: "kurum-aktarim-sablonu.csv" });
