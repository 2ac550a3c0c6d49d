import type { z } from "zod";
import { type Actor, can } from "../../access/policy.ts";
import { findReturnedAddresses } from "../../institutions/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { DeliveryState } from "../delivery.ts";
import type { TodayItem, readToday as todayEndpoint } from "../incoming-contract.ts";
import { hasAnswered, isReached, isSilent, isTerminal, overdueDays, recipientState } from "../recipient.ts";
import { declaredOf, waitsForItsFile, wentByWire } from "./board-row.ts";
import { findLetters } from "./incoming-repository.ts";
import { addressItems, carryItem, circularItem, incomingItem, overdueItem, silentItem, taskItem } from "./today-items.ts";
import { findDeskCirculars, findDispatches, findOpenTasks, findUnanswered, type SentCircular } from "./today-repository.ts";

type Answer = z.input<typeof todayEndpoint.output>;

const DAY = 86_400_000;
const stripDays = 14;
const mostStrips = 10;
const mostLetters = 100;

/** What waits for this person, oldest first; what a role may not do does not wait for it. */
export async function readToday(ctx: Context<Actor>): Promise<Answer> {
  const incoming = await incomingItems(ctx);
  const circulars = await deskItems(ctx);
  const sent = await sentItems(ctx);
  const tasks = can(ctx.actor, "task:resolve") ? (await findOpenTasks(ctx.db, ctx.actor.provinceId)).map(taskItem) : [];
  const returned = can(ctx.actor, "institution:amend") ? addressItems(await findReturnedAddresses(ctx.db)) : [];
  const items = [...incoming, ...circulars, ...sent, ...tasks, ...returned].sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
  return {
    items,
    dispatches: await strips(ctx),
    waiting: { incoming: incoming.length, circulars: circulars.length, tasks: tasks.length },
    asOf: ctx.now.toISOString(),
  };
}

async function incomingItems({ actor, db }: Context<Actor>): Promise<TodayItem[]> {
  if (!can(actor, "incoming_letter:read") || !can(actor, "circular:draft")) return [];
  return (await findLetters(db, { state: "waiting", take: mostLetters })).map(incomingItem);
}

async function deskItems({ actor, db }: Context<Actor>): Promise<TodayItem[]> {
  if (!actor.id || !can(actor, "circular:read")) return [];
  const rows = await findDeskCirculars(db, { userId: actor.id, includesSigned: can(actor, "circular:dispatch") });
  return rows.flatMap((row) => circularItem(row, actor.id ?? ""));
}

/** From whom there is no word, and who has let the due date pass: for those who may remind. */
async function sentItems({ actor, db, now }: Context<Actor>): Promise<TodayItem[]> {
  if (!can(actor, "circular:remind")) return [];
  const today = localDateOf(now);
  return (await findUnanswered(db)).flatMap((circular) => {
    const declared = circular.recipients.map(declaredOf);
    const dueOn = circular.dueOn && localDate(circular.dueOn);
    const open = declared.filter((recipient) => !isTerminal(recipient));
    const days = Math.max(0, ...open.map((recipient) => overdueDays({ ...recipient, dueOn }, today)));
    const carried = circular.recipients.filter(({ deliveries }) => deliveries.some(waitsForItsFile)).length;
    const toCarry = carried > 0 && can(actor, "delivery:record") ? [carryItem(circular, carried)] : [];
    if (dueOn && days > 0) return [...toCarry, overdueItem(circular, { count: open.length, dueOn, days })];
    // Whoever was not written to yet owes no word.
    const silent = circular.recipients.filter(
      (recipient) => isSilent(declaredOf(recipient)) && !recipient.deliveries.some(waitsForItsFile),
    );
    const remindable = silent.filter(({ deliveries }) => deliveries.some(wentByWire)).length;
    return silent.length > 0 ? [...toCarry, silentItem(circular, { silent: silent.length, remindable })] : toCarry;
  });
}

async function strips({ actor, db, now }: Context<Actor>): Promise<Answer["dispatches"]> {
  if (!can(actor, "circular:read")) return [];
  const rows = await findDispatches(db, new Date(now.getTime() - stripDays * DAY), mostStrips);
  return rows.map((circular) => ({
    circularId: circular.id,
    subject: circular.subject,
    documentNumber: circular.documentNumber ?? "",
    dispatchedAt: (circular.dispatchedAt ?? now).toISOString(),
    cells: circular.recipients.map((recipient) => cell(recipient, now)),
    nextTry: nextTryOf(circular),
  }));
}

/** The retry that comes first, and to whom. */
function nextTryOf({ recipients }: SentCircular): { name: string; at: string } | null {
  const tries = recipients.flatMap(({ name, deliveries }) =>
    deliveries.flatMap(({ state, nextCheckAt }) => (state === "retrying" && nextCheckAt ? [{ name, at: nextCheckAt.toISOString() }] : [])),
  );
  return tries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0] ?? null;
}

function cell(row: SentCircular["recipients"][number], now: Date): Answer["dispatches"][number]["cells"][number] {
  const deliveries = row.deliveries.map((delivery) => ({ ...delivery, state: delivery.state as DeliveryState }));
  const recipient = { ...declaredOf(row), deliveries };
  return { name: row.name, state: recipientState(recipient, now), reached: isReached(recipient), answered: hasAnswered(recipient) };
}
