import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, Instant } from "../platform/http/fields.ts";
import { FileAnswer } from "../platform/http/files.ts";
import { PermitFilter } from "./contract.ts";

export const ExportFormat = z.enum(["csv", "xlsx"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Columns of an exported list, in the order a file has them. Personal numbers are masked as on screen. */
export const ExportColumn = z.enum([
  "number",
  "kind",
  "state",
  "givenNames",
  "surname",
  "sex",
  "birthYear",
  "nationality",
  "province",
  "employerTaxNumber",
  "employerTitle",
  "sector",
  "occupation",
  "validFrom",
  "validTo",
  "endedOn",
  "registeredAt",
]);
export type ExportColumn = z.infer<typeof ExportColumn>;

export const ExportRun = z.object({
  id: Id,
  state: z.enum(["waiting", "running", "done", "failed"]),
  format: ExportFormat,
  fileName: z.string(),
  expected: z.int(),
  rowsDone: z.int(),
  failure: z.string().nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});
export type ExportRun = z.infer<typeof ExportRun>;

/** Writes what a filter finds to a file in the background; refused when the count is no longer the one on the button. */
export const exportPermits = endpoint({
  name: "exportPermits",
  method: "POST",
  path: "/api/permits/exports",
  permission: "permit:export",
  input: z.object({
    filter: PermitFilter,
    format: ExportFormat,
    columns: z.array(ExportColumn).min(1).max(ExportColumn.options.length),
    expected: z.int().min(1).max(500_000),
  }),
  output: ExportRun,
});

/** The actor's own exports, newest first. */
export const listPermitExports = endpoint({
  name: "listPermitExports",
  method: "GET",
  path: "/api/permits/exports",
  permission: "permit:export",
  input: z.object({}),
  output: z.object({ runs: z.array(ExportRun) }),
});

export const readPermitExport = endpoint({
  name: "readPermitExport",
  method: "GET",
  path: "/api/permits/exports/[exportId]",
  permission: "permit:export",
  input: z.object({ exportId: Id }),
  output: ExportRun,
});

/** The finished file, for whoever asked for it and nobody else. */
export const readPermitExportFile = endpoint({
  name: "readPermitExportFile",
  method: "GET",
  path: "/api/permits/exports/[exportId]/file",
  permission: "permit:export",
  answersFile: true,
  input: z.object({ exportId: Id }),
  output: FileAnswer,
});
