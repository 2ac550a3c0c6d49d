// What an import is told about the records it makes; the engine around it knows no record.
import type { Context } from "../context.ts";
import type { Db } from "../db/transaction.ts";
import type { CellFault, Cells, ImportColumn } from "./column.ts";

export type ImportActor = { id: string | null; name: string; provinceId: number | null };
export type ImportContext = Context<ImportActor>;

/** What a row says once it is understood; `values` is what the commit reads. */
export type ReadRow = { key: string; summary: string; values: Record<string, unknown> };
export type NumberedRow = { rowNumber: number; read: ReadRow };
export type ParsedRow = { read: ReadRow; faults: null } | { read: null; key: string; faults: CellFault[] };

export type Change = { label: string; before: string | null; after: string | null };

/** What is known about a row after looking at the records there are. */
export type Judged =
  | { outcome: "new" | "changed" | "same"; values: Record<string, unknown>; changes: Change[] }
  | { outcome: "invalid"; faults: CellFault[] };

export type StagedFault = { rowNumber: number; column: string; message: string };

/** One kind of import. Made anew for every run, so that it may keep what it has seen. */
export type RowReader = {
  parseRow(cells: Cells): ParsedRow;
  /** Set-based: one answer a row, in order. Batches come in the order of the file, so that later rows may be compared with earlier ones. */
  judge(db: Db, rows: NumberedRow[]): Promise<Judged[]>;
};

export type Importer = {
  target: string;
  columns: readonly ImportColumn[];
  open(ctx: ImportContext): Promise<RowReader>;
  /** Takes the staged rows over in the caller's transaction; the number of records touched. */
  commit(ctx: ImportContext, run: { id: string; reason: string; sha256: string }): Promise<number>;
  /** Called after a commit was refused by the database: the rows to blame, found where the run's own scope cannot look. */
  findRefused(ctx: ImportContext, runId: string): Promise<StagedFault[]>;
};
