import { type Actor, can } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { addDays } from "../../platform/calendar/local-day.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { formatDate, localDateOf } from "../../platform/locale/tr.ts";
import type { CardExceptionRow, ExceptionAction } from "../card-contract.ts";
import type {
  closeCardException as closeEndpoint,
  planCardCollection as planEndpoint,
  takeCardException as takeEndpoint,
} from "../exceptions-contract.ts";
import { closeExceptions, exceptionsOf, lockException, type StoredException, updateException } from "./exception-repository.ts";
import { findCard } from "./repository.ts";

/** What a reader may do with an exception; a returned card is settled by what is done with the card, never by words alone. */
function actionsOn(actor: Actor, one: StoredException): ExceptionAction[] {
  if (one.closedAt !== null || !can(actor, "card_exception:resolve")) return [];
  const isReturn = one.kind === "returned";
  return [...(one.ownerId === actor.id ? [] : (["take"] as const)), isReturn ? "plan_collection" : "close"];
}

export function presentException({ actor, now }: Pick<Context<Actor>, "actor" | "now">, one: StoredException): CardExceptionRow {
  const { cardId, provinceId, ownerId, ownerName, openedAt, closedAt, ...shown } = one;
  return {
    ...shown,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt === null ? null : closedAt.toISOString(),
    isOverdue: closedAt === null && one.dueOn < localDateOf(now),
    owner: ownerName === null ? null : { id: ownerId, name: ownerName },
    allowedActions: actionsOn(actor, one),
  };
}

async function openAction(
  ctx: Context<Actor>,
  input: { exceptionId: string; version: number },
  action: ExceptionAction,
): Promise<StoredException> {
  const one = await lockException(ctx.db, input.exceptionId);
  if (!one) throw new AppError("not_found");
  if (one.version !== input.version) throw new AppError("stale_version", { currentVersion: one.version });
  if (!actionsOn(ctx.actor, one).includes(action)) throw new AppError("state_forbids", { currentVersion: one.version });
  return one;
}

async function presentAgain(ctx: Context<Actor>, { cardId, id }: StoredException): Promise<CardExceptionRow> {
  const found = (await exceptionsOf(ctx.db, cardId)).find((one) => one.id === id);
  if (!found) throw new AppError("not_found");
  return presentException(ctx, found);
}

async function amended(ctx: Context<Actor>, one: StoredException): Promise<CardExceptionRow> {
  const card = await cardOf(ctx, one);
  await record(ctx, {
    action: "card.exception_amended",
    subjectKind: "card",
    subjectId: card.id,
    provinceId: card.provinceId,
    payload: { kind: one.kind, permitId: card.permitId },
  });
  return await presentAgain(ctx, one);
}

async function cardOf(ctx: Context<Actor>, { cardId }: StoredException) {
  const card = await findCard(ctx.db, cardId);
  if (!card) throw new AppError("not_found");
  return card;
}

export async function takeCardException(ctx: Context<Actor>, input: ParsedInputOf<typeof takeEndpoint>): Promise<CardExceptionRow> {
  const one = await openAction(ctx, input, "take");
  await updateException(ctx.db, one, { ownerId: ctx.actor.id, ownerName: ctx.actor.name });
  return await amended(ctx, one);
}

const longestWait = 30;

export async function planCardCollection(ctx: Context<Actor>, input: ParsedInputOf<typeof planEndpoint>): Promise<CardExceptionRow> {
  const one = await openAction(ctx, input, "plan_collection");
  const today = localDateOf(ctx.now);
  if (input.on < today || input.on > addDays(today, longestWait)) {
    const message = `Bugünden başlayarak en çok ${longestWait} gün sonrası yazılır.`;
    throw new AppError("bad_input", { invalidParams: [{ path: "on", message }] });
  }
  const detail = `Hak sahibi kartı ${formatDate(input.on)} gününe kadar elden alacak: ${input.place}.`;
  await updateException(ctx.db, one, { ownerId: ctx.actor.id, ownerName: ctx.actor.name, dueOn: input.on, detail });
  return await amended(ctx, one);
}

export async function closeCardException(ctx: Context<Actor>, input: ParsedInputOf<typeof closeEndpoint>): Promise<CardExceptionRow> {
  const one = await openAction(ctx, input, "close");
  await closeExceptions(ctx, await cardOf(ctx, one), [one.kind], input.resolution);
  return await presentAgain(ctx, one);
}
