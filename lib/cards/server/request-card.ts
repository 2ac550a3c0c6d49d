import { type Actor, can } from "../../access/policy.ts";
import { findPermitTerms, lockPermitTerms, type PermitTerms } from "../../permits/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { validityOn } from "../card.ts";
import type { CardKind, RequestReason } from "../contract.ts";
import { type RequestGround, requestHindrance, requestReasons } from "../production.ts";
import type { CardRequestView, requestCard as requestEndpoint, requeueCard as requeueEndpoint } from "../request-contract.ts";
import { addCard, changeCard } from "./card-events.ts";
import { closeExceptions } from "./exception-repository.ts";
import { designOn } from "./production-repository.ts";
import { cardsOfPermit, lockCard, type NewCard, nextCardNumber, type StoredCard } from "./repository.ts";

export async function readCardRequest(ctx: Context<Actor>, { permitId }: { permitId: string }): Promise<CardRequestView> {
  const permit = await findPermitTerms(ctx.db, permitId, localDateOf(ctx.now));
  if (!permit) throw new AppError("not_found");
  return await viewOf(ctx, permit);
}

/** Errors: `state_forbids` with the reason in words. */
export async function requestCard(ctx: Context<Actor>, input: ParsedInputOf<typeof requestEndpoint>): Promise<CardRequestView> {
  const permit = await lockPermitTerms(ctx.db, input.permitId, localDateOf(ctx.now));
  if (!permit) throw new AppError("not_found");
  const ground = await groundOf(ctx, permit);
  if (!requestReasons(ground).includes(input.requestReason)) {
    throw new AppError("state_forbids", { message: requestHindrance(ground) ?? "İznin geçerli kartı yenilenmeyi gerektirmiyor." });
  }
  const active = ground.cards.find(({ validity }) => validity === "active");
  const card = newCard(permit, input.requestReason, ctx.now, active?.id ?? null);
  await addCard(ctx, { ...card, number: await nextCardNumber(ctx.db) }, { reason: input.reason });
  return await viewOf(ctx, permit);
}

/** A card as it begins: asked for, of the new design, valid from and to the days of its permit (K2). */
export function newCard(permit: PermitTerms, requestReason: RequestReason, now: Date, replacesId: string | null): Omit<NewCard, "number"> {
  const nothing = { series: null, serial: null, serialNumber: null, legacyNumber: null, batchId: null, barcode: null, issuedOn: null };
  return {
    ...nothing,
    provinceId: permit.provinceId,
    permitId: permit.id,
    kind: permit.kind as CardKind,
    design: "new",
    work: "requested",
    workSince: now,
    whereabouts: null,
    whereaboutsSince: null,
    deliveredTo: null,
    validity: "pending",
    invalidReason: null,
    activatedAt: null,
    invalidatedAt: null,
    validFrom: permit.validFrom,
    validTo: permit.validTo,
    requestedAt: now,
    requestReason,
    replacesId,
    addressConfirmedAt: null,
  };
}

async function groundOf(ctx: Context<Actor>, permit: PermitTerms): Promise<Omit<RequestGround, "cards"> & { cards: StoredCard[] }> {
  const design = await designOn(ctx.db, permit.kind, localDateOf(ctx.now));
  return { kind: permit.kind, state: permit.state, design, cards: await cardsOfPermit(ctx.db, permit.id) };
}

async function viewOf(ctx: Context<Actor>, permit: PermitTerms): Promise<CardRequestView> {
  const ground = await groundOf(ctx, permit);
  const today = localDateOf(ctx.now);
  return {
    cards: ground.cards.map((card) => {
      const { id, number, design, work, requestReason, requestedAt, serialNumber } = card;
      return {
        id,
        number,
        design,
        work,
        validity: validityOn(card, today),
        requestReason,
        requestedAt: requestedAt.toISOString(),
        serialNumber,
      };
    }),
    allowedActions: can(ctx.actor, "card:request") ? requestReasons(ground) : [],
    hindrance: ground.cards.length > 0 ? null : requestHindrance(ground),
  };
}

/** The record is right now: its dates stand on the card again, and the card waits. */
export async function requeueCard(ctx: Context<Actor>, input: ParsedInputOf<typeof requeueEndpoint>) {
  const card = await lockCard(ctx.db, input.cardId);
  if (!card) throw new AppError("not_found");
  if (card.version !== input.version) throw new AppError("stale_version", { currentVersion: card.version });
  if (card.work !== "rejected_by_partner" || card.validity === "invalidated") {
    throw new AppError("state_forbids", { currentVersion: card.version });
  }
  const permit = await findPermitTerms(ctx.db, card.permitId, localDateOf(ctx.now));
  if (!permit) throw new AppError("not_found");
  const columns = { work: "queued" as const, validFrom: permit.validFrom, validTo: permit.validTo };
  const changed = await changeCard(ctx, card, { axis: "work", kind: "corrected", columns, reason: input.reason });
  await closeExceptions(ctx, card, ["partner_error"], input.reason);
  return { cardId: card.id, version: changed.version, work: changed.work };
}
