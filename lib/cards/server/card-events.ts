// The only way in which a card changes: one version on, one event, one line in the trail.
import type { Actor } from "../../access/policy.ts";
import { type Recorded, recordAll } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { type CardAxis, type CardColumns, type CardEventKind, changeOf } from "../card-history.ts";
import { insertCard, insertCardEvents, insertCards, type NewCard, type NewCardEvent, type StoredCard, updateCards } from "./repository.ts";

type Told = {
  axis: CardAxis;
  kind: CardEventKind;
  columns: Partial<CardColumns>;
  reason?: string | undefined;
  fileId?: string | undefined;
  approvedBy?: string | undefined;
  /** Of two persons the first, whose act it is; the one who decides stands in `approvedBy`. */
  proposedBy?: { id: string; name: string } | undefined;
};

/** Changes a card that the transaction has locked; answers with the card as it became. */
export async function changeCard(ctx: Context<Actor>, card: StoredCard, told: Told): Promise<StoredCard> {
  const [changed] = await changeCards(ctx, [{ ...told, card }]);
  if (!changed) throw new Error("a change was given");
  return changed;
}

/** The same for many cards at once, each with its own columns and at most once. */
export async function changeCards(ctx: Context<Actor>, changes: readonly (Told & { card: StoredCard })[]): Promise<StoredCard[]> {
  if (changes.length === 0) return [];
  const { db, now } = ctx;
  const completed = changes.map((one) => ({ ...one, columns: withInstants(one.card, one.columns, now) }));
  const rows = completed.map(({ card, columns }) => ({ id: card.id, version: card.version, change: changeOf(columns) }));
  const count = await updateCards(db, rows, now);
  if (count !== changes.length) throw new AppError("stale_version");
  await insertCardEvents(
    db,
    completed.map((one) => newEvent(ctx, one.card, one.card.version + 1, one)),
  );
  await recordAll(
    ctx,
    completed.map(({ card, axis, kind }) => recorded(card, axis, kind)),
  );
  return completed.map(({ card, columns }) => ({ ...card, ...columns, version: card.version + 1, updatedAt: now }));
}

/** A new card with its first event. */
export async function addCard(ctx: Context<Actor>, card: NewCard, told: { reason?: string } = {}): Promise<StoredCard> {
  const { provinceId, isDemo = false, ...columns } = card;
  const id = await insertCard(ctx.db, card, ctx.now);
  const stored: StoredCard = { ...columns, id, provinceId, isDemo, version: 1, updatedAt: ctx.now };
  await insertCardEvents(ctx.db, [newEvent(ctx, stored, 1, { axis: "record", kind: "requested", columns, ...told })]);
  await recordAll(ctx, [recorded(stored, "record", "requested")]);
  return stored;
}

/** The same for many cards at once. */
export async function addCards(ctx: Context<Actor>, cards: readonly NewCard[], told: { reason: string }): Promise<void> {
  const ids = await insertCards(ctx.db, cards, ctx.now);
  const stored = cards.map(({ provinceId, isDemo = false, ...columns }): { card: StoredCard; columns: CardColumns } => {
    const card = { ...columns, id: ids.get(columns.number) ?? "", provinceId, isDemo, version: 1, updatedAt: ctx.now };
    return { card, columns };
  });
  const begun = { axis: "record", kind: "requested" } as const;
  await insertCardEvents(
    ctx.db,
    stored.map(({ card, columns }) => newEvent(ctx, card, 1, { ...begun, columns, ...told })),
  );
  await recordAll(
    ctx,
    stored.map(({ card }) => recorded(card, begun.axis, begun.kind)),
  );
}

/** Since when a card is where it is: now, unless the change says when. */
function withInstants(card: StoredCard, columns: Partial<CardColumns>, now: Date): Partial<CardColumns> {
  const { work, whereabouts, validity } = columns;
  return {
    ...(work !== undefined && work !== card.work && { workSince: now }),
    ...(whereabouts !== undefined && whereabouts !== card.whereabouts && { whereaboutsSince: whereabouts && now }),
    ...(validity === "active" && card.validity !== "active" && { activatedAt: now }),
    ...(validity === "invalidated" && card.validity !== "invalidated" && { invalidatedAt: now }),
    ...columns,
  };
}

function newEvent({ actor, now }: Context<Actor>, card: StoredCard, version: number, told: Told): NewCardEvent {
  const { axis, kind, columns, reason, fileId, approvedBy, proposedBy = actor } = told;
  const who = { actorId: proposedBy.id, actorName: proposedBy.name, approvedBy: approvedBy ?? null, at: now, on: localDateOf(now) };
  const what = { axis, kind, reason: reason ?? null, fileId: fileId ?? null, change: changeOf(columns) };
  return { cardId: card.id, provinceId: card.provinceId, version, ...who, ...what };
}

const recorded = ({ id, provinceId, permitId }: StoredCard, axis: CardAxis, kind: CardEventKind): Recorded => ({
  action: "card.changed",
  subjectKind: "card",
  subjectId: id,
  provinceId,
  payload: { axis, kind, permitId },
});
