import { Prisma } from "../../../prisma/generated/client.ts";
import { prisma } from "../../platform/db/client.ts";
import { type Db, scopeSql, type Tx } from "../../platform/db/transaction.ts";

export type NewEvent = {
  at: Date;
  actorId: string | null;
  actorName: string;
  actorRole: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  provinceId: number | null;
  requestId: string;
  payload: object;
  threadId: string | null;
};

export type EventRow = Omit<NewEvent, "payload"> & { id: bigint; payload: Record<string, unknown> };

/** Plain INSERT without RETURNING: the sign-in has no scope to read its own event back. */
export async function insertEvent(db: Db, event: NewEvent): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO audit_event (at, actor_id, actor_name, actor_role, action, subject_kind, subject_id, province_id, request_id, payload, thread_id)
    VALUES (${event.at}, ${event.actorId}::uuid, ${event.actorName}, ${event.actorRole}, ${event.action}, ${event.subjectKind},
            ${event.subjectId}, ${event.provinceId}::smallint, ${event.requestId}, ${JSON.stringify(event.payload)}::jsonb, ${event.threadId})`;
}

/** Many events with one statement, in the order given. */
export async function insertEvents(db: Db, events: readonly NewEvent[]): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO audit_event (at, actor_id, actor_name, actor_role, action, subject_kind, subject_id, province_id, request_id, payload, thread_id)
    SELECT n.at, n."actorId", n."actorName", n."actorRole", n.action, n."subjectKind", n."subjectId", n."provinceId", n."requestId", n.payload, n."threadId"
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS (at timestamptz, "actorId" uuid, "actorName" text, "actorRole" text, action text,
      "subjectKind" text, "subjectId" text, "provinceId" smallint, "requestId" text, payload jsonb, "threadId" text)) WITH ORDINALITY AS n
    ORDER BY n.ordinality`;
}

const columns = Prisma.sql`
  e.id, e.at, e.actor_id::text AS "actorId", e.actor_name AS "actorName", e.actor_role AS "actorRole", e.action,
  e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.province_id AS "provinceId", e.request_id AS "requestId",
  e.payload, e.thread_id AS "threadId"`;

/** Oldest first. */
export async function findEventsOf(db: Db, subjectKind: string, subjectId: string): Promise<EventRow[]> {
  const thread = subjectKind === "circular" ? Prisma.sql`OR e.thread_id = ${subjectId}` : Prisma.empty;
  return await db.tx.$queryRaw<EventRow[]>`
    SELECT ${columns} FROM audit_event e
    WHERE ((e.subject_kind = ${subjectKind} AND e.subject_id = ${subjectId}) ${thread}) AND ${scopeSql(db.scope, "e.province_id")}
    ORDER BY e.id`;
}

export type ReadsAsked = {
  subjectKind: string;
  subjectIds: readonly string[];
  actions: readonly string[];
  from: Date | null;
  until: Date | null;
  limit: number;
};

/** Newest first; found by the records they are about. */
export async function findReads(db: Db, { subjectKind, subjectIds, actions, from, until, limit }: ReadsAsked): Promise<EventRow[]> {
  return await db.tx.$queryRaw<EventRow[]>`
    SELECT ${columns} FROM audit_event e
    WHERE e.subject_kind = ${subjectKind} AND e.subject_id = ANY(${[...subjectIds]}::text[]) AND e.action = ANY(${[...actions]}::text[])
      AND (${from}::timestamptz IS NULL OR e.at >= ${from}) AND (${until}::timestamptz IS NULL OR e.at < ${until})
      AND ${scopeSql(db.scope, "e.province_id")}
    ORDER BY e.id DESC LIMIT ${limit}`;
}

export type EventFilter = {
  action?: string | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  actorName?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  before?: string | undefined;
};
export type SealedEventRow = EventRow & { position: bigint | null; hash: Uint8Array | null };

/** Newest first, by keyset on the id. */
export async function findEventPage(db: Db, filter: EventFilter, limit: number): Promise<SealedEventRow[]> {
  return await db.tx.$queryRaw<SealedEventRow[]>`
    SELECT ${columns}, s.position, s.hash FROM audit_event e LEFT JOIN audit_seal s ON s.event_id = e.id
    WHERE ${Prisma.join([scopeSql(db.scope, "e.province_id"), ...conditionsOf(filter)], " AND ")}
    ORDER BY e.id DESC LIMIT ${limit}`;
}

function conditionsOf({ action, subjectKind, subjectId, actorName, from, to, before }: EventFilter): Prisma.Sql[] {
  return [
    action ? Prisma.sql`e.action = ${action}` : null,
    subjectKind ? Prisma.sql`e.subject_kind = ${subjectKind}` : null,
    subjectId ? Prisma.sql`(e.subject_id = ${subjectId} OR e.thread_id = ${subjectId})` : null,
    actorName ? Prisma.sql`strpos(lower(e.actor_name COLLATE "tr-x-icu"), lower(${actorName}::text COLLATE "tr-x-icu")) > 0` : null,
    from ? Prisma.sql`e.at >= ${from}::timestamp AT TIME ZONE 'Europe/Istanbul'` : null,
    to ? Prisma.sql`e.at < (${to}::date + 1)::timestamp AT TIME ZONE 'Europe/Istanbul'` : null,
    before ? Prisma.sql`e.id < ${before}::bigint` : null,
  ].filter((condition) => condition !== null);
}

