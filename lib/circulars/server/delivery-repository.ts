import { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import type { Delivery } from "../delivery.ts";

/** Why a message goes out; only those of the letter decide where a recipient stands (decision 002). */
export type DeliveryPurpose = "letter" | "reminder" | "escalation";

export type NewDelivery = {
  id: string;
  circularId: string;
  recipientId: string;
  provinceId: number;
  purpose: DeliveryPurpose;
  channel: string;
  channelIndex: number;
  address: string;
  attempt: number;
  state: "planned";
  /** Null only where a person acts next (by hand, post, KEP by file). */
  nextCheckAt: Date | null;
};

/** Derived from the delivery alone, so that every try of it carries the same (N5). */
export const messageIdOf = (deliveryId: string): string => `<${deliveryId}@izin-masasi>`;

/** One statement for any number of rows: a dispatch has thousands, and a statement at most 65,535 parameters. */
export async function insertDeliveries(db: Db, rows: NewDelivery[]): Promise<void> {
  const records = rows.map((row) => ({ ...row, messageId: messageIdOf(row.id) }));
  await db.tx.$executeRaw`
    INSERT INTO delivery (id, province_id, circular_id, recipient_id, purpose, channel, channel_index, address, attempt, message_id, state, next_check_at)
    SELECT id, "provinceId", "circularId", "recipientId", purpose, channel, "channelIndex", address, attempt, "messageId", state, "nextCheckAt"
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS n(id uuid, "provinceId" smallint, "circularId" uuid, "recipientId" uuid, purpose text,
      channel text, "channelIndex" smallint, address text, attempt smallint, "messageId" text, state text, "nextCheckAt" timestamptz)`;
}

const columns = {
  id: true,
  provinceId: true,
  circularId: true,
  recipientId: true,
  purpose: true,
  channel: true,
  channelIndex: true,
  address: true,
  attempt: true,
  messageId: true,
  state: true,
  tryCount: true,
  nextCheckAt: true,
  claimedAt: true,
  providerId: true,
  lastReason: true,
  submittedAt: true,
  acceptedAt: true,
  deliveredAt: true,
  readAt: true,
  failedAt: true,
} as const;

export type DeliveryRow = Delivery & {
  id: string;
  provinceId: number;
  circularId: string;
  recipientId: string;
  purpose: DeliveryPurpose;
  channel: "kep" | "email" | "hand" | "post";
  channelIndex: number;
  address: string;
  attempt: number;
  messageId: string;
  nextCheckAt: Date | null;
  providerId: string | null;
};

export async function findDeliveries(db: Db, ids: string[]): Promise<DeliveryRow[]> {
  const rows = await db.tx.delivery.findMany({ where: { id: { in: ids }, ...scopeWhere(db.scope) }, select: columns });
  return rows as DeliveryRow[];
}

const selected = Prisma.sql`
  d.id, d.province_id AS "provinceId", d.circular_id AS "circularId", d.recipient_id AS "recipientId", d.purpose, d.channel,
  d.channel_index AS "channelIndex", d.address, d.attempt, d.message_id AS "messageId", d.state, d.try_count AS "tryCount",
  d.next_check_at AS "nextCheckAt", d.claimed_at AS "claimedAt", d.provider_id AS "providerId", d.last_reason AS "lastReason",
  d.submitted_at AS "submittedAt", d.accepted_at AS "acceptedAt", d.delivered_at AS "deliveredAt", d.read_at AS "readAt", d.failed_at AS "failedAt"`;

/** In one order for everybody, so that two batches never wait for each other in a circle. */
export async function lockDeliveries(db: Db, ids: string[]): Promise<DeliveryRow[]> {
  if (ids.length === 0) return [];
  return db.tx.$queryRaw<DeliveryRow[]>`
    SELECT ${selected} FROM delivery d WHERE d.id = ANY(${ids}::uuid[]) AND ${scopeSql(db.scope, "d.province_id")} ORDER BY d.id FOR UPDATE`;
}

/** Ends what has not left of a letter that was replaced (A24); what a worker holds is in flight and is left to it. */
export async function stopDeliveriesOf(db: Db, circularId: string, reason: string): Promise<number> {
  return db.tx.$executeRaw`
    UPDATE delivery d SET state = 'stopped', next_check_at = NULL, last_reason = ${reason}, version = version + 1
    WHERE d.id IN (SELECT id FROM delivery WHERE circular_id = ${circularId}::uuid AND ${scopeSql(db.scope, "province_id")}
                     AND state IN ('planned', 'retrying') ORDER BY id FOR UPDATE)`;
}

/**
 * The same for what a worker put back in the moment in which its letter was replaced, for a reminder of whoever has answered,
 * and for word to a superior once everybody it would name has.
 */
export async function stopLeftBehind(db: Db, ids: string[]): Promise<void> {
  await db.tx.$executeRaw`
    UPDATE delivery d SET state = 'stopped', next_check_at = NULL, version = version + 1
    WHERE d.id IN (SELECT id FROM delivery WHERE id = ANY(${ids}::uuid[]) AND ${scopeSql(db.scope, "province_id")} AND state IN ('planned', 'retrying')
                     AND (EXISTS (SELECT FROM circular c WHERE c.id = circular_id AND c.state IN ('superseded', 'cancelled'))
                       OR (purpose = 'reminder' AND EXISTS (SELECT FROM circular_recipient r WHERE r.id = recipient_id
                           AND coalesce(r.acknowledged_at, r.action_reported_at, r.waived_at) IS NOT NULL))
                       OR (purpose = 'escalation' AND NOT EXISTS (SELECT FROM escalation_recipient e JOIN circular_recipient r ON r.id = e.recipient_id
                           WHERE e.delivery_id = delivery.id AND coalesce(r.acknowledged_at, r.action_reported_at, r.waived_at) IS NULL))) ORDER BY id FOR UPDATE)`;
}

/** Takes what is due for a try; of two takers only one gets a row. The claim itself carries the check that heals a crash. */
export async function claimDeliveries(db: Db, ids: string[], now: Date, claimEndsAt: Date): Promise<DeliveryRow[]> {
  return db.tx.$queryRaw<DeliveryRow[]>`
    UPDATE delivery d SET state = 'claimed', claimed_at = ${now}, try_count = try_count + 1, next_check_at = ${claimEndsAt}, version = version + 1
    WHERE d.id IN (SELECT id FROM delivery WHERE id = ANY(${ids}::uuid[]) AND ${scopeSql(db.scope, "province_id")}
                     AND (state = 'planned' OR (state = 'retrying' AND next_check_at <= ${now}))
                     AND EXISTS (SELECT FROM circular c WHERE c.id = circular_id AND c.state IN ('dispatching', 'dispatched')) ORDER BY id FOR UPDATE)
    RETURNING ${selected}`;
}

/** Rows that wait for a try nobody makes, named again for the queue. It touches nothing else: a worker may be claiming them. */
export async function takeLate(db: Db, { before, now, take }: { before: Date; now: Date; take: number }): Promise<DeliveryRow[]> {
  return db.tx.$queryRaw<DeliveryRow[]>`
    UPDATE delivery d SET next_check_at = ${now}
    WHERE d.id IN (SELECT id FROM delivery WHERE ${scopeSql(db.scope, "province_id")} AND state IN ('planned', 'retrying') AND next_check_at < ${before}
                   ORDER BY next_check_at LIMIT ${take} FOR UPDATE SKIP LOCKED)
    RETURNING ${selected}`;
}

/** Writes many rows with one statement. */
export async function saveDeliveries(db: Db, rows: DeliveryRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.tx.$executeRaw`
    UPDATE delivery d SET state = n.state, next_check_at = n.next_check_at, provider_id = n.provider_id, last_reason = n.last_reason,
      submitted_at = n.submitted_at, accepted_at = n.accepted_at, delivered_at = n.delivered_at, read_at = n.read_at, failed_at = n.failed_at,
      version = d.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows.map(asRecord))}::jsonb) AS n(id uuid, state text, next_check_at timestamptz, provider_id text,
      last_reason text, submitted_at timestamptz, accepted_at timestamptz, delivered_at timestamptz, read_at timestamptz, failed_at timestamptz)
    WHERE d.id = n.id AND ${scopeSql(db.scope, "d.province_id")}`;
}

const asRecord = (row: DeliveryRow) => ({
  id: row.id,
  state: row.state,
  next_check_at: row.nextCheckAt,
  provider_id: row.providerId,
  last_reason: row.lastReason,
  submitted_at: row.submittedAt,
  accepted_at: row.acceptedAt,
  delivered_at: row.deliveredAt,
  read_at: row.readAt,
  failed_at: row.failedAt,
});

/** Rows whose next check has passed, in the named states; read by sweeps across provinces. */
export async function findDueDeliveries(db: Db, states: string[], before: Date, take: number): Promise<DeliveryRow[]> {
  const rows = await db.tx.delivery.findMany({
    where: { ...scopeWhere(db.scope), state: { in: states }, nextCheckAt: { lt: before } },
    orderBy: { nextCheckAt: "asc" },
    take,
    select: columns,
  });
  return rows as DeliveryRow[];
}

/** Moves the next look at a delivery that evidence has not moved meanwhile. */
export async function lookAgainAt(db: Db, { id, state }: DeliveryRow, nextCheckAt: Date): Promise<void> {
  await db.tx.delivery.updateMany({ where: { id, state, ...scopeWhere(db.scope) }, data: { nextCheckAt } });
}

/** The letter's number of attempts so far on one channel of a recipient. */
export async function countAttempts(db: Db, recipientId: string, purpose: string, channel: string): Promise<number> {
  return db.tx.delivery.count({ where: { recipientId, purpose, channel, ...scopeWhere(db.scope) } });
}
