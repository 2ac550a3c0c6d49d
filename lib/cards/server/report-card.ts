import type { Actor } from "../../access/policy.ts";
import { checkEvidence } from "../../permits/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { CardAction, CardRecord, reportCard as endpoint, ReportGround } from "../card-contract.ts";
import type { CardColumns } from "../card-history.ts";
import { type ValidityDeed, validityMoves } from "../card-rules.ts";
import type { InvalidReason, RequestReason } from "../contract.ts";
import { openCardCommand } from "./card-command.ts";
import { addCard, changeCard } from "./card-events.ts";
import { designOn, hasPendingCard, holderOf } from "./card-facts.ts";
import { closeExceptions, openException } from "./exception-repository.ts";
import { presentCardAgain } from "./read-card.ts";
import { nextCardNumber, type StoredCard } from "./repository.ts";

const actionOf: Record<ReportGround, CardAction> = {
  lost: "report_lost",
  stolen: "report_stolen",
  damaged: "report_damaged",
  data_error: "report_data_error",
  found: "report_found",
};

export async function reportCard(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<CardRecord> {
  const { ground, reason, evidenceFileId: fileId } = input;
  const card = await openCardCommand(ctx, input, actionOf[ground]);
  await checkEvidence(ctx, fileId, card.provinceId);
  if (ground === "found") await takeFound(ctx, card, { reason, fileId });
  else if (ground === "lost" || ground === "stolen") await endAndReplace(ctx, card, { ground, reason, fileId });
  else await reportFault(ctx, card, { ground, reason, fileId });
  return await presentCardAgain(ctx, card.id);
}

type Told = { reason: string; fileId: string | undefined };

const deedOf = { lost: "report_lost", stolen: "report_stolen" } as const satisfies Record<string, ValidityDeed>;

/** K3: the card ends in the transaction in which the next one is asked for. */
async function endAndReplace(ctx: Context<Actor>, card: StoredCard, told: Told & { ground: "lost" | "stolen" }): Promise<void> {
  const move = validityMoves[card.validity][deedOf[told.ground]];
  const invalidReason: InvalidReason = move && "reason" in move ? move.reason : "reported_lost";
  const columns: Partial<CardColumns> = {
    validity: "invalidated",
    invalidReason,
    // Nobody knows where it is; what was on its way stays PTT's to say.
    ...((card.whereabouts === "delivered" || card.whereabouts === "returned_held") && { whereabouts: "lost", deliveredTo: null }),
    ...(card.work === "handed_to_ptt" && { work: "closed" }),
  };
  await changeCard(ctx, card, { axis: "validity", kind: "invalidated", columns, reason: told.reason, fileId: told.fileId });
  await closeExceptions(ctx, card, ["returned", "stalled"], "Kart kayıp ya da çalıntı bildirildi.");
  await requestReplacement(ctx, card, told);
}

const faultOf = { damaged: "damage_reported", data_error: "data_error_reported" } as const;

/** It stays valid until its successor is handed over (K3); the paper that was brought is about this card and stays with it. */
async function reportFault(ctx: Context<Actor>, card: StoredCard, told: Told & { ground: "damaged" | "data_error" }): Promise<void> {
  const { ground, reason, fileId } = told;
  await changeCard(ctx, card, { axis: "record", kind: faultOf[ground], columns: {}, reason, fileId });
  await requestReplacement(ctx, card, told);
}

/** Nothing where one is on its way already, or where the permit gives no card any more. */
async function requestReplacement(
  ctx: Context<Actor>,
  card: StoredCard,
  { ground, reason }: { ground: RequestReason; reason: string },
): Promise<void> {
  const { db, now } = ctx;
  const today = localDateOf(now);
  const permit = await holderOf(db, card.permitId);
  const design = await designOn(db, card.kind, today);
  const isOver = permit?.status !== "registered" || (card.validTo !== null && card.validTo < today);
  if (!design || isOver || (await hasPendingCard(db, card.permitId))) return;
  const empty = { series: null, serial: null, serialNumber: null, legacyNumber: null, barcode: null, batchId: null, deliveredTo: null };
  const unmade = { whereabouts: null, whereaboutsSince: null, issuedOn: null, activatedAt: null, addressConfirmedAt: null };
  const next = {
    ...empty,
    ...unmade,
    provinceId: card.provinceId,
    isDemo: card.isDemo,
    permitId: card.permitId,
    number: await nextCardNumber(db),
    kind: card.kind,
    design,
    work: "requested" as const,
    workSince: now,
    validity: "pending" as const,
    invalidReason: null,
    invalidatedAt: null,
    validFrom: card.validFrom,
    validTo: card.validTo,
    requestedAt: now,
    requestReason: ground,
    replacesId: card.id,
  };
  await addCard(ctx, next, { reason });
}

/** K9: it is held, destroyed, and never valid again. */
async function takeFound(ctx: Context<Actor>, card: StoredCard, told: Told): Promise<void> {
  const columns = { whereabouts: "returned_held" as const, deliveredTo: null };
  await changeCard(ctx, card, { axis: "whereabouts", kind: "found", columns, ...told });
  await openException(ctx, {
    card,
    kind: "found_after_report",
    detail: "Kayıp ya da çalıntı bildirilen kart bulundu; geçerli olmaz, imha edilir.",
    ownerName: ctx.actor.name,
  });
}
