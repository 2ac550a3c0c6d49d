import { type Actor, can } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { evidenceNames, findEvidence } from "../../permits/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { validityOn } from "../card.ts";
import {
  AddressSource,
  type CardEventRow,
  type CardRecord,
  type CarrierReportRow,
  CorrectedWhereabouts,
  type readCardFile as fileEndpoint,
} from "../card-contract.ts";
import { CardWhereabouts, CardWork, DeliveredTo, InvalidReason } from "../contract.ts";
import { readReports } from "../delivery.ts";
import { actionsFor, waitingCorrection } from "./card-command.ts";
import { holderOf, newestAddress, replacementsOf, stageLimits } from "./card-facts.ts";
import { carrierCodes, reportsOf } from "./carrier-repository.ts";
import { presentException } from "./exception-actions.ts";
import { exceptionsOf } from "./exception-repository.ts";
import { cardEventsOf, findCard, type StoredCard } from "./repository.ts";

export async function readCard(ctx: Context<Actor>, { cardId }: { cardId: string }): Promise<CardRecord> {
  const card = await getCard(ctx, cardId);
  const { id: subjectId, provinceId, permitId } = card;
  await record(ctx, { action: "card.opened", subjectKind: "card", subjectId, provinceId, payload: { permitId } });
  return await present(ctx, card);
}

/** Opening a paper is recorded: it shows a person's papers. */
export async function readCardFile(ctx: Context<Actor>, { cardId, fileId }: ParsedInputOf<typeof fileEndpoint>): Promise<FileAnswer> {
  const { id: subjectId, provinceId, permitId } = await getCard(ctx, cardId);
  const isOfCard = (await cardEventsOf(ctx.db, [cardId])).some((event) => event.fileId === fileId);
  const file = isOfCard ? await findEvidence(ctx.db, fileId) : null;
  if (!file) throw new AppError("not_found");
  await record(ctx, { action: "card.file_read", subjectKind: "card", subjectId, provinceId, payload: { fileId, permitId } });
  return { ...file, inline: false };
}

async function getCard(ctx: Context<Actor>, cardId: string): Promise<StoredCard> {
  const card = await findCard(ctx.db, cardId);
  if (!card) throw new AppError("not_found");
  return card;
}

/** What a command answers with: the card as it stands now. */
export const presentCardAgain = async (ctx: Context<Actor>, cardId: string): Promise<CardRecord> =>
  await present(ctx, await getCard(ctx, cardId));

const instant = (at: Date | null): string | null => (at === null ? null : at.toISOString());

async function present(ctx: Context<Actor>, card: StoredCard): Promise<CardRecord> {
  const { db, actor, now } = ctx;
  const holder = await holderOf(db, card.permitId);
  const limits = await stageLimits(db);
  const address = await newestAddress(db, card.id);
  return {
    ...columnsOf(card),
    permit: { id: card.permitId, number: holder?.number ?? "", employerTitle: holder?.employerTitle ?? null },
    name: holder?.name ?? "",
    validity: validityOn(card, localDateOf(now)),
    workLimit: limits.get(`work ${card.work}`) ?? null,
    whereaboutsLimit: limits.get(`whereabouts ${card.whereabouts}`) ?? null,
    ...(await replacementsOf(db, card)),
    batchId: can(actor, "production:read") ? card.batchId : null,
    address: address && { ...address, source: AddressSource.parse(address.source), confirmedAt: address.confirmedAt.toISOString() },
    events: await eventsOf(ctx, card),
    reports: await reportRowsOf(ctx, card),
    exceptions: (await exceptionsOf(db, card.id)).map((one) => presentException(ctx, one)),
    pendingCorrection: await correctionOf(ctx, card),
    allowedActions: await actionsFor(ctx, card),
  };
}

function columnsOf(card: StoredCard) {
  const { permitId, serial, validity, batchId, replacesId, isDemo, updatedAt, ...shown } = card;
  return {
    ...shown,
    workSince: card.workSince.toISOString(),
    whereaboutsSince: instant(card.whereaboutsSince),
    activatedAt: instant(card.activatedAt),
    invalidatedAt: instant(card.invalidatedAt),
    requestedAt: card.requestedAt.toISOString(),
    addressConfirmedAt: instant(card.addressConfirmedAt),
  };
}

/** Newest first. */
async function eventsOf({ db }: Context<Actor>, card: StoredCard): Promise<CardEventRow[]> {
  const events = await cardEventsOf(db, [card.id]);
  const names = await evidenceNames(
    db,
    events.flatMap(({ fileId }) => fileId ?? []),
  );
  return events
    .map(({ change, cardId, version, fileId, at, ...event }) => ({
      ...event,
      at: at.toISOString(),
      work: CardWork.nullable().parse(change.work ?? null),
      whereabouts: CardWhereabouts.nullable().parse(change.whereabouts ?? null),
      deliveredTo: DeliveredTo.nullable().parse(change.deliveredTo ?? null),
      invalidReason: InvalidReason.nullable().parse(change.invalidReason ?? null),
      file: fileId === null ? null : { id: fileId, name: names.get(fileId) ?? "" },
    }))
    .toReversed();
}

async function reportRowsOf({ db }: Context<Actor>, card: StoredCard): Promise<CarrierReportRow[]> {
  const kept = new Map((await reportsOf(db, [card.id])).map((report) => [report.id, report]));
  const read = readReports([...kept.values()], await carrierCodes(db));
  return read
    .map(({ id, barcode, code, at, meaning, reversedById }) => ({
      id,
      barcode,
      code,
      text: kept.get(id)?.text || meaning?.text || "",
      branch: kept.get(id)?.branch ?? "",
      at: at.toISOString(),
      receivedAt: (kept.get(id)?.receivedAt ?? at).toISOString(),
      milestone: meaning?.milestone ?? null,
      reversedById,
    }))
    .toReversed();
}

async function correctionOf(ctx: Context<Actor>, card: StoredCard): Promise<CardRecord["pendingCorrection"]> {
  const proposal = await waitingCorrection(ctx, card.id);
  if (!proposal) return null;
  const { whereabouts } = proposal.payload as { whereabouts: string };
  return {
    proposalId: proposal.id,
    whereabouts: CorrectedWhereabouts.parse(whereabouts),
    proposedBy: proposal.proposedByName,
    expiresAt: proposal.expiresAt.toISOString(),
  };
}
