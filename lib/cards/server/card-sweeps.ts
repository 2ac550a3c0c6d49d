// What repeats: a card that has not moved for longer than its stage may last becomes somebody's task (K7, B13), and cards are
// compared with their events.
import { type Actor, systemActor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { type Db, scopeSql, withScope } from "../../platform/db/transaction.ts";
import { provinceName } from "../../platform/locale/provinces.ts";
import { log } from "../../platform/log.ts";
import { differences, foldEvents } from "../card-history.ts";
import { cardWhereaboutsWords, cardWorkWords } from "../card-words.ts";
import type { CardWhereabouts, CardWork } from "../contract.ts";
import { closeExceptions, openExceptions } from "./exception-repository.ts";
import { cardEventsOf, sampleCards } from "./repository.ts";

const mostAtOnce = 1_000;

type Stalled = { id: string; provinceId: number; permitId: string; axis: "work" | "whereabouts"; stage: string; days: number };

/**
 * An invalid card's work is over; wherever the object lies, somebody must fetch it. Stage by stage by its index (OFFSET 0 keeps the
 * planner from reading every card once for all of them).
 */
function stalledCards(db: Db, now: Date): Promise<Stalled[]> {
  return db.tx.$queryRaw<Stalled[]>`
    SELECT c.id, c.province_id AS "provinceId", c.permit_id AS "permitId", s.axis, s.stage, s.days FROM (
      SELECT c.id, l.axis, l.stage, l.days::int FROM stage_limit l CROSS JOIN LATERAL (SELECT c.id FROM card c
        WHERE c.work = l.stage AND c.work_since < ${now}::timestamptz - l.days * interval '1 day' AND c.validity <> 'invalidated' OFFSET 0) c WHERE l.axis = 'work'
      UNION ALL
      SELECT c.id, l.axis, l.stage, l.days::int FROM stage_limit l CROSS JOIN LATERAL (SELECT c.id FROM card c
        WHERE c.whereabouts = l.stage AND c.whereabouts_since < ${now}::timestamptz - l.days * interval '1 day' OFFSET 0) c WHERE l.axis = 'whereabouts'
    ) s JOIN card c ON c.id = s.id
    WHERE ${scopeSql(db.scope, "c.province_id")} AND NOT EXISTS (SELECT FROM card_exception x WHERE x.card_id = c.id AND x.closed_at IS NULL)
    LIMIT ${mostAtOnce}`;
}

/** Stalled ones whose card is within its limits again; what PTT lost stays until somebody has dealt with it. */
function movedAgain(db: Db, now: Date): Promise<{ id: string; provinceId: number; permitId: string }[]> {
  return db.tx.$queryRaw`
    SELECT c.id, c.province_id AS "provinceId", c.permit_id AS "permitId" FROM card_exception x JOIN card c ON c.id = x.card_id
    WHERE ${scopeSql(db.scope, "c.province_id")} AND x.kind = 'stalled' AND x.closed_at IS NULL
      AND coalesce(c.whereabouts NOT IN ('lost', 'damaged', 'destroyed_by_carrier'), true)
      AND NOT EXISTS (SELECT FROM stage_limit l WHERE (l.axis = 'work' AND l.stage = c.work AND c.work_since < ${now}::timestamptz - l.days * interval '1 day')
        OR (l.axis = 'whereabouts' AND l.stage = c.whereabouts AND c.whereabouts_since < ${now}::timestamptz - l.days * interval '1 day'))
    LIMIT ${mostAtOnce}`;
}

const stageWord = ({ axis, stage }: Stalled): string =>
  axis === "work" ? cardWorkWords[stage as CardWork] : cardWhereaboutsWords[stage as CardWhereabouts];

/** Production is the ministry's; what is on its way is the province's. */
const ownerOf = ({ axis, provinceId }: Stalled): string =>
  axis === "work" ? "Bakanlık, kart üretimi" : `${provinceName(provinceId) ?? provinceId} il müdürlüğü`;

/** Answers how many were opened and closed. */
export async function findStalled(ctx: Context<Actor>): Promise<{ opened: number; closed: number }> {
  const { db, now } = ctx;
  const moved = await movedAgain(db, now);
  for (const card of moved) await closeExceptions(ctx, card, ["stalled"], "Kart ilerledi.");
  const stalled = new Map((await stalledCards(db, now)).map((one) => [one.id, one]));
  const opened = await openExceptions(
    ctx,
    [...stalled.values()].map((one) => ({
      card: one,
      kind: "stalled" as const,
      detail: `${one.days} günü aştı: ${stageWord(one)}.`,
      ownerName: ownerOf(one),
    })),
  );
  return { opened, closed: moved.length };
}

export const sweepStalledCards = (now: Date) =>
  withScope({ kind: "country" }, (db) => findStalled({ db, now, actor: systemActor(null), requestId: "sweep" }));

export type CardFault = { cardId: string; columns: string[] };

/** Compares some cards with what their events amount to; a difference is an alarm (domain.md, General rules). */
export async function checkCards(db: Db, size: number): Promise<CardFault[]> {
  const cards = await sampleCards(db, size);
  const ids = cards.map(({ id }) => id);
  const events = Map.groupBy(await cardEventsOf(db, ids), ({ cardId }) => cardId);
  const faults = cards.flatMap(({ id, provinceId, isDemo, version, updatedAt, ...columns }) => {
    const told = foldEvents((events.get(id) ?? []).map(({ change }) => change));
    const different = differences(columns, told);
    return different.length > 0 ? [{ cardId: id, columns: different }] : [];
  });
  for (const fault of faults) log().error(fault, "a card is not what its events say");
  return faults;
}

/** A thousand cards a round over the whole country. */
export const sweepCards = (): Promise<CardFault[]> => withScope({ kind: "country" }, (db) => checkCards(db, 1_000));
