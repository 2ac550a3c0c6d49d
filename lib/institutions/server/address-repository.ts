// What is known of the institutions' addresses. Deliveries write it themselves, by a trigger of theirs; people by confirming.
import { env } from "../../platform/config/env.ts";
import type { Reader } from "../../platform/db/reader.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";
import { type Db, type RowScope, scopeSql } from "../../platform/db/transaction.ts";
import type { AddressState, ConfirmationWay } from "../address-freshness.ts";
import type { AddressRecord, Channel } from "../contract.ts";

const stateOf = (now: Date): Sql =>
  sql`address_state(a.delivered_at, a.confirmed_at, a.failed_at, ${now}::timestamptz, ${env.ADDRESS_FRESH_DAYS}::int)`;

const isItsRecord = sql`a.institution_id = c.institution_id AND a.kind = c.kind AND a.address = c.address`;

/** Of institution `i`: the state of the address that is tried first; null without a channel. */
export const firstAddressState = (scope: RowScope, now: Date): Sql => sql`
  (SELECT ${stateOf(now)} FROM institution_channel c LEFT JOIN address_record a ON ${isItsRecord} AND ${scopeSql(scope, "a.province_id")}
   WHERE c.institution_id = i.id AND ${scopeSql(scope, "c.province_id")} ORDER BY c.position LIMIT 1)`;

export type AddressCounts = {
  provinceId: number;
  institutions: number;
  fresh: number;
  ageing: number;
  untried: number;
  returned: number;
  unreachable: number;
};

/**
 * Open institutions of each province by the state of the address that is tried first: all of the scope's directory, which is
 * the answer. Joined, where `firstAddressState` asks row by row for a page.
 */
export async function countAddressStates(reader: Reader, now: Date): Promise<AddressCounts[]> {
  const { scope } = reader;
  return await reader.rows<AddressCounts>(sql`
    SELECT i.province_id AS "provinceId", count(*)::int AS institutions,
      count(*) FILTER (WHERE s.state = 'fresh')::int AS fresh, count(*) FILTER (WHERE s.state = 'ageing')::int AS ageing,
      count(*) FILTER (WHERE s.state = 'untried')::int AS untried, count(*) FILTER (WHERE s.state = 'returned')::int AS returned,
      count(*) FILTER (WHERE s.state IS NULL)::int AS unreachable
    FROM institution i
    LEFT JOIN institution_channel c ON c.institution_id = i.id AND ${scopeSql(scope, "c.province_id")} AND NOT EXISTS (
      SELECT 1 FROM institution_channel b WHERE b.institution_id = c.institution_id AND b.position < c.position AND ${scopeSql(scope, "b.province_id")})
    LEFT JOIN address_record a ON ${isItsRecord} AND ${scopeSql(scope, "a.province_id")}
    CROSS JOIN LATERAL (SELECT CASE WHEN c.id IS NOT NULL THEN ${stateOf(now)} END AS state) s
    WHERE i.closed_at IS NULL AND ${scopeSql(scope, "i.province_id")} GROUP BY i.province_id`);
}

type StoredAddress = Omit<AddressRecord, "deliveredAt" | "failedAt" | "confirmed"> & {
  deliveredAt: Date | null;
  failedAt: Date | null;
  confirmedAt: Date | null;
  confirmedByName: string | null;
  confirmedWay: ConfirmationWay | null;
  confirmedNote: string | null;
};

