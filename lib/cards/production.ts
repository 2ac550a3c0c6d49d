// From a permit to a card in hand: who may request one, which blanks serve which kind (domain.md, Facts: the first three kinds
// share one design; the two protections have another), and what may follow what in the work of making it.
import type { PermitKind, PermitState } from "../permits/contract.ts";
import { CardKind, type CardWork, type StoredValidity } from "./contract.ts";
import type { ManualRequestReason } from "./request-contract.ts";

/** First letter of a series, and the kinds whose cards are made of its blanks. */
export const kindsByLetter = {
  A: ["fixed_term", "permanent", "independent"],
  B: ["temporary_protection", "international_protection"],
} as const satisfies Record<string, readonly CardKind[]>;

/** Kinds that a series' blanks serve; none for a series of another letter. */
export function kindsOfSeries(series: string): readonly CardKind[] {
  if (series.startsWith("A")) return kindsByLetter.A;
  return series.startsWith("B") ? kindsByLetter.B : [];
}

export const letterOfKind = (kind: CardKind): keyof typeof kindsByLetter =>
  (kindsByLetter.B as readonly CardKind[]).includes(kind) ? "B" : "A";

export const isCardKind = (kind: PermitKind): kind is CardKind => (CardKind.options as readonly string[]).includes(kind);

/** What production makes of a card's work state; whoever delivers it goes on from `handed_to_ptt`. */
export const productionMoves = {
  requested: ["queued", "closed"],
  queued: ["in_batch", "closed"],
  in_batch: ["personalised", "rejected_by_partner", "queued", "closed"],
  personalised: ["qc_pass", "qc_fail"],
  qc_pass: ["packed"],
  qc_fail: ["queued", "closed"],
  rejected_by_partner: ["queued", "closed"],
  packed: ["handed_to_ptt"],
  // Only where PTT never took what its list says.
  handed_to_ptt: ["packed"],
  closed: [],
} as const satisfies Record<CardWork, readonly CardWork[]>;

export type RequestGround = {
  kind: PermitKind;
  state: PermitState;
  /** The kind's design on the day, or null where none is issued. */
  design: "old" | "new" | null;
  cards: readonly { validity: StoredValidity; design: "old" | "new" }[];
};

/** Why no card can be requested of a permit, in words; null where one can, or where one is there already. */
export function requestHindrance({ kind, state, design, cards }: RequestGround): string | null {
  if (!isCardKind(kind)) return "Bu tür için kart düzenlenmez; belge verilir.";
  if (state !== "in_force") return "Kart ancak yürürlükteki bir izin için istenir.";
  if (design !== "new") return "Bu tür için yeni tasarım kart bugün verilmiyor.";
  if (cards.some(({ validity }) => validity === "pending")) return "İznin hazırlanan bir kartı zaten var.";
  return null;
}

/** Which request may be made: a first card where none is valid, another one early where the valid one is of the old design. */
export function requestReasons(ground: RequestGround): ManualRequestReason[] {
  if (requestHindrance(ground) !== null) return [];
  const active = ground.cards.find(({ validity }) => validity === "active");
  if (!active) return ["first"];
  return active.design === "old" ? ["early_replacement"] : [];
}
