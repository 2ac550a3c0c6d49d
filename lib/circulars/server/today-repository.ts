import type { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeWhere } from "../../platform/db/transaction.ts";

/** A desk longer than this is worked down from the top: the oldest come first. */
const most = 100;

const circularColumns = {
  id: true,
  state: true,
  subject: true,
  documentNumber: true,
  draftedById: true,
  signatoryId: true,
  preparedAt: true,
  signedAt: true,
  updatedAt: true,
  reviews: { orderBy: [{ round: "asc" }, { position: "asc" }] },
} as const satisfies Prisma.CircularSelect;

export type DeskCircular = Prisma.CircularGetPayload<{ select: typeof circularColumns }> & { recipientCount: number };

/** Circulars on their way to dispatch that concern this person, or everybody who may dispatch. */
export async function findDeskCirculars(db: Db, wanted: { userId: string; includesSigned: boolean }): Promise<DeskCircular[]> {
  const { userId, includesSigned } = wanted;
  const own: Prisma.CircularWhereInput[] = [
    { state: "draft", draftedById: userId },
    { state: "in_initials", reviews: { some: { userId, decision: null } } },
    { state: { in: ["awaiting_signature", "prepared"] }, signatoryId: userId },
    ...(includesSigned ? [{ state: "signed" }] : []),
  ];
  const rows = await db.tx.circular.findMany({
    where: { ...scopeWhere(db.scope), OR: own },
    orderBy: { updatedAt: "asc" },
    take: most,
    select: circularColumns,
  });
  const counts = await recipientCounts(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, recipientCount: counts.get(row.id) ?? 0 }));
}

/** Of these circulars alone: asked for in the same query, the recipients of all circulars would be counted first. */
async function recipientCounts(db: Db, circularIds: string[]): Promise<Map<string, number>> {
  const where = { ...scopeWhere(db.scope), circularId: { in: circularIds } };
  const groups = await db.tx.circularRecipient.groupBy({ by: ["circularId"], where, _count: true });
  return new Map(groups.map(({ circularId, _count }) => [circularId, _count]));
}

const sentColumns = {
  id: true,
  subject: true,
  documentNumber: true,
  dueOn: true,
  dispatchedAt: true,
  recipients: {
    orderBy: { position: "asc" },
    select: {
      name: true,
      role: true,
      acknowledgedAt: true,
      actionReportedAt: true,
      waivedAt: true,
      deliveries: {
        where: { purpose: "letter" },
        orderBy: [{ createdAt: "asc" }, { channelIndex: "asc" }, { attempt: "asc" }],
        select: { state: true, channel: true, deliveredAt: true, readAt: true, nextCheckAt: true },
      },
    },
  },
} as const satisfies Prisma.CircularSelect;

export type SentCircular = Prisma.CircularGetPayload<{ select: typeof sentColumns }>;

/** Dispatched circulars with at least one recipient who has not done everything, oldest dispatch first. */
export async function findUnanswered(db: Db): Promise<SentCircular[]> {
  const open = { waivedAt: null, actionReportedAt: null, NOT: { role: "information", acknowledgedAt: { not: null } } };
  return db.tx.circular.findMany({
    where: { ...scopeWhere(db.scope), state: { in: ["dispatching", "dispatched"] }, recipients: { some: open } },
    orderBy: { dispatchedAt: "asc" },
    take: most,
    select: sentColumns,
  });
}

/** The latest dispatches since a moment that are still in force, newest first. */
export async function findDispatches(db: Db, since: Date, take: number): Promise<SentCircular[]> {
  return db.tx.circular.findMany({
    where: { ...scopeWhere(db.scope), dispatchedAt: { gte: since }, state: { in: ["dispatching", "dispatched"] } },
    orderBy: { dispatchedAt: "desc" },
    take,
    select: sentColumns,
  });
}

const taskColumns = {
  id: true,
  kind: true,
  detail: true,
  circularId: true,
  createdAt: true,
  recipient: { select: { id: true, name: true } },
} as const satisfies Prisma.HumanTaskSelect;

export type DeskTask = Prisma.HumanTaskGetPayload<{ select: typeof taskColumns }>;

/** Questions of one province, or those that belong to none: evidence that matches nothing tells no province. */
export async function findOpenTasks(db: Db, provinceId: number | null): Promise<DeskTask[]> {
  return db.tx.humanTask.findMany({
    where: { AND: [scopeWhere(db.scope), { provinceId }], closedAt: null },
    orderBy: { createdAt: "asc" },
    take: most,
    select: taskColumns,
  });
}
