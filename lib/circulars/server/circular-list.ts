import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { afterOf, nextAfter, pageSize } from "../../platform/db/keyset.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { sql } from "../../platform/db/sql.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { CircularSummary, CircularView, countCirculars as countEndpoint, listCirculars as listEndpoint } from "../contract.ts";

type Row = {
  id: string;
  view: CircularView;
  subject: string;
  documentNumber: string | null;
  documentOn: Date | null;
  urgency: CircularSummary["urgency"];
  dueOn: Date | null;
  draftedBy: string | null;
  updatedAt: Date;
  recipientCount: number;
  deliveredCount: number;
  acknowledgedCount: number;
};

const isOpen = sql`r.waived_at IS NULL AND r.action_reported_at IS NULL AND NOT (r.role = 'information' AND r.acknowledged_at IS NOT NULL)`;

/** Completed is computed (N10): dispatched, and every recipient terminal. The rule in TypeScript is `circularView`. */
const hasOpen = sql`EXISTS (SELECT 1 FROM circular_recipient r WHERE r.circular_id = c.id AND ${isOpen})`;

/** Named by the stored state first, so that its index finds the rows. */
function inState(wanted: CircularView) {
  if (wanted === "completed") return sql`c.state = 'dispatched' AND NOT ${hasOpen}`;
  return wanted === "dispatched" ? sql`c.state = 'dispatched' AND ${hasOpen}` : sql`c.state = ${wanted}`;
}

function condition(db: Db, filter: { q?: string | undefined; urgency?: string | undefined }) {
  const wanted = filter.q?.trim();
  const pattern = `%${wanted?.replace(/[\\%_]/g, "\\$&")}%`;
  const found = wanted
    ? sql`(lower(c.subject COLLATE "tr-x-icu") LIKE lower(${pattern} COLLATE "tr-x-icu") OR c.document_number LIKE ${pattern})`
    : sql`TRUE`;
  return sql`${scopeSql(db.scope, "c.province_id")} AND ${found} AND ${filter.urgency ? sql`c.urgency = ${filter.urgency}` : sql`TRUE`}`;
}

/** Newest change first; keyset on (updatedAt, id). */
export async function listCirculars(ctx: Context<Actor>, input: ParsedInputOf<typeof listEndpoint>) {
  const after = afterOf(input.after);
  const byState = input.state ? sql`AND ${inState(input.state)}` : sql``;
  const beyond = after ? sql`AND (c.updated_at < ${after.at} OR (c.updated_at = ${after.at} AND c.id > ${after.id}::uuid))` : sql``;
  const rows = await ctx.db.tx.$queryRaw<Row[]>`
    SELECT c.id, CASE WHEN c.state = 'dispatched' AND n.open = 0 THEN 'completed' ELSE c.state END AS view, c.subject, c.document_number AS "documentNumber", c.document_on AS "documentOn", c.urgency, c.due_on AS "dueOn",
           (SELECT u.name FROM user_account u WHERE u.id = c.drafted_by_id) AS "draftedBy", c.updated_at AS "updatedAt",
           n.total AS "recipientCount", n.delivered AS "deliveredCount", n.acknowledged AS "acknowledgedCount"
    FROM circular c CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE ${isOpen})::int AS open,
             count(*) FILTER (WHERE EXISTS (SELECT 1 FROM delivery d WHERE d.recipient_id = r.id AND d.purpose = 'letter' AND d.state IN ('delivered', 'read')))::int AS delivered,
             count(*) FILTER (WHERE r.acknowledged_at IS NOT NULL OR r.action_reported_at IS NOT NULL)::int AS acknowledged
      FROM circular_recipient r WHERE r.circular_id = c.id) n
    WHERE ${condition(ctx.db, input)} ${byState} ${beyond}
    ORDER BY c.updated_at DESC, c.id LIMIT ${pageSize + 1}`;
  const circulars = rows.slice(0, pageSize).map(present);
  return { circulars, nextAfter: nextAfter(rows, (row) => ({ at: row.updatedAt, id: row.id })) };
}

const present = ({ view: state, documentOn, dueOn, updatedAt, draftedBy, ...row }: Row): CircularSummary => ({
  ...row,
  state,
  documentOn: documentOn && localDate(documentOn),
  dueOn: dueOn && localDate(dueOn),
  draftedBy: draftedBy ?? "",
  updatedAt: updatedAt.toISOString(),
});

export async function countCirculars(ctx: Context<Actor>, input: ParsedInputOf<typeof countEndpoint>) {
  const rows = await ctx.db.tx.$queryRaw<{ view: CircularView; count: number }[]>`
    SELECT CASE WHEN c.state = 'dispatched' AND NOT ${hasOpen} THEN 'completed' ELSE c.state END AS view, count(*)::int AS count FROM circular c WHERE ${condition(ctx.db, input)} GROUP BY 1`;
  const byState = Object.fromEntries(rows.map(({ view: state, count }) => [state, count]));
  return { total: rows.reduce((sum, { count }) => sum + count, 0), byState };
}
