// What may be done with a card, by its three axes; a button and the refusal of its command come from these tables (B16, K3–K9).
import type { CardAction } from "./card-contract.ts";
import type { CardWhereabouts, CardWork, InvalidReason, StoredValidity } from "./contract.ts";

type Where = CardWhereabouts | "none";

const reports = ["report_lost", "report_stolen", "report_damaged", "report_data_error"] as const satisfies CardAction[];
/** It is with us again: it can be sent, given or destroyed. */
const held = ["confirm_address", "resend", "deliver", "destroy", ...reports] as const satisfies CardAction[];
const onItsWay = ["report_lost", "report_stolen", "report_data_error"] as const satisfies CardAction[];

/** By whereabouts: what the object allows. */
export const actionsByWhereabouts = {
  none: [],
  nvi: ["report_data_error"],
  ptt_accepted: [...onItsWay],
  in_transit: [...onItsWay],
  out_for_delivery: [...onItsWay],
  delivered: [...reports, "report_found", "correct_delivery"],
  attempt_failed: ["confirm_address", ...onItsWay],
  at_branch: ["confirm_address", ...onItsWay],
  returning: ["confirm_address", ...onItsWay],
  returned_held: [...held],
  lost: [...onItsWay, "report_found"],
  damaged: ["destroy", ...reports],
  destroyed: ["report_damaged"],
  destroyed_by_carrier: [...onItsWay],
  under_inquiry: [...onItsWay, "report_found"],
} as const satisfies Record<Where, readonly CardAction[]>;

/** By validity: what the record allows. */
export const actionsByValidity = {
  pending: ["confirm_address", "resend", "deliver", "destroy", "report_lost", "report_stolen", "correct_delivery"],
  active: ["confirm_address", "resend", "deliver", "destroy", ...reports, "correct_delivery"],
  invalidated: ["destroy", "report_found", "correct_delivery"],
} as const satisfies Record<StoredValidity, readonly CardAction[]>;

export type CardState = {
  whereabouts: CardWhereabouts | null;
  validity: StoredValidity;
  invalidReason: InvalidReason | null;
  work: CardWork;
  addressConfirmedAt: Date | null;
  /** A correction that waits for its second person. */
  hasPendingCorrection: boolean;
  /** A card that is to replace this one is on its way. */
  hasPendingReplacement: boolean;
};

const reported: readonly (InvalidReason | null)[] = ["reported_lost", "reported_stolen"];

/** Every act the three axes allow, and the actor may do. */
export function allowedActions(card: CardState, may: (action: CardAction) => boolean): CardAction[] {
  const byWhereabouts: readonly CardAction[] = actionsByWhereabouts[card.whereabouts ?? "none"];
  const byValidity: readonly CardAction[] = actionsByValidity[card.validity];
  return byWhereabouts.filter((action) => byValidity.includes(action) && may(action) && !isHindered(card, action));
}

function isHindered(card: CardState, action: CardAction): boolean {
  if (card.hasPendingCorrection) return true;
  // K8: only to an address that somebody has confirmed since it came back.
  if (action === "resend") return card.addressConfirmedAt === null;
  // K9 is about what was reported; an ended permit's card that turns up is no discovery.
  if (action === "report_found") return !reported.includes(card.invalidReason);
  // The one on its way is the answer already (card_one_pending).
  if (action === "report_damaged" || action === "report_data_error") return card.hasPendingReplacement;
  return false;
}

export type ValidityDeed =
  | "activate"
  | "report_lost"
  | "report_stolen"
  | "take_damaged_away"
  | "take_wrong_away"
  | "replace"
  | "end_permit";

type ValidityMove = { validity: "active" } | { validity: "invalidated"; reason: InvalidReason };

const gone = (reason: InvalidReason): ValidityMove => ({ validity: "invalidated", reason });

const endings = {
  report_lost: gone("reported_lost"),
  report_stolen: gone("reported_stolen"),
  take_damaged_away: gone("damaged"),
  take_wrong_away: gone("data_error"),
  replace: gone("replaced"),
  end_permit: gone("permit_ended_early"),
} as const;

/** The legal axis: what each deed makes of each state; null where it is refused. Nothing leads out of `invalidated` (K9). */
export const validityMoves: Record<StoredValidity, Record<ValidityDeed, ValidityMove | null>> = {
  pending: { activate: { validity: "active" }, ...endings },
  active: { activate: null, ...endings },
  invalidated: {
    activate: null,
    report_lost: null,
    report_stolen: null,
    take_damaged_away: null,
    take_wrong_away: null,
    replace: null,
    end_permit: null,
  },
};
