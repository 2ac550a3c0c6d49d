import type { GlyphName } from "@/components/ui/glyph.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import { cardValidityWords, cardWhereaboutsWords, cardWorkWords, deliveredToWords, invalidReasonWords } from "@/lib/cards/card-words.ts";
import type { CardValidity, CardWhereabouts, CardWork, DeliveredTo, InvalidReason } from "@/lib/cards/contract.ts";

export type Look = { word: string; tone: Tone; glyph: GlyphName };
type Shape = Omit<Look, "word">;

const done: Shape = { tone: "green", glyph: "done" };
const moving: Shape = { tone: "blue", glyph: "half" };
const waiting: Shape = { tone: "amber", glyph: "waiting" };
const alert: Shape = { tone: "red", glyph: "alert" };
const ended: Shape = { tone: "grey", glyph: "ended" };
const notYet: Shape = { tone: "grey", glyph: "empty" };

const validityShapes: Record<CardValidity, Shape> = { pending: notYet, not_yet: notYet, valid: done, expired: ended, invalidated: alert };

/** What the record says; an invalid card says why instead of that it is. */
export function validityLook({ validity, invalidReason }: { validity: CardValidity; invalidReason: InvalidReason | null }): Look {
  const shape = invalidReason === "replaced" ? ended : validityShapes[validity];
  return { word: invalidReason ? invalidReasonWords[invalidReason] : cardValidityWords[validity], ...shape };
}

const whereaboutsShapes: Record<CardWhereabouts, Shape> = {
  nvi: moving,
  ptt_accepted: moving,
  in_transit: moving,
  out_for_delivery: moving,
  delivered: done,
  attempt_failed: alert,
  at_branch: waiting,
  returning: waiting,
  returned_held: alert,
  lost: alert,
  damaged: alert,
  destroyed: ended,
  destroyed_by_carrier: alert,
  under_inquiry: waiting,
};

type Place = { whereabouts: CardWhereabouts | null; deliveredTo?: DeliveredTo | null };

/** Where the object is. */
export function whereaboutsLook({ whereabouts, deliveredTo = null }: Place): Look {
  if (whereabouts === null) return { word: "Basılmadı", ...notYet };
  const to = deliveredTo && deliveredTo !== "self" ? ` (${deliveredToWords[deliveredTo]})` : "";
  return { word: cardWhereaboutsWords[whereabouts] + to, ...whereaboutsShapes[whereabouts] };
}

const workShapes: Record<CardWork, Shape> = {
  requested: notYet,
  queued: notYet,
  in_batch: moving,
  personalised: moving,
  qc_pass: moving,
  qc_fail: alert,
  rejected_by_partner: alert,
  packed: moving,
  handed_to_ptt: done,
  closed: done,
};

export const workLook = (work: CardWork): Look => ({ word: cardWorkWords[work], ...workShapes[work] });
