// What a row would do, as a rule may say it: nothing here reaches a database.
import type { CellFault } from "./column.ts";

export type Change = { label: string; before: string | null; after: string | null };

/** What is known about a row after looking at the records there are. */
export type Judged =
  | { outcome: "new" | "changed"; values: object; changes: Change[] }
  | { outcome: "same" }
  | { outcome: "invalid" | "duplicate"; faults: CellFault[] };
