import type { Reader } from "../../platform/db/reader.ts";
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { CardDesign, CardKind, CardWhereabouts } from "../contract.ts";
import type { CardExceptionKind } from "../exceptions.ts";
import type { ExceptionFilter } from "../exceptions-contract.ts";
import { oneOf } from "./card-filter.ts";
import type { StoredException } from "./exception-repository.ts";

export type QueueRow = StoredException & {
  number: string;
  name: string;
  cardKind: CardKind;
  design: CardDesign;
  whereabouts: CardWhereabouts | null;
};

export type QueueAsked = { filter: ExceptionFilter; today: string; actorId: string | null };

/** Open ones; the kind is asked apart, because the counts leave it out. */
function condition({ scope }: Reader, { filter, today, actorId }: QueueAsked): Sql {
  const { province, owner, overdue } = filter;
  const demands = [
    province?.length && sql`x.province_id = ANY(${[...province]}::smallint[])`,
    owner === "mine" && sql`x.owner_id = ${actorId}::uuid`,
    owner === "free" && sql`x.owner_id IS NULL`,
    overdue && sql`x.due_on < ${today}::date`,
  ].filter((one) => typeof one === "object");
  return joinSql([scopeSql(scope, "x.province_id"), sql`x.closed_at IS NULL`, ...demands], " AND ");
}

/** On card_exception_province_id_closed_at_due_on_idx, and its sister for the country. */
export async function findQueuePage(
  reader: Reader,
  asked: QueueAsked,
  key: { dueOn: string; id: string } | null,
  limit: number,
): Promise<QueueRow[]> {
  const { scope } = reader;
  const kinds = asked.filter.kind?.length ? oneOf(sql`x.kind`, asked.filter.kind) : sql`TRUE`;
  const beyond = key ? sql`(x.due_on, x.id) > (${key.dueOn}::date, ${key.id}::uuid)` : sql`TRUE`;
  return await reader.rows<QueueRow>(sql`
    SELECT x.id, x.province_id AS "provinceId", x.card_id AS "cardId", x.kind, x.cause, x.detail, x.opened_at AS "openedAt", x.due_on::text AS "dueOn",
      x.owner_id AS "ownerId", x.owner_name AS "ownerName", x.closed_at AS "closedAt", x.closed_by_name AS "closedByName", x.resolution, x.version,
      c.number, p.given_names || ' ' || p.surname AS name, c.kind AS "cardKind", c.design, c.whereabouts
    FROM (SELECT * FROM card_exception x WHERE ${condition(reader, asked)} AND ${kinds} AND ${beyond} ORDER BY x.due_on, x.id LIMIT ${limit}) x
    JOIN card c ON c.id = x.card_id AND ${scopeSql(scope, "c.province_id")}
    JOIN permit p ON p.id = c.permit_id AND ${scopeSql(scope, "p.province_id")}
    ORDER BY x.due_on, x.id`);
}

export type KindCount = { kind: CardExceptionKind; total: number; overdue: number };

export async function countQueue(reader: Reader, asked: QueueAsked): Promise<KindCount[]> {
  return await reader.rows<KindCount>(sql`
    SELECT x.kind, count(*)::int AS total, (count(*) FILTER (WHERE x.due_on < ${asked.today}::date))::int AS overdue
    FROM card_exception x WHERE ${condition(reader, asked)} GROUP BY x.kind ORDER BY x.kind`);
}
