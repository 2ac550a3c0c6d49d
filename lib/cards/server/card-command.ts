import { type Actor, can, type Permission } from "../../access/policy.ts";
import { findWaitingProposal } from "../../access/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { CardAction } from "../card-contract.ts";
import { allowedActions } from "../card-rules.ts";
import { hasPendingCard } from "./card-facts.ts";
import { lockCard, type StoredCard } from "./repository.ts";

const permissionOf = {
  confirm_address: "card:deliver",
  resend: "card:deliver",
  deliver: "card:deliver",
  destroy: "card:deliver",
  correct_delivery: "card:deliver",
  report_lost: "card:report",
  report_stolen: "card:report",
  report_damaged: "card:report",
  report_data_error: "card:report",
  report_found: "card:report",
} as const satisfies Record<CardAction, Permission>;

export const waitingCorrection = (ctx: Context<Actor>, cardId: string) =>
  findWaitingProposal(ctx.db, "delivery_correction", cardId, ctx.now);

/** Axes, waiting correction and permission together: a button and its refusal come from this one line. */
export async function actionsFor(ctx: Context<Actor>, card: StoredCard): Promise<CardAction[]> {
  const hasPendingCorrection = (await waitingCorrection(ctx, card.id)) !== null;
  const hasPendingReplacement = card.validity === "active" && (await hasPendingCard(ctx.db, card.permitId));
  return allowedActions({ ...card, hasPendingCorrection, hasPendingReplacement }, (action) => can(ctx.actor, permissionOf[action]));
}

/** Loads and locks the card for a command, and refuses a stale version, a wrong state, a wrong person. */
export async function openCardCommand(
  ctx: Context<Actor>,
  input: { cardId: string; version: number },
  action: CardAction,
): Promise<StoredCard> {
  const card = await lockCard(ctx.db, input.cardId);
  if (!card) throw new AppError("not_found");
  if (card.version !== input.version) throw new AppError("stale_version", { currentVersion: card.version });
  if (!can(ctx.actor, permissionOf[action])) throw new AppError("forbidden");
  if ((await actionsFor(ctx, card)).includes(action)) return card;
  const message = await refusalOf(ctx, card, action);
  throw new AppError("state_forbids", { currentVersion: card.version, ...(message && { message }) });
}

async function refusalOf(ctx: Context<Actor>, card: StoredCard, action: CardAction): Promise<string | undefined> {
  if (await waitingCorrection(ctx, card.id)) return "Kartın teslim düzeltmesi onay bekliyor; karar verilmeden işlem yapılamaz.";
  if (action === "resend" && card.addressConfirmedAt === null) return "Kart ancak adres doğrulandıktan sonra yeniden gönderilir.";
  if (card.validity === "invalidated") return "Kart geçersiz; yeniden geçerli olmaz.";
  return undefined;
}
