import type { Actor } from "../../access/policy.ts";
import { recordAll } from "../../audit/server/record.ts";
import { addDays } from "../../platform/calendar/local-day.ts";
import { addWorkingDays, isWithinCalendar } from "../../platform/calendar/working-days.ts";
import type { Context } from "../../platform/context.ts";
import { dateColumn, localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { ReturnCause } from "../delivery-contract.ts";
import { type CardExceptionKind, daysToDeal } from "../exceptions.ts";

export type StoredException = {
  id: string;
  provinceId: number;
  cardId: string;
  kind: CardExceptionKind;
  cause: ReturnCause | null;
  detail: string;
  openedAt: Date;
  dueOn: string;
  ownerId: string | null;
  ownerName: string | null;
  closedAt: Date | null;
  closedByName: string | null;
  resolution: string | null;
  version: number;
};

export type NewException = {
  card: { id: string; provinceId: number; permitId: string };
  kind: CardExceptionKind;
  detail: string;
  cause?: ReturnCause | null;
  dueOn?: string;
  ownerName?: string | null;
};

const select = {
  id: true,
  provinceId: true,
  cardId: true,
  kind: true,
  cause: true,
  detail: true,
  openedAt: true,
  dueOn: true,
  ownerId: true,
  ownerName: true,
  closedAt: true,
  closedByName: true,
  resolution: true,
  version: true,
} as const;

type Row = Omit<StoredException, "kind" | "cause" | "dueOn"> & { kind: string; cause: string | null; dueOn: Date };

const stored = (row: Row): StoredException => ({
  ...row,
  kind: row.kind as CardExceptionKind,
  cause: row.cause as ReturnCause | null,
  dueOn: localDate(row.dueOn),
});

/** Working days from now, as long as the calendar reaches. */
export function dueAfter(now: Date, days: number): string {
  const today = localDateOf(now);
  return isWithinCalendar(addDays(today, days * 2 + 14)) ? addWorkingDays(today, days) : addDays(today, days);
}

/** Opens what is not open yet: one of a kind for a card at a time. Answers how many were opened. */
export async function openExceptions(ctx: Context<Actor>, wanted: readonly NewException[]): Promise<number> {
  if (wanted.length === 0) return 0;
  const { db, now } = ctx;
  const cardIds = wanted.map(({ card }) => card.id);
  const open = await db.tx.cardException.findMany({
    where: { cardId: { in: cardIds }, closedAt: null, ...scopeWhere(db.scope) },
    select: { cardId: true, kind: true },
  });
  const taken = new Set(open.map(({ cardId, kind }) => `${cardId} ${kind}`));
  const fresh = wanted.filter(({ card, kind }) => !taken.has(`${card.id} ${kind}`));
  await db.tx.cardException.createMany({
    data: fresh.map(({ card, kind, detail, cause = null, dueOn, ownerName = null }) => ({
      cardId: card.id,
      provinceId: card.provinceId,
      kind,
      cause,
      detail,
      openedAt: now,
      dueOn: dateColumn(dueOn ?? dueAfter(now, daysToDeal[kind])),
      ownerName,
    })),
    skipDuplicates: true,
  });
  await recordAll(
    ctx,
    fresh.map(({ card, kind }) => ({
      action: "card.exception_opened",
      subjectKind: "card",
      subjectId: card.id,
      provinceId: card.provinceId,
      payload: { kind, permitId: card.permitId },
    })),
  );
  return fresh.length;
}

export const openException = (ctx: Context<Actor>, wanted: NewException): Promise<number> => openExceptions(ctx, [wanted]);

/** Closes the card's open exceptions of these kinds; the reason stands for all of them. */
export async function closeExceptions(
  ctx: Context<Actor>,
  card: NewException["card"],
  kinds: readonly CardExceptionKind[],
  resolution: string,
): Promise<void> {
  const { db, now, actor } = ctx;
  const where = { cardId: card.id, kind: { in: [...kinds] }, closedAt: null, ...scopeWhere(db.scope) };
  const open = await db.tx.cardException.findMany({ where, select: { id: true, kind: true } });
  if (open.length === 0) return;
  await db.tx.cardException.updateMany({ where, data: { closedAt: now, closedByName: actor.name, resolution, version: { increment: 1 } } });
  await recordAll(
    ctx,
    open.map(({ kind }) => ({
      action: "card.exception_closed",
      subjectKind: "card",
      subjectId: card.id,
      provinceId: card.provinceId,
      payload: { kind, resolution, permitId: card.permitId },
    })),
  );
}

/** Newest first. */
export async function exceptionsOf(db: Db, cardId: string): Promise<StoredException[]> {
  const where = { cardId, ...scopeWhere(db.scope) };
  return (await db.tx.cardException.findMany({ where, select, orderBy: { openedAt: "desc" } })).map(stored);
}

export async function lockException(db: Db, id: string): Promise<StoredException | null> {
  await db.tx.$queryRaw`SELECT id FROM card_exception WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  const row = await db.tx.cardException.findFirst({ where: { id, ...scopeWhere(db.scope) }, select });
  return row && stored(row);
}

export type ExceptionChange = { ownerId?: string | null; ownerName?: string; dueOn?: string; detail?: string; cause?: ReturnCause | null };

export async function updateException(db: Db, row: StoredException, { dueOn, ...change }: ExceptionChange): Promise<void> {
  await db.tx.cardException.updateMany({
    where: { id: row.id, version: row.version, ...scopeWhere(db.scope) },
    data: { ...change, ...(dueOn && { dueOn: dateColumn(dueOn) }), version: row.version + 1 },
  });
}
