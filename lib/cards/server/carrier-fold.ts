// What PTT's reports make of a card: its whereabouts, whether its work is done, and what a person must look at.
import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { formatDateTime } from "../../platform/locale/tr.ts";
import type { CardColumns, CardEventKind } from "../card-history.ts";
import { cardWhereaboutsWords } from "../card-words.ts";
import type { CardWhereabouts, DeliveredTo } from "../contract.ts";
import { type CarrierCodeMeaning, foldPosition, type OfficeFact, type Position, type ReadReport, readReports } from "../delivery.ts";
import { returnCauseWords } from "../exceptions.ts";
import { changeCards } from "./card-events.ts";
import { carrierCodes, type KeptReport, reportsOf } from "./carrier-repository.ts";
import { closeExceptions, exceptionsOf, openException, updateException } from "./exception-repository.ts";
import { cardEventsOf, lockCards, type StoredCard } from "./repository.ts";

type StoredEvent = Awaited<ReturnType<typeof cardEventsOf>>[number];

/** Before PTT had it; whatever PTT reports counts after these. */
const beforePtt = new Set<CardEventKind>(["requested", "imported", "quality_passed", "packed", "handed_over"]);

const factOf = (event: StoredEvent): OfficeFact => ({
  at: new Date(event.change.whereaboutsSince ?? event.at),
  whereabouts: (event.change.whereabouts ?? null) as CardWhereabouts | null,
  deliveredTo: (event.change.deliveredTo ?? null) as DeliveredTo | null,
});

/** The office's part in where a card is. */
export function officeFacts(events: readonly StoredEvent[]): { base: OfficeFact | null; deeds: OfficeFact[] } {
  const told = events.filter(({ kind, change }) => kind !== "carrier_reported" && change.whereabouts !== undefined);
  const base = told.filter(({ kind }) => beforePtt.has(kind)).at(-1);
  return { base: base ? factOf(base) : null, deeds: told.filter(({ kind }) => !beforePtt.has(kind)).map(factOf) };
}

type Folded = { card: StoredCard; position: Position; reports: ReadReport[]; handedOverAt: Date | null };

/** Folds every report about these cards anew, in whatever order they came; answers how many cards moved. */
export async function foldCards(ctx: Context<Actor>, cardIds: readonly string[]): Promise<number> {
  const { db } = ctx;
  const cards = await lockCards(db, cardIds);
  const codes = await carrierCodes(db);
  const reports = Map.groupBy(await reportsOf(db, cardIds), ({ cardId }) => cardId);
  const events = Map.groupBy(await cardEventsOf(db, cardIds), ({ cardId }) => cardId);
  const folded = cards.map((card) => foldOne(card, reports.get(card.id) ?? [], events.get(card.id) ?? [], codes));
  const changes = folded.flatMap((one) => {
    const columns = columnsOf(one);
    return columns ? [{ card: one.card, axis: "whereabouts" as const, kind: "carrier_reported" as const, columns }] : [];
  });
  await changeCards(ctx, changes);
  const moved = new Set(changes.map(({ card }) => card.id));
  for (const one of folded) await raiseExceptions(ctx, one, moved.has(one.card.id));
  return changes.length;
}

function foldOne(
  card: StoredCard,
  reports: readonly KeptReport[],
  events: readonly StoredEvent[],
  codes: Map<string, CarrierCodeMeaning>,
): Folded {
  const { base, deeds } = officeFacts(events);
  const read = readReports(reports, codes);
  const handedOver = events.filter(({ change }) => change.work === "handed_to_ptt").at(-1);
  return {
    card,
    position: foldPosition(base, deeds, read),
    reports: read,
    handedOverAt: handedOver ? new Date(handedOver.change.workSince ?? handedOver.at) : null,
  };
}

/** What the position changes of the card, or null. A card without any report stands where the office put it. */
function columnsOf({ card, position, reports, handedOverAt }: Folded): Partial<CardColumns> | null {
  if (reports.length === 0 || position.whereabouts === null) return null;
  const { whereabouts, since, deliveredTo } = position;
  const isDelivered = whereabouts === "delivered";
  const comesBack = whereabouts === "returning" || whereabouts === "returned_held";
  const columns: Partial<CardColumns> = {
    ...(whereabouts !== card.whereabouts && { whereabouts }),
    ...(since?.getTime() !== card.whereaboutsSince?.getTime() && { whereaboutsSince: since }),
    ...(deliveredTo !== card.deliveredTo && { deliveredTo }),
    // K8: an address that brought a card back is no longer a confirmed one.
    ...(comesBack && isBefore(card.addressConfirmedAt, since) && { addressConfirmedAt: null }),
    ...(isDelivered && card.work === "handed_to_ptt" && { work: "closed", workSince: since ?? card.workSince }),
    // K6: PTT took the delivery back.
    ...(!isDelivered &&
      card.work === "closed" &&
      card.validity !== "invalidated" &&
      handedOverAt && { work: "handed_to_ptt", workSince: handedOverAt }),
  };
  return Object.keys(columns).length > 0 ? columns : null;
}

