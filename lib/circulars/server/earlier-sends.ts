import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";
import { duplicateDays } from "../duplicate-send.ts";
import type { EarlierSend } from "../signing-contract.ts";
import { type CircularRow, getCircular } from "./repository.ts";

const DAY = 86_400_000;
const mostShown = 5;

/** Sent circulars of the same text or subject that share a recipient with this one, newest first. */
export async function listEarlierSends(ctx: Context<Actor>, input: { circularId: string }): Promise<{ earlier: EarlierSend[] }> {
  return { earlier: await findEarlierSends(ctx.db, await getCircular(ctx.db, input.circularId), ctx.now) };
}

type Row = Omit<EarlierSend, "documentOn" | "dispatchedAt" | "recipients"> & { documentOn: Date; dispatchedAt: Date };

/** Uses circular_province_id_dispatched_at_idx: a province's letters of a year. Replaced and cancelled ones, and the one it replaces, ask for a new one. */
export async function findEarlierSends(db: Db, circular: CircularRow, now: Date): Promise<EarlierSend[]> {
  const since = new Date(now.getTime() - duplicateDays * DAY);
  const rows = await db.tx.$queryRaw<Row[]>`
    SELECT e.id AS "circularId", e.subject, e.document_number AS "documentNumber", e.document_on AS "documentOn",
           e.dispatched_at AS "dispatchedAt", e.body = c.body AS "sameText", s.shared
    FROM circular c
    JOIN circular e ON e.province_id = c.province_id AND e.dispatched_at >= ${since} AND e.id <> c.id AND e.id IS DISTINCT FROM c.replaces_id
      AND e.state IN ('dispatching', 'dispatched') AND e.document_number IS NOT NULL AND e.document_on IS NOT NULL
      AND (e.body = c.body OR lower(e.subject COLLATE "tr-x-icu") = lower(c.subject COLLATE "tr-x-icu"))
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS shared
      FROM circular_recipient mine JOIN circular_recipient theirs ON theirs.circular_id = e.id AND theirs.institution_id = mine.institution_id
      WHERE mine.circular_id = c.id) s
    WHERE c.id = ${circular.id}::uuid AND ${scopeSql(db.scope, "c.province_id")} AND s.shared > 0
    ORDER BY e.dispatched_at DESC, e.id LIMIT ${mostShown}`;
  return rows.map((row) => ({
    ...row,
    documentOn: localDate(row.documentOn),
    dispatchedAt: row.dispatchedAt.toISOString(),
    recipients: circular.recipients.length,
  }));
}
