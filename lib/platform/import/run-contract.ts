import { z } from "zod";
import { Id, Instant, line, text, Version } from "../http/fields.ts";
import { UploadedFile } from "../http/files.ts";

/** uploaded → checking → checked → committing → committed; failed says why and begins again with another file or mapping. */
export const ImportState = z.enum(["uploaded", "checking", "checked", "committing", "committed", "failed", "abandoned"]);
export type ImportState = z.infer<typeof ImportState>;

/** What a row would do: make a record, change one, nothing, or nothing because it is wrong or there twice. */
export const ImportOutcome = z.enum(["new", "changed", "same", "invalid", "duplicate"]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** What was recognised in the file before anybody said what its columns mean. */
export const ImportShape = z.object({
  format: z.enum(["csv", "xlsx"]),
  /** "UTF-8", "Windows-1254"…; null for XLSX. */
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** Row of the sheet, counted as a spreadsheet shows it. */
  headerRow: z.int(),
  header: z.array(z.string()),
  sample: z.array(z.array(z.string())),
});
export type ImportShape = z.infer<typeof ImportShape>;

/** Which column of the file holds which field: index by field. */
export const ImportMapping = z.record(z.string().max(60), z.int().min(0).max(199));
export type ImportMapping = z.infer<typeof ImportMapping>;

export const ImportColumnView = z.object({
  key: z.string(),
  label: z.string(),
  required: z.boolean(),
  note: z.string(),
});
export type ImportColumnView = z.infer<typeof ImportColumnView>;

export const ImportRunRow = z.object({
  id: Id,
  state: ImportState,
  source: z.string(),
  fileName: z.string(),
  actorName: z.string(),
  isOwn: z.boolean(),
  rowsDone: z.int(),
  rowsTotal: z.int().nullable(),
  counts: z.record(ImportOutcome, z.int()),
  /** False once its retention is over: the run is left, its file and rows are not. */
  areRowsKept: z.boolean(),
  failure: z.string().nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  version: Version,
});
export type ImportRunRow = z.infer<typeof ImportRunRow>;

export const ImportRunRecord = ImportRunRow.extend({
  shape: ImportShape,
  mapping: ImportMapping,
  columns: z.array(ImportColumnView),
});
export type ImportRunRecord = z.infer<typeof ImportRunRecord>;

/** A cell that cannot be taken over: where it stands, what stood there, what to do. */
export const ImportCellError = z.object({ column: z.string(), label: z.string(), value: z.string(), message: z.string() });
export type ImportCellError = z.infer<typeof ImportCellError>;

export const ImportRowView = z.object({
  rowNumber: z.int(),
  key: z.string(),
  summary: z.string(),
  errors: z.array(ImportCellError),
  changes: z.array(z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type ImportRowView = z.infer<typeof ImportRowView>;

export const UploadInput = z.object({ file: UploadedFile, source: line(80) });
export const RunInput = z.object({ importId: Id });
export const CheckInput = RunInput.extend({ version: Version, mapping: ImportMapping });
export const CommitInput = RunInput.extend({
  version: Version,
  /** New and changed rows together, as the button says. */
  expected: z.int().min(1),
  reason: text(1_000, 5),
});
export const AbandonInput = RunInput.extend({ version: Version });
export const RowsInput = RunInput.extend({
  outcome: ImportOutcome,
  after: z.coerce.number<string>().int().min(0).max(2_147_483_647).optional(),
});
