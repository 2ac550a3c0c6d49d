import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { FileAnswer } from "../platform/http/files.ts";
import {
  AbandonInput,
  CheckInput,
  CommitInput,
  ImportRowView,
  ImportRunRecord,
  ImportRunRow,
  RowsInput,
  RunInput,
  UploadInput,
} from "../platform/import/run-contract.ts";

const permission = "permit:import";

/** The latest imports of the actor's rows, so that one that was left is found again. */
export const listPermitImports = endpoint({
  name: "listPermitImports",
  method: "GET",
  path: "/api/permits/imports",
  permission,
  input: z.object({}),
  output: z.object({ runs: z.array(ImportRunRow) }),
});

/** Takes a CSV or XLSX of permits and applications, recognises its columns, and checks nothing yet. */
export const uploadPermitImport = endpoint({
  name: "uploadPermitImport",
  method: "POST",
  path: "/api/permits/imports",
  permission,
  takesFile: true,
  maxBytes: 48 * 1_048_576,
  input: UploadInput,
  output: ImportRunRecord,
});

export const readPermitImport = endpoint({
  name: "readPermitImport",
  method: "GET",
  path: "/api/permits/imports/[importId]",
  permission,
  input: RunInput,
  output: ImportRunRecord,
});

/** Says what the columns mean and begins the dry run; the mapping is remembered for the source. */
export const checkPermitImport = endpoint({
  name: "checkPermitImport",
  method: "POST",
  path: "/api/permits/imports/[importId]/check",
  permission,
  input: CheckInput,
  output: ImportRunRecord,
});

/** 50 rows of one outcome after a row number. */
export const listPermitImportRows = endpoint({
  name: "listPermitImportRows",
  method: "GET",
  path: "/api/permits/imports/[importId]/rows",
  permission,
  input: RowsInput,
  output: z.object({ rows: z.array(ImportRowView), next: z.int().nullable() }),
});

/** Takes over every new and changed row, or none. */
export const commitPermitImport = endpoint({
  name: "commitPermitImport",
  method: "POST",
  path: "/api/permits/imports/[importId]/commit",
  permission,
  input: CommitInput,
  output: ImportRunRecord,
});

export const abandonPermitImport = endpoint({
  name: "abandonPermitImport",
  method: "POST",
  path: "/api/permits/imports/[importId]/abandon",
  permission,
  input: AbandonInput,
  output: ImportRunRecord,
});

/** Only the rows that were not taken, as they came, with a column "Hata"; for whoever uploaded the file. */
export const readPermitImportFaults = endpoint({
  name: "readPermitImportFaults",
  method: "GET",
  path: "/api/permits/imports/[importId]/faults",
  permission,
  answersFile: true,
  input: RunInput,
  output: FileAnswer,
});

/** An empty sheet with every column's name and one example row. */
export const readPermitImportTemplate = endpoint({
  name: "readPermitImportTemplate",
  method: "GET",
  path: "/api/permits/import-template",
  permission,
  answersFile: true,
  input: z.object({}),
  output: FileAnswer,
});
