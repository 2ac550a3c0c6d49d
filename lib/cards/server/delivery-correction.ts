// K6: only PTT's own reversal or two people say that a delivery did not happen.
import type { Actor } from "../../access/policy.ts";
import { decideAct, proposeAct } from "../../access/server/queries.ts";
import { checkEvidence } from "../../permits/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { type CardRecord, CorrectedWhereabouts } from "../card-contract.ts";
import { cardWhereaboutsWords } from "../card-words.ts";
import type {
  CorrectionOutcome,
  decideDeliveryCorrection as decideEndpoint,
  proposeDeliveryCorrection as proposeEndpoint,
  withdrawDeliveryCorrection as withdrawEndpoint,
} from "../correction-contract.ts";
import { openCardCommand } from "./card-command.ts";
import { changeCard } from "./card-events.ts";
import { presentCardAgain } from "./read-card.ts";
import { lockCard } from "./repository.ts";

type CorrectionPayload = { whereabouts: string; version: number };

export async function proposeDeliveryCorrection(ctx: Context<Actor>, input: ParsedInputOf<typeof proposeEndpoint>): Promise<CardRecord> {
  const card = await openCardCommand(ctx, input, "correct_delivery");
  const { whereabouts, reason, stepUp, evidenceFileId } = input;
  await checkEvidence(ctx, evidenceFileId, card.provinceId);
  const summary = `${card.number} numaralı kart: teslim edilmedi (${cardWhereaboutsWords[whereabouts]})`;
  await proposeAct(ctx, {
    kind: "delivery_correction",
    subjectId: card.id,
    provinceId: card.provinceId,
    payload: { summary, whereabouts, version: card.version },
    reason,
    fileId: evidenceFileId ?? null,
    stepUp,
  });
  return await presentCardAgain(ctx, card.id);
}

export async function decideDeliveryCorrection(
  ctx: Context<Actor>,
  input: ParsedInputOf<typeof decideEndpoint>,
): Promise<CorrectionOutcome> {
  const proposal = await decideAct(ctx, "delivery_correction", input);
  const { id: proposalId, subjectId: cardId } = proposal;
  if (input.decision !== "approve") return { proposalId, cardId, state: input.decision === "refuse" ? "refused" : "withdrawn" };
  const { whereabouts, version } = proposal.payload as CorrectionPayload;
  const card = await lockCard(ctx.db, cardId);
  // PTT may have spoken since; what was agreed on is no longer what it is.
  if (!card || card.version !== version)
    throw new AppError("conflict", { message: "Kart öneriden sonra değişti; düzeltme yeniden önerilmeli." });
  const columns = {
    whereabouts: CorrectedWhereabouts.parse(whereabouts),
    deliveredTo: null,
    ...(card.work === "closed" && card.barcode && card.validity !== "invalidated" && { work: "handed_to_ptt" as const }),
  };
  const proposedBy = { id: proposal.proposedById, name: proposal.proposedByName };
  const by = { reason: proposal.reason, proposedBy, approvedBy: ctx.actor.name, fileId: proposal.fileId ?? undefined };
  await changeCard(ctx, card, { axis: "whereabouts", kind: "delivery_corrected", columns, ...by });
  return { proposalId, cardId, state: "executed" };
}

export async function withdrawDeliveryCorrection(
  ctx: Context<Actor>,
  input: ParsedInputOf<typeof withdrawEndpoint>,
): Promise<CorrectionOutcome> {
  const { id, subjectId } = await decideAct(ctx, "delivery_correction", { ...input, decision: "withdraw", note: "" });
  return { proposalId: id, cardId: subjectId, state: "withdrawn" };
}
