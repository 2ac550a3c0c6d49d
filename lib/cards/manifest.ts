// The list that goes with cards to PTT: what it names, its total and PTT's own count must be one number (K4). Where they differ the
// lines are named, and each gets a decision before the list is settled.
import type { ManifestAction } from "./manifest-contract.ts";
import type { ManifestState } from "./production-contract.ts";

export const manifestMoves = {
  drawn_up: ["handed_over"],
  handed_over: ["matched", "disputed"],
  disputed: ["matched", "disputed"],
  matched: [],
} as const satisfies Record<ManifestState, readonly ManifestState[]>;

const actionsByState = {
  drawn_up: ["hand_over"],
  handed_over: ["count"],
  disputed: ["count", "resolve"],
  matched: [],
} as const satisfies Record<ManifestState, readonly ManifestAction[]>;

/** With a difference in pieces alone there is nothing yet to decide about: PTT's barcodes come first. */
export function manifestActions(state: ManifestState, hasNamedLines: boolean): ManifestAction[] {
  return actionsByState[state].filter((action) => action !== "resolve" || hasNamedLines);
}

export type Comparison = { state: "matched" | "disputed"; counted: string[]; missing: string[]; unexpected: string[] };

/** PTT's count against the list. With equal numbers and no barcodes every line counts; with another number alone none can be named. */
export function compareCount(listed: readonly string[], pttCount: number, barcodes: readonly string[]): Comparison {
  if (barcodes.length === 0) {
    const isEqual = pttCount === listed.length;
    return { state: isEqual ? "matched" : "disputed", counted: isEqual ? [...listed] : [], missing: [], unexpected: [] };
  }
  const seen = new Set(barcodes);
  const known = new Set(listed);
  const counted = listed.filter((barcode) => seen.has(barcode));
  const missing = listed.filter((barcode) => !seen.has(barcode));
  const unexpected = [...seen].filter((barcode) => !known.has(barcode));
  const isEqual = missing.length === 0 && unexpected.length === 0 && pttCount === listed.length;
  return { state: isEqual ? "matched" : "disputed", counted, missing, unexpected };
}
