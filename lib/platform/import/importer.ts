// What an import is told about the records it makes; the engine around it knows no record.
import type { Context } from "../context.ts";
import type { Bulk } from "../db/bulk.ts";
import type { CellFault, Cells, ImportColumn } from "./column.ts";
import type { Judged } from "./verdict.ts";

export type ImportActor = { id: string | null; name: string; provinceId: number | null };
export type ImportContext = Context<ImportActor>;

/** What a row says once it is understood; `values` is what the commit reads. */
export type ReadRow = { key: string; summary: string; values: object };
export type NumberedRow = { rowNumber: number; read: ReadRow };
export type ParsedRow = { read: ReadRow; faults: null } | { read: null; key: string; faults: CellFault[] };

export type StagedFault = { rowNumber: number; column: string; message: string };

/** One kind of import. Made anew for every run, so that it may keep what it has seen. */
export type RowReader = {
  parseRow(cells: Cells): ParsedRow;
  /**
   * Set-based: looks at the records, then gives what judges the rows, one answer a row. Pieces come in the order of the file
   * and are judged in it, so that later rows may be compared with earlier ones; the next is looked up while one is judged.
   */
  lookUp(records: Bulk, rows: readonly NumberedRow[]): Promise<() => Judged[]>;
};

/** A row that would make or change a record, as the dry run left it. */
export type StagedValues = { rowNumber: number; isNew: boolean; values: unknown };
export type StagedPieces = AsyncIterable<readonly StagedValues[]>;

/** Every row of the file, mapped, in pieces; read anew at each call. */
export type FileCells = () => AsyncIterable<readonly { rowNumber: number; cells: Cells; faults: readonly CellFault[] }[]>;

export type Importer = {
  target: string;
  columns: readonly ImportColumn[];
  /** The column whose number may stand in a file once; null where the reader itself judges what is there twice. */
  keyColumn: string | null;
  /** `file` is for a reader that can judge a row only by the whole file. */
  open(ctx: ImportContext, file: FileCells): Promise<RowReader>;
  /** Takes the staged rows over in the caller's transaction; the number of records touched. */
  commit(ctx: ImportContext, run: { reason: string; pieces: StagedPieces }): Promise<number>;
  /** Called after a commit was refused by the database: the rows to blame, found where the run's own scope cannot look. */
  findRefused(pieces: StagedPieces): Promise<StagedFault[]>;
};
