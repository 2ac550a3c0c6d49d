// What a form about stock holds while it is written, and the two commands it becomes.
import type { ActName } from "@/components/cards/ledger/forms/act-words.ts";
import { type Numbered, readRanges } from "@/components/cards/ledger/range-text.ts";
import type { sampleSerials, spoilSerials } from "@/lib/cards/ledger-contract.ts";
import type { Account, StockAct } from "@/lib/cards/ledger-rows.ts";
import type { proposeStockMovement } from "@/lib/cards/stock-contract.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

export type ActValues = {
  from: string;
  to: string;
  batchId: string;
  ranges: string;
  reason: string;
  witnessName: string;
  occurredOn: string;
  method: string;
  documentNo: string;
  document: { documentId: string; name: string } | null;
  stepUp: string;
};

export type ActSubject = { act: ActName; series: Numbered; caseId: string | null };

/** Where the serials of an act may lie before it; the first is the usual one (L3). */
export const givers: Record<ActName, readonly Account[]> = {
  spoil: ["nvi_vault", "nvi_floor"],
  sample: ["nvi_vault", "nvi_floor"],
  allot: ["nvi_vault"],
  give_back: ["nvi_floor"],
  destroy: ["spoiled_held", "qa_sample"],
  lose: ["transit_mint_nvi", "nvi_vault", "nvi_floor", "spoiled_held", "qa_sample"],
  find: ["missing"],
  write_off: ["missing"],
};

export const takers: Record<ActName, readonly Account[]> = {
  spoil: ["spoiled_held"],
  sample: ["qa_sample"],
  allot: ["nvi_floor"],
  give_back: ["nvi_vault"],
  destroy: ["destroyed"],
  lose: ["missing"],
  find: ["nvi_vault", "spoiled_held"],
  write_off: ["written_off"],
};

/** Paper on the floor belongs to a batch. */
export const needsBatch = (act: ActName, from: string): boolean => act === "allot" || act === "give_back" || from === "nvi_floor";

export const isAlone = (act: ActName): act is "spoil" | "sample" => act === "spoil" || act === "sample";

const told = (text: string): string | undefined => (text === "" ? undefined : text);

/** For one person's act; a sample has no witness and its endpoint takes none. */
export function aloneInput(series: Numbered, values: ActValues): InputOf<typeof spoilSerials> & InputOf<typeof sampleSerials> {
  const { from, batchId, reason, witnessName, occurredOn, document } = values;
  return {
    series: series.code,
    ranges: readRanges(values.ranges, series).ranges,
    from: from as "nvi_vault" | "nvi_floor",
    batchId: from === "nvi_floor" ? told(batchId) : undefined,
    reason,
    witnessName,
    occurredOn: told(occurredOn),
    ...(document && { documentId: document.documentId }),
  };
}

type ProposalInput = InputOf<typeof proposeStockMovement>;

export function proposalInput({ act, series, caseId }: ActSubject, values: ActValues, stepUp: ProposalInput["stepUp"]): ProposalInput {
  const { from, to, batchId, method, documentNo, document, reason } = values;
  const scan = { documentId: document?.documentId };
  const fields: Record<StockAct, object> = {
    allot: { batchId: told(batchId) },
    give_back: { batchId: told(batchId) },
    destroy: { from, method, documentNo, ...scan },
    lose: { from, batchId: from === "nvi_floor" ? told(batchId) : undefined, caseId: caseId ?? undefined, ...scan },
    find: { caseId: caseId ?? undefined, to, ...scan },
    write_off: { caseId: caseId ?? undefined, ...scan },
  };
  const movement = { act, series: series.code, ranges: readRanges(values.ranges, series).ranges, ...fields[act as StockAct] };
  // The endpoint's schema judges the whole before anything is sent.
  return { movement: movement as ProposalInput["movement"], reason, stepUp };
}

/** The form's field for a path of the command: "movement.ranges.0.last" is typed under "ranges". */
export function actFieldOf(path: string): string {
  const name = path.replace(/^movement\.?/, "");
  if (name.startsWith("ranges")) return "ranges";
  if (name.startsWith("stepUp")) return "stepUp";
  return name === "documentId" ? "document" : name;
}