const isBefore = (confirmed: Date | null, since: Date | null): boolean => confirmed !== null && since !== null && confirmed < since;

/** In whose name PTT's reports are written. */
export const carrierName = "PTT";

const lostByCarrier: readonly (CardWhereabouts | null)[] = ["lost", "damaged", "destroyed_by_carrier"];

async function raiseExceptions(ctx: Context<Actor>, folded: Folded, hasMoved: boolean): Promise<void> {
  const { card, position, reports } = folded;
  if (reports.length === 0) return;
  const unknown = reports.filter(({ meaning }) => meaning === null);
  if (unknown.length > 0) {
    const named = [...new Set(unknown.map(({ code }) => code))].join(", ");
    await openOnce(ctx, card, { kind: "unknown_event", detail: `PTT kodu tabloda yok: ${named}` }, lastOf(unknown));
  } else {
    await closeExceptions(ctx, card, ["unknown_event"], "Kod artık tabloda.");
  }
  if (!position.isReported) return;
  await raiseReturn(ctx, folded);
  await raiseLoss(ctx, folded, hasMoved);
  await raiseHandOver(ctx, folded);
}

async function raiseReturn(ctx: Context<Actor>, { card, position: { whereabouts, since, cause } }: Folded): Promise<void> {
  if (whereabouts !== "returned_held") return closeExceptions(ctx, card, ["returned"], "PTT iadeyi geri aldı.");
  const detail = `PTT kartı geri getirdi: ${returnCauseWords[cause ?? "other"]}.`;
  await openOnce(ctx, card, { kind: "returned", cause, detail }, since);
}

async function raiseLoss(ctx: Context<Actor>, { card, position: { whereabouts, since } }: Folded, hasMoved: boolean): Promise<void> {
  if (whereabouts === null || !lostByCarrier.includes(whereabouts)) {
    if (hasMoved) await closeExceptions(ctx, card, ["stalled"], "Kart ilerledi.");
    return;
  }
  const told = since ? ` (${formatDateTime(since)})` : "";
  const detail = `PTT bildirdi: ${cardWhereaboutsWords[whereabouts]}${told}. Kaybı bildirip yeni kart isteyin.`;
  await openOnce(ctx, card, { kind: "stalled", detail }, since);
}

/** K5; a card of the old design was handed over before this record began. */
async function raiseHandOver(ctx: Context<Actor>, { card, position, handedOverAt }: Folded): Promise<void> {
  const isHandedOver = card.design === "old" || card.work === "closed" || handedOverAt !== null;
  if (position.whereabouts !== "delivered") return closeExceptions(ctx, card, ["no_handover"], "PTT teslimi geri aldı.");
  if (isHandedOver) return;
  const detail = "PTT teslim ettiğini bildirdi; kartın PTT’ye teslim kaydı yok.";
  await openOnce(ctx, card, { kind: "no_handover", detail }, position.since);
}

type Wanted = Pick<Parameters<typeof openException>[1], "kind" | "cause" | "detail">;

/** A person who has dealt with just this is not asked again; what the system closed may open again. */
async function openOnce(ctx: Context<Actor>, card: StoredCard, wanted: Wanted, since: Date | null): Promise<void> {
  const earlier = (await exceptionsOf(ctx.db, card.id)).filter(({ kind }) => kind === wanted.kind);
  const open = earlier.find(({ closedAt }) => closedAt === null);
  const { cause = null, detail } = wanted;
  if (open && (open.cause !== cause || open.detail !== detail)) return updateException(ctx.db, open, { cause, detail });
  const isDealtWith = earlier.some(
    ({ closedAt, closedByName, openedAt }) => closedAt !== null && closedByName !== carrierName && since !== null && openedAt >= since,
  );
  if (!open && !isDealtWith) await openException(ctx, { ...wanted, card });
}

const lastOf = (reports: readonly ReadReport[]): Date | null => reports.at(-1)?.at ?? null;
