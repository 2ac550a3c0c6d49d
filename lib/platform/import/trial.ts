import type { Bulk } from "../db/bulk.ts";
import type { Sealer } from "../files/sealed-file.ts";
import { type CellReader, cellReader } from "./cell-faults.ts";
import type { CellFault, Cells } from "./column.ts";
import type { ReadRow, RowReader, StagedValues } from "./importer.ts";
import type { ImportKit } from "./kit.ts";
import type { ImportMapping } from "./run-contract.ts";
import type { RunRow, StagedRow } from "./run-repository.ts";
import type { SheetRow } from "./sheet.ts";
import type { Judged } from "./verdict.ts";

type Tried = { row: SheetRow; cells: Cells } & ({ read: ReadRow } | { faults: CellFault[]; outcome: "invalid" | "duplicate"; key: string });
export type LookedUp = Promise<{ tried: readonly Tried[]; judge: () => Judged[] }>;

/** One dry run's memory: the keys it has met. */
export class Trial {
  private readonly kit: ImportKit;
  private readonly reader: RowReader;
  private readonly sealer: Sealer;
  private readonly readCells: CellReader;
  private readonly seen = new Map<string, number>();
  private readonly personal: Set<string>;

  constructor(kit: ImportKit, run: RunRow, reader: RowReader, sealer: Sealer) {
    this.kit = kit;
    this.reader = reader;
    this.sealer = sealer;
    this.readCells = cellReader(kit.importer.columns, run.mapping as ImportMapping);
    this.personal = new Set(kit.importer.columns.filter(({ personal }) => personal).map(({ key }) => key));
  }

  tryRow(row: SheetRow): Tried {
    const { cells, faults: bent } = this.readCells(row);
    const parsed = this.reader.parseRow(cells);
    if (bent.length > 0 || parsed.faults) {
      // The sheet's own fault explains what the record's rule would only repeat.
      const known = new Set(bent.map(({ column }) => column));
      const faults = [...bent, ...(parsed.faults ?? []).filter(({ column }) => !known.has(column))];
      return { row, cells, faults, outcome: "invalid", key: parsed.faults ? parsed.key : parsed.read.key };
    }
    const { read } = parsed;
    const { keyColumn } = this.kit.importer;
    const first = keyColumn === null ? undefined : this.seen.get(read.key);
    if (keyColumn === null || first === undefined) {
      if (keyColumn !== null) this.seen.set(read.key, row.number);
      return { row, cells, read };
    }
    const faults = [{ column: keyColumn, message: `Aynı numara ${first}. satırda da var.` }];
    return { row, cells, key: read.key, outcome: "duplicate", faults };
  }

  async lookUp(records: Bulk, tried: readonly Tried[]): LookedUp {
    const reads = tried.flatMap((one) => ("read" in one ? [{ rowNumber: one.row.number, read: one.read }] : []));
    return { tried, judge: await this.reader.lookUp(records, reads) };
  }

  /** What the screens show of each row, and what the commit will read of those that change something. */
  judged({ tried, judge }: Awaited<LookedUp>): { rows: StagedRow[]; values: StagedValues[] } {
    const verdicts = judge().values();
    const values: StagedValues[] = [];
    const rows = tried.map((one): StagedRow => {
      if (!("read" in one)) return this.faulty(one, one.outcome, one.key, one.faults);
      const { key, summary } = one.read;
      const verdict = verdicts.next().value as Judged;
      if ("faults" in verdict) return this.faulty(one, verdict.outcome, key, verdict.faults);
      const row = { row_number: one.row.number, outcome: verdict.outcome, key, summary, errors: null };
      if (verdict.outcome === "same") return row;
      values.push({ rowNumber: one.row.number, isNew: verdict.outcome === "new", values: verdict.values });
      return verdict.changes.length === 0 ? row : { ...row, errors: { changes: verdict.changes } };
    });
    return { rows, values };
  }

  private faulty({ row, cells }: Tried, outcome: "invalid" | "duplicate", key: string, faults: CellFault[]): StagedRow {
    const told = faults.map((fault) => {
      const value = cells[fault.column] ?? "";
      if (value === "" || !this.personal.has(fault.column)) return { ...fault, value };
      return { ...fault, sealed: Buffer.from(this.sealer.seal(value)).toString("base64"), keyId: this.sealer.keyId };
    });
    return { row_number: row.number, outcome, key, summary: "", errors: { faults: told } };
  }
}
