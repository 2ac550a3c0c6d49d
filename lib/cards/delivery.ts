// Where a card is, from what PTT reported and what the office did. Reports arrive late, twice and in any order; folding all
// of them by carrier time gives one answer (domain.md §3). A reversal takes back what it names and both stay in the history.
import type { CardWhereabouts, DeliveredTo } from "./contract.ts";
import type { Milestone, ReturnCause } from "./delivery-contract.ts";

/** What a code means in one version of the table. */
export type CarrierCodeMeaning = {
  code: string;
  milestone: Milestone;
  reverses: Milestone | null;
  deliveredTo: DeliveredTo | null;
  cause: ReturnCause | null;
  text: string;
};

/** A report as it is kept. */
export type CarrierFact = { id: string; barcode: string; code: string; at: Date; sequence: number };

/** What the office did with the card: it counts from its own instant on, and PTT cannot take it back. */
export type OfficeFact = { at: Date; whereabouts: CardWhereabouts | null; deliveredTo: DeliveredTo | null };

export type ReadReport = CarrierFact & {
  meaning: CarrierCodeMeaning | null;
  /** The report that took this one back. */
  reversedById: string | null;
};

export type Position = {
  whereabouts: CardWhereabouts | null;
  since: Date | null;
  deliveredTo: DeliveredTo | null;
  /** Why it comes or came back. */
  cause: ReturnCause | null;
  /** Whether PTT said it, not the office. */
  isReported: boolean;
};

export const whereaboutsOf: Record<Milestone, CardWhereabouts | null> = {
  accepted: "ptt_accepted",
  in_transit: "in_transit",
  at_branch: "at_branch",
  out_for_delivery: "out_for_delivery",
  attempt_failed: "attempt_failed",
  delivered: "delivered",
  returning: "returning",
  returned: "returned_held",
  lost: "lost",
  damaged: "damaged",
  destroyed: "destroyed_by_carrier",
  under_inquiry: "under_inquiry",
  information: null,
  reversal: null,
};

/** A return is one thing, on its way and arrived. */
const familyOf = (milestone: Milestone | undefined): Milestone | undefined => (milestone === "returning" ? "returned" : milestone);

/** By carrier time and sequence; the code decides between two reports of one instant, so that the order is total. */
export function byCarrierOrder(a: CarrierFact, b: CarrierFact): number {
  return a.at.getTime() - b.at.getTime() || a.sequence - b.sequence || compare(a.code, b.code) || compare(a.barcode, b.barcode);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Every report once, in carrier order, with what it means and whether a later one took it back. */
export function readReports(facts: readonly CarrierFact[], codes: ReadonlyMap<string, CarrierCodeMeaning>): ReadReport[] {
  const distinct = new Map(facts.map((fact) => [[fact.barcode, fact.at.getTime(), fact.sequence, fact.code].join(" "), fact]));
  const reports = [...distinct.values()]
    .sort(byCarrierOrder)
    .map((fact): ReadReport => ({ ...fact, meaning: codes.get(fact.code) ?? null, reversedById: null }));
  for (const [index, report] of reports.entries()) {
    if (report.meaning?.milestone === "reversal") takeBack(reports.slice(0, index), report);
  }
  return reports;
}

/** The last unbroken run of what the reversal names, of the same barcode. */
function takeBack(earlier: readonly ReadReport[], reversal: ReadReport): void {
  const wanted = familyOf(reversal.meaning?.reverses ?? undefined);
  const moves = earlier.filter((one) => one.barcode === reversal.barcode && isMove(one)).reverse();
  const from = moves.findIndex((one) => familyOf(one.meaning?.milestone) === wanted);
  if (from < 0) return;
  for (const one of moves.slice(from)) {
    if (familyOf(one.meaning?.milestone) !== wanted) break;
    one.reversedById = reversal.id;
  }
}

const isMove = ({ meaning, reversedById }: ReadReport): boolean =>
  reversedById === null && meaning !== null && whereaboutsOf[meaning.milestone] !== null;

/** The last word: of PTT's moves that stand and of the office's deeds, whichever is later; before both, where it was handed over. */
export function foldPosition(base: OfficeFact | null, deeds: readonly OfficeFact[], reports: readonly ReadReport[]): Position {
  const standing = reports.filter(isMove);
  const move = standing.at(-1);
  const deed = [...deeds].sort((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  if (move && (!deed || move.at > deed.at)) return moved(move, standing);
  const last = deed ?? base;
  return {
    whereabouts: last?.whereabouts ?? null,
    since: last?.at ?? null,
    deliveredTo: last?.deliveredTo ?? null,
    cause: null,
    isReported: false,
  };
}

function moved(move: ReadReport, standing: readonly ReadReport[]): Position {
  const whereabouts = move.meaning && whereaboutsOf[move.meaning.milestone];
  const deliveredTo = move.meaning?.milestone === "delivered" ? (move.meaning.deliveredTo ?? "self") : null;
  const comesBack = whereabouts === "returning" || whereabouts === "returned_held";
  // The arrival names no cause; the last report of the same barcode that did says why.
  const told = standing.filter(({ barcode, meaning }) => barcode === move.barcode && meaning?.cause).at(-1);
  const cause = comesBack ? (told?.meaning?.cause ?? "other") : null;
  return { whereabouts, since: move.at, deliveredTo, cause, isReported: true };
}