export type ChainState = { sealed: bigint; lastSealAt: Date | null; pending: bigint; oldestPendingAt: Date | null };

/** Positions have no gaps, so the head's is the number of seals; nothing is counted over the whole trail. */
export async function findChainState(db: Db): Promise<ChainState> {
  const rows = await db.tx.$queryRaw<ChainState[]>`
    SELECT coalesce(h.position, 0) AS sealed, h.sealed_at AS "lastSealAt", p.pending, p.oldest AS "oldestPendingAt"
    FROM (SELECT count(*) AS pending, min(e.at) AS oldest FROM audit_pending p LEFT JOIN audit_event e ON e.id = p.event_id) p
    LEFT JOIN (SELECT position, sealed_at FROM audit_seal ORDER BY position DESC LIMIT 1) h ON true`;
  return rows[0] ?? { sealed: 0n, lastSealAt: null, pending: 0n, oldestPendingAt: null };
}

/** A transaction as the sealer, the one role that may write the chain and read the whole trail. */
export async function asSealer<T>(work: (tx: Tx) => Promise<T>, options: { timeoutMs?: number; snapshot?: boolean } = {}): Promise<T> {
  return await prisma().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT set_config('role', 'izin_sealer', true)`;
      return await work(tx);
    },
    { timeout: options.timeoutMs ?? 30_000, maxWait: 5_000, ...(options.snapshot && { isolationLevel: "RepeatableRead" }) },
  );
}

/** False while another process seals. */
export async function takeSealerLock(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<{ taken: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtext('audit_seal')) AS taken`;
  return rows[0]?.taken === true;
}

export type Head = { position: bigint; hash: Uint8Array };

export async function findHead(tx: Tx): Promise<Head | null> {
  const rows = await tx.$queryRaw<Head[]>`SELECT position, hash FROM audit_seal ORDER BY position DESC LIMIT 1`;
  return rows[0] ?? null;
}

export async function findPending(tx: Tx, limit: number): Promise<EventRow[]> {
  return await tx.$queryRaw<EventRow[]>`
    SELECT ${columns} FROM audit_pending p JOIN audit_event e ON e.id = p.event_id ORDER BY p.event_id LIMIT ${limit}`;
}

export type Seal = { position: bigint; eventId: bigint; hash: Uint8Array; previous: Uint8Array; sealedAt: Date };

export async function insertSeals(tx: Tx, seals: readonly Seal[], sealedAt: Date): Promise<void> {
  const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  const eventIds = seals.map(({ eventId }) => eventId);
  await tx.$executeRaw`
    INSERT INTO audit_seal (position, event_id, hash, previous, sealed_at)
    SELECT position, event_id, decode(hash, 'hex'), decode(previous, 'hex'), ${sealedAt}
    FROM unnest(${seals.map(({ position }) => position)}::bigint[], ${eventIds}::bigint[], ${seals.map(({ hash }) => hexOf(hash))}::text[],
                ${seals.map(({ previous }) => hexOf(previous))}::text[]) AS s (position, event_id, hash, previous)`;
  await tx.$executeRaw`DELETE FROM audit_pending WHERE event_id = ANY (${eventIds}::bigint[])`;
}

export type ChainLink = Seal & { event: EventRow | null };

/** Seals after a position with the events they seal; an event that is gone is null. */
export async function findLinks(tx: Tx, after: bigint, limit: number): Promise<ChainLink[]> {
  const rows = await tx.$queryRaw<
    (EventRow & { position: bigint; sealedEventId: bigint; hash: Uint8Array; previous: Uint8Array; sealedAt: Date })[]
  >`
    SELECT s.position, s.event_id AS "sealedEventId", s.hash, s.previous, s.sealed_at AS "sealedAt", ${columns}
    FROM audit_seal s LEFT JOIN audit_event e ON e.id = s.event_id WHERE s.position > ${after} ORDER BY s.position LIMIT ${limit}`;
  return rows.map(({ position, sealedEventId, hash, previous, sealedAt, ...event }) => ({
    position,
    eventId: sealedEventId,
    hash,
    previous,
    sealedAt,
    event: event.id === null ? null : event,
  }));
}

/** Events that should have been sealed by now, found over the whole trail and not by the sealer's own list. */
export async function findUnsealed(tx: Tx, olderThan: Date): Promise<{ count: bigint; firstId: bigint | null; oldestAt: Date | null }> {
  const rows = await tx.$queryRaw<{ count: bigint; firstId: bigint | null; oldestAt: Date | null }[]>`
    SELECT count(*) AS count, min(e.id) AS "firstId", min(e.at) AS "oldestAt" FROM audit_event e
    WHERE e.at < ${olderThan} AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.event_id = e.id)`;
  return rows[0] ?? { count: 0n, firstId: null, oldestAt: null };
}
