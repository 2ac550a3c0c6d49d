// K6: a delivery that did not happen, said by two persons.
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { DecisionFields, StepUp } from "../access/proposals-contract.ts";
import { Id, text, Version } from "../platform/http/fields.ts";
import { CardRecord, CorrectedWhereabouts } from "./card-contract.ts";

/** First of the two persons who say that a delivery did not happen (K6). */
export const proposeDeliveryCorrection = endpoint({
  name: "proposeDeliveryCorrection",
  method: "POST",
  path: "/api/cards/[cardId]/correction",
  permission: "card:deliver",
  input: z.object({
    cardId: Id,
    version: Version,
    whereabouts: CorrectedWhereabouts,
    reason: text(1_000, 5),
    stepUp: StepUp,
    evidenceFileId: Id.optional(),
  }),
  output: CardRecord,
});

export const CorrectionOutcome = z.object({ proposalId: Id, cardId: Id, state: z.enum(["executed", "refused", "withdrawn"]) });
export type CorrectionOutcome = z.infer<typeof CorrectionOutcome>;

/** The second person approves or refuses. */
export const decideDeliveryCorrection = endpoint({
  name: "decideDeliveryCorrection",
  method: "POST",
  path: "/api/cards/corrections/[proposalId]/decide",
  permission: "proposal:decide",
  input: DecisionFields,
  output: CorrectionOutcome,
});

/** Its proposer takes a correction back before anybody decided. */
export const withdrawDeliveryCorrection = endpoint({
  name: "withdrawDeliveryCorrection",
  method: "POST",
  path: "/api/cards/corrections/[proposalId]/withdraw",
  permission: "card:deliver",
  input: DecisionFields.omit({ decision: true, note: true }),
  output: CorrectionOutcome,
});