/** In the order in which they are tried. */
export async function findAddresses(db: Db, institutionId: string, now: Date): Promise<AddressRecord[]> {
  const rows = await db.tx.$queryRaw<StoredAddress[]>`
    SELECT c.kind, c.address, ${stateOf(now)} AS state, a.delivered_at AS "deliveredAt", a.failed_at AS "failedAt", a.failure,
      a.confirmed_at AS "confirmedAt", a.confirmed_by_name AS "confirmedByName", a.confirmed_way AS "confirmedWay", a.confirmed_note AS "confirmedNote"
    FROM institution_channel c LEFT JOIN address_record a ON ${isItsRecord} AND ${scopeSql(db.scope, "a.province_id")}
    WHERE c.institution_id = ${institutionId}::uuid AND ${scopeSql(db.scope, "c.province_id")} ORDER BY c.position`;
  return rows.map(({ confirmedAt, confirmedByName, confirmedWay, confirmedNote, deliveredAt, failedAt, ...row }) => ({
    ...row,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    failedAt: failedAt?.toISOString() ?? null,
    confirmed:
      confirmedAt && confirmedByName && confirmedWay
        ? { at: confirmedAt.toISOString(), byName: confirmedByName, way: confirmedWay, note: confirmedNote ?? "" }
        : null,
  }));
}

export type AskedAddress = Channel & { institutionId: string };
export type KnownAddress = AskedAddress & { state: AddressState; knownAt: Date | null; failedAt: Date | null };

/** Of the given addresses, whether or not the directory still names them: a circular keeps its own. */
export async function findAddressStates(db: Db, asked: readonly AskedAddress[], now: Date): Promise<KnownAddress[]> {
  return await db.tx.$queryRaw<KnownAddress[]>`
    SELECT c.institution_id AS "institutionId", c.kind, c.address, ${stateOf(now)} AS state,
      greatest(a.delivered_at, a.confirmed_at) AS "knownAt", a.failed_at AS "failedAt"
    FROM jsonb_to_recordset(${JSON.stringify(asked.map(({ institutionId: institution_id, kind, address }) => ({ institution_id, kind, address })))}::jsonb)
      AS c(institution_id uuid, kind text, address text)
    LEFT JOIN address_record a ON ${isItsRecord} AND ${scopeSql(db.scope, "a.province_id")}`;
}

export type ReturnedAddress = { institutionId: string; name: string; failedAt: Date };

/** Institutions whose first address gave the last letter back, the longest first. Uses address_record_province_id_failed_at_idx. */
export async function findReturnedAddresses(db: Db): Promise<ReturnedAddress[]> {
  return await db.tx.$queryRaw<ReturnedAddress[]>`
    SELECT i.id AS "institutionId", i.name, a.failed_at AS "failedAt"
    FROM address_record a JOIN institution i ON i.id = a.institution_id AND i.closed_at IS NULL AND ${scopeSql(db.scope, "i.province_id")}
    CROSS JOIN LATERAL (SELECT c.kind, c.address FROM institution_channel c
      WHERE c.institution_id = i.id AND ${scopeSql(db.scope, "c.province_id")} ORDER BY c.position LIMIT 1) c
    WHERE ${scopeSql(db.scope, "a.province_id")} AND a.failed_at > coalesce(greatest(a.delivered_at, a.confirmed_at), '-infinity')
      AND c.kind = a.kind AND c.address = a.address
    ORDER BY a.failed_at, i.id`;
}

export type Confirmation = Channel & {
  institutionId: string;
  provinceId: number;
  at: Date;
  byId: string | null;
  byName: string;
  way: ConfirmationWay;
  note: string;
};

export async function saveConfirmation(db: Db, confirmation: Confirmation): Promise<void> {
  const { institutionId, provinceId, kind, address, at, byId, byName, way, note } = confirmation;
  await db.tx.$executeRaw`
    INSERT INTO address_record (institution_id, kind, address, province_id, confirmed_at, confirmed_by_id, confirmed_by_name, confirmed_way, confirmed_note)
    VALUES (${institutionId}::uuid, ${kind}, ${address}, ${provinceId}::smallint, ${at}, ${byId}::uuid, ${byName}, ${way}, ${note})
    ON CONFLICT (institution_id, kind, address) DO UPDATE SET confirmed_at = excluded.confirmed_at, confirmed_by_id = excluded.confirmed_by_id,
      confirmed_by_name = excluded.confirmed_by_name, confirmed_way = excluded.confirmed_way, confirmed_note = excluded.confirmed_note`;
}
