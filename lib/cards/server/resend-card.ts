// What the office does with a card that came back: confirm the address, send again, hand over, destroy (K8).
import type { Actor } from "../../access/policy.ts";
import { checkEvidence } from "../../permits/server/queries.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { openFieldCipher } from "../../platform/crypto/field-cipher.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type {
  CardRecord,
  confirmCardAddress as confirmEndpoint,
  deliverCard as deliverEndpoint,
  destroyCard as destroyEndpoint,
  resendCard as resendEndpoint,
} from "../card-contract.ts";
import { openCardCommand } from "./card-command.ts";
import { changeCard } from "./card-events.ts";
import { holderOf, insertAddress } from "./card-facts.ts";
import { foldCards } from "./carrier-fold.ts";
import { adoptReports, cardsByBarcode } from "./carrier-repository.ts";
import { closeExceptions } from "./exception-repository.ts";
import { presentCardAgain } from "./read-card.ts";
import { refuseOwnWitness } from "./witness.ts";

const sourceWords = { phone: "telefonla", visit: "yerinde", letter: "yazıyla", registry: "adres kayıt sisteminden" } as const;

export async function confirmCardAddress(ctx: Context<Actor>, input: ParsedInputOf<typeof confirmEndpoint>): Promise<CardRecord> {
  const card = await openCardCommand(ctx, input, "confirm_address");
  await checkEvidence(ctx, input.evidenceFileId, card.provinceId);
  const { db, now, actor } = ctx;
  const cipher = await openFieldCipher(db, env.DATA_KEY);
  const sealed = { address: cipher.seal("address", input.address), keyId: cipher.keyId };
  const confirmed = { source: input.source, confirmedAt: now, confirmedByName: actor.name };
  await insertAddress(db, { cardId: card.id, provinceId: card.provinceId, ...sealed, ...confirmed });
  const columns = { addressConfirmedAt: now };
  await changeCard(ctx, card, {
    axis: "record",
    kind: "address_confirmed",
    columns,
    reason: `Adres ${sourceWords[input.source]} doğrulandı.`,
    fileId: input.evidenceFileId,
  });
  return await presentCardAgain(ctx, card.id);
}

export async function resendCard(ctx: Context<Actor>, input: ParsedInputOf<typeof resendEndpoint>): Promise<CardRecord> {
  const card = await openCardCommand(ctx, input, "resend");
  const permit = await holderOf(ctx.db, card.permitId);
  const isOver =
    permit?.status === "cancelled" || permit?.status === "void" || (card.validTo !== null && card.validTo < localDateOf(ctx.now));
  if (isOver) throw new AppError("state_forbids", { message: "Kartın süresi dolmuş ya da izni sona ermiş; yeniden gönderilmez." });
  const { barcode } = input;
  if (barcode && barcode !== card.barcode && (await cardsByBarcode(ctx.db, [barcode])).size > 0) {
    throw new AppError("bad_input", { invalidParams: [{ path: "barcode", message: "Bu barkod başka bir kartta." }] });
  }
  const isNew = barcode !== undefined && barcode !== card.barcode;
  const columns = {
    whereabouts: "ptt_accepted" as const,
    deliveredTo: null,
    ...(isNew && { barcode }),
    ...(card.work === "closed" && card.barcode && { work: "handed_to_ptt" as const }),
  };
  await changeCard(ctx, card, { axis: "whereabouts", kind: "resent", columns, reason: "Doğrulanan adrese yeniden gönderildi." });
  await closeExceptions(ctx, card, ["returned", "stalled"], "Adres doğrulandı, kart yeniden gönderildi.");
  if (isNew && (await adoptReports(ctx.db, [barcode])).length > 0) await foldCards(ctx, [card.id]);
  return await presentCardAgain(ctx, card.id);
}

export async function deliverCard(ctx: Context<Actor>, input: ParsedInputOf<typeof deliverEndpoint>): Promise<CardRecord> {
  const card = await openCardCommand(ctx, input, "deliver");
  const { reason, evidenceFileId: fileId } = input;
  await checkEvidence(ctx, fileId, card.provinceId);
  const columns = {
    whereabouts: "delivered" as const,
    deliveredTo: input.to,
    ...(card.work === "handed_to_ptt" && { work: "closed" as const }),
  };
  await changeCard(ctx, card, { axis: "whereabouts", kind: "delivered_by_hand", columns, reason, fileId });
  await closeExceptions(ctx, card, ["returned", "stalled"], "Kart elden verildi.");
  return await presentCardAgain(ctx, card.id);
}

/** Two named people: who destroys and who sees it; the signed minutes have a number and were scanned (L6 for a card). */
export async function destroyCard(ctx: Context<Actor>, input: ParsedInputOf<typeof destroyEndpoint>): Promise<CardRecord> {
  const card = await openCardCommand(ctx, input, "destroy");
  const { witnessName, documentNumber, reason, evidenceFileId: fileId } = input;
  await checkEvidence(ctx, fileId, card.provinceId);
  refuseOwnWitness(ctx, witnessName);
  const columns = {
    whereabouts: "destroyed" as const,
    deliveredTo: null,
    ...(card.work === "handed_to_ptt" && { work: "closed" as const }),
  };
  const told = `${reason} (tutanak ${documentNumber})`;
  await changeCard(ctx, card, { axis: "whereabouts", kind: "destroyed", columns, reason: told, approvedBy: witnessName, fileId });
  await closeExceptions(ctx, card, ["returned", "stalled", "found_after_report"], `Kart imha edildi, tutanak ${documentNumber}.`);
  return await presentCardAgain(ctx, card.id);
}
