// What one row of a file says, cell by cell: values or faults. Pure, so that the rules of any record may use it.
import { foldTr, parseDate } from "../locale/tr.ts";
import type { CellFault, Cells } from "./column.ts";

type Meanings<Value extends string> = (cell: string) => Value | undefined;

/** A column says the same few words over and over: folded once as they are written. */
export function words<Value extends string>(pairs: Record<string, Value>): Meanings<Value> {
  const folded = new Map<string, Value>(Object.entries(pairs) as [string, Value][]);
  return remembered((cell) => folded.get(foldTr(cell)));
}

/** So are the days of a file. */
function remembered<Meaning>(meaningOf: (cell: string) => Meaning): (cell: string) => Meaning {
  const known = new Map<string, { meaning: Meaning }>();
  return (cell) => {
    const found = known.get(cell);
    if (found) return found.meaning;
    if (known.size >= 20_000) known.clear();
    const meaning = meaningOf(cell);
    known.set(cell, { meaning });
    return meaning;
  };
}

const dayOf = remembered((cell) => parseDate(/^\d{4}-\d{2}-\d{2}$/.test(cell) ? cell.split("-").reverse().join(".") : cell));

/** Cells in, values or faults out; every fault names its column. */
export class RowReading {
  readonly faults: CellFault[] = [];
  readonly cells: Cells;

  constructor(cells: Cells) {
    this.cells = cells;
  }

  fault(column: string, message: string): null {
    this.faults.push({ column, message });
    return null;
  }

  text(column: string, max: number): string {
    const value = this.cells[column] ?? "";
    if (value.length > max) this.fault(column, `En çok ${max} karakter olabilir.`);
    return value;
  }

  needed(column: string, max: number, message: string): string {
    const value = this.text(column, max);
    if (value === "") this.fault(column, message);
    return value;
  }

  word<Value extends string>(column: string, meanings: Meanings<Value>, message: string): Value | null {
    const value = this.cells[column] ?? "";
    if (value === "") return null;
    return meanings(value) ?? this.fault(column, message);
  }

  date(column: string): string | null {
    const value = this.cells[column] ?? "";
    if (value === "") return null;
    const date = dayOf(value);
    if (!date || date < "1900-01-01" || date > "2200-01-01")
      return this.fault(column, "Böyle bir gün yok. Tarihi gg.aa.yyyy olarak yazın.");
    return date;
  }

  matching(column: string, pattern: RegExp, message: string): string | null {
    const value = this.cells[column] ?? "";
    if (value === "") return null;
    return pattern.test(value) ? value : this.fault(column, message);
  }
}
