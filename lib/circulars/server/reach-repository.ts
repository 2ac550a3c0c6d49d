// Whom the letters reached, by province: counted from recipients and their deliveries, never from stored counters (N13).
import type { Reader } from "../../platform/db/reader.ts";
import { sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";

export type ReachedRow = { provinceId: number; recipients: number; reached: number; answered: number };

export type AskedLetters = { circularId: string } | { since: Date };

/** Uses circular_dispatched_at_idx and its sister by province, then the recipients of each letter; the rule is `isReached`. */
export async function countReached(reader: Reader, asked: AskedLetters): Promise<ReachedRow[]> {
  const { scope } = reader;
  const letters = "circularId" in asked ? sql`c.id = ${asked.circularId}::uuid` : sql`c.dispatched_at >= ${asked.since}::timestamptz`;
  return await reader.rows<ReachedRow>(sql`
    SELECT r.province_id AS "provinceId", count(*)::int AS recipients,
      count(*) FILTER (WHERE s.answered OR EXISTS (SELECT 1 FROM delivery d WHERE d.recipient_id = r.id AND d.purpose = 'letter'
        AND (d.delivered_at IS NOT NULL OR d.read_at IS NOT NULL)))::int AS reached,
      count(*) FILTER (WHERE s.answered)::int AS answered
    FROM circular c JOIN circular_recipient r ON r.circular_id = c.id AND ${scopeSql(scope, "r.province_id")}
    CROSS JOIN LATERAL (SELECT r.acknowledged_at IS NOT NULL OR r.action_reported_at IS NOT NULL AS answered) s
    WHERE ${letters} AND c.dispatched_at IS NOT NULL AND ${scopeSql(scope, "c.province_id")}
    GROUP BY r.province_id`);
}

export type ReachedCircular = { id: string; subject: string; documentNumber: string | null };

/** A letter that has gone out; null for one that has not, or that the scope cannot see. */
export async function findSentCircular(reader: Reader, circularId: string): Promise<ReachedCircular | null> {
  const rows = await reader.rows<ReachedCircular>(sql`
    SELECT c.id, c.subject, c.document_number AS "documentNumber" FROM circular c
    WHERE c.id = ${circularId}::uuid AND c.dispatched_at IS NOT NULL AND ${scopeSql(reader.scope, "c.province_id")}`);
  return rows[0] ?? null;
}
