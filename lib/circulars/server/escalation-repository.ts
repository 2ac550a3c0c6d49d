import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { compareTr } from "../../platform/locale/tr.ts";
import type { Relation } from "../closing.ts";
import type { Superior, Told } from "../escalation.ts";
import { isWired } from "./channels/wired-channel.ts";

/** Who stands above each of these recipients in the directory today, by the recipient. */
export async function findSuperiors(db: Db, recipientIds: string[]): Promise<Map<string, Superior>> {
  const channels = { orderBy: { position: "asc" }, select: { kind: true, address: true } } as const;
  const parent = { id: true, name: true, dative: true, relation: true, closedAt: true, channels } as const;
  const rows = await db.tx.circularRecipient.findMany({
    where: { id: { in: recipientIds }, ...scopeWhere(db.scope) },
    select: { id: true, institution: { select: { parent: { select: parent } } } },
  });
  return new Map(
    rows.flatMap(({ id, institution: { parent: above } }) => (above && above.closedAt === null ? [[id, superiorOf(above)] as const] : [])),
  );
}

type Above = { id: string; name: string; dative: string; relation: string; channels: { kind: string; address: string }[] };

function superiorOf({ channels, relation, ...above }: Above): Superior {
  const channelIndex = channels.findIndex(({ kind }) => isWired(kind));
  const channel = channels[channelIndex];
  const way = channel ? { channel: channel.kind, channelIndex, address: channel.address } : null;
  return { ...above, relation: relation as Relation, way };
}

export type NewEscalation = Told<{ id: string }> & { deliveryId: string };

/** Beside the deliveries that carry them. The key lets a superior be told once in a step. */
export async function insertEscalations(
  db: Db,
  of: { circularId: string; provinceId: number; position: number },
  escalations: NewEscalation[],
): Promise<void> {
  const { provinceId } = of;
  await db.tx.escalation.createMany({
    data: escalations.map(({ deliveryId, superior: { id, name, dative, relation } }) => ({
      ...of,
      ...{ deliveryId, superiorId: id, name, dative, relation },
    })),
  });
  await db.tx.escalationRecipient.createMany({
    data: escalations.flatMap(({ deliveryId, silent }) => silent.map(({ id }) => ({ deliveryId, recipientId: id, provinceId }))),
  });
}

/** Whoever has answered before the message leaves is not named in it. */
export async function leaveOutAnswered(db: Db, deliveryIds: string[], now: Date): Promise<void> {
  if (deliveryIds.length === 0) return;
  await db.tx.$executeRaw`
    UPDATE escalation_recipient e SET left_out_at = ${now} FROM circular_recipient r
    WHERE e.delivery_id = ANY(${deliveryIds}::uuid[]) AND e.left_out_at IS NULL AND ${scopeSql(db.scope, "e.province_id")}
      AND r.id = e.recipient_id AND coalesce(r.acknowledged_at, r.action_reported_at, r.waived_at) IS NOT NULL`;
}

const named = {
  where: { leftOutAt: null },
  select: {
    recipient: {
      select: {
        ...{ position: true, name: true, role: true, remindedAt: true, institutionId: true },
        ...{ acknowledgedAt: true, actionReportedAt: true, waivedAt: true },
        deliveries: { where: { purpose: "letter" }, select: { deliveredAt: true, readAt: true } },
      },
    },
  },
} as const;

/** What the messages say: the superior, whom they name, and whether the superior itself owes an answer. */
export async function findEscalations(db: Db, deliveryIds: string[]) {
  if (deliveryIds.length === 0) return [];
  const rows = await db.tx.escalation.findMany({
    where: { deliveryId: { in: deliveryIds }, ...scopeWhere(db.scope) },
    select: { deliveryId: true, circularId: true, superiorId: true, name: true, dative: true, relation: true, recipients: named },
  });
  const owing = await db.tx.circularRecipient.findMany({
    where: {
      OR: rows.map(({ circularId, superiorId }) => ({ circularId, institutionId: superiorId })),
      ...{ acknowledgedAt: null, actionReportedAt: null, waivedAt: null },
      ...scopeWhere(db.scope),
    },
    select: { circularId: true, institutionId: true },
  });
  const isOwing = (circularId: string, superiorId: string) =>
    owing.some((row) => row.circularId === circularId && row.institutionId === superiorId);
  return rows.map(({ recipients, ...row }) => ({
    ...row,
    relation: row.relation as Relation,
    isOwing: isOwing(row.circularId, row.superiorId),
    recipients: recipients.map(({ recipient }) => recipient).toSorted((a, b) => a.position - b.position),
  }));
}
export type EscalationRow = Awaited<ReturnType<typeof findEscalations>>[number];

/** Superiors that were told in the plan of a circular, with the number of institutions told of, by name. */
export async function findTold(db: Db, circularId: string): Promise<{ dative: string; count: number }[]> {
  const rows = await db.tx.escalation.findMany({
    where: { circularId, ...scopeWhere(db.scope) },
    // Counted here: the database would count those of every circular first.
    select: { name: true, dative: true, recipients: { where: { leftOutAt: null }, select: { recipientId: true } } },
  });
  return rows.toSorted((a, b) => compareTr(a.name, b.name)).map(({ dative, recipients }) => ({ dative, count: recipients.length }));
}

const messageColumns = {
  ...{ id: true, purpose: true, channel: true, channelIndex: true, address: true, attempt: true, state: true, tryCount: true },
  ...{ nextCheckAt: true, claimedAt: true, lastReason: true, submittedAt: true, acceptedAt: true, deliveredAt: true, readAt: true },
  ...{ failedAt: true, createdAt: true },
} as const;

/** The messages that were to tell a superior of this recipient. */
export async function findEscalationsOf(db: Db, recipientId: string) {
  const rows = await db.tx.escalationRecipient.findMany({
    where: { recipientId, ...scopeWhere(db.scope) },
    orderBy: { deliveryId: "asc" },
    select: { leftOutAt: true, escalation: { select: { name: true, delivery: { select: messageColumns } } } },
  });
  return rows.map(({ leftOutAt, escalation: { name, delivery } }) => ({ leftOutAt, superior: name, delivery }));
}
export type NamedEscalation = Awaited<ReturnType<typeof findEscalationsOf>>[number];
