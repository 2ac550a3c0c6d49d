import type { ActName } from "@/components/cards/ledger/forms/act-words.ts";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";

/** What the address already knows about an act: where it was begun. */
export type Given = { caseId: string | null; ranges: string; from: string; batchId: string };

/** What became of it: written at once, or waiting for the second person. */
export type Written = { kind: "movement" | "proposal"; id: string; quantity: number; value: number };

export type ActFormProps<Act extends ActName = ActName> = {
  act: Act;
  record: SeriesRecord;
  given: Given;
  back: string;
  onDone: (written: Written) => void;
};
