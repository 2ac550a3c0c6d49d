import type { Keyset } from "../../platform/db/keyset.ts";
import type { Reader } from "../../platform/db/reader.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { CardFilter, CardRow, CardSort } from "../card-contract.ts";
import { cardCondition } from "./card-filter.ts";

export type CardPageRow = Omit<CardRow, "permit"> & { permitId: string; permitNumber: string };
export type Asked = { filter: CardFilter; today: string };
/** Where the last page ended. */
export type CardKey = { sort: "newest" | "oldest"; at: Keyset } | { sort: "number"; number: string };

const isoSql = (column: Sql): Sql => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const orders: Record<CardSort, Sql> = {
  newest: sql`c.requested_at DESC, c.id DESC`,
  oldest: sql`c.requested_at, c.id`,
  number: sql`c.number`,
};

function beyond(key: CardKey | null): Sql {
  if (key === null) return sql`TRUE`;
  if (key.sort === "number") return sql`c.number > ${key.number}`;
  const last = sql`(${key.at.at}, ${key.at.id}::uuid)`;
  return key.sort === "newest" ? sql`(c.requested_at, c.id) < ${last}` : sql`(c.requested_at, c.id) > ${last}`;
}

/** Uses card_newest, in a province card_province_id_requested_at_id_idx; the page is cut before holders are looked up. */
export async function findCardPage(reader: Reader, { filter, today }: Asked, key: CardKey | null, limit: number): Promise<CardPageRow[]> {
  const { scope } = reader;
  const order = orders[filter.sort ?? "newest"];
  return await reader.rows<CardPageRow>(sql`
    SELECT c.id, c.number, c.serial_number AS "serialNumber", c.permit_id AS "permitId", p.number AS "permitNumber",
      p.given_names || ' ' || p.surname AS name, c.kind, c.design, c.province_id AS "provinceId",
      card_validity_on(c.validity, c.valid_from, c.valid_to, ${today}::date) AS validity, c.invalid_reason AS "invalidReason", c.valid_to::text AS "validTo",
      c.whereabouts, ${isoSql(sql`c.whereabouts_since`)} AS "whereaboutsSince", c.delivered_to AS "deliveredTo", c.work, ${isoSql(sql`c.work_since`)} AS "workSince",
      ${isoSql(sql`c.requested_at`)} AS "requestedAt",
      coalesce((SELECT array_agg(x.kind ORDER BY x.due_on) FROM card_exception x
        WHERE x.card_id = c.id AND x.closed_at IS NULL AND ${scopeSql(scope, "x.province_id")}), '{}') AS exceptions
    FROM (SELECT * FROM card c WHERE ${cardCondition({ scope, today }, filter)} AND ${beyond(key)} ORDER BY ${order} LIMIT ${limit}) c
    JOIN permit p ON p.id = c.permit_id AND ${scopeSql(scope, "p.province_id")}
    ORDER BY ${order}`);
}

export async function countCardRows(reader: Reader, { filter, today }: Asked): Promise<number> {
  const [row] = await reader.rows<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM card c WHERE ${cardCondition({ scope: reader.scope, today }, filter)}`,
  );
  return row?.total ?? 0;
}

export type CardHitRow = Omit<CardPageRow, "permitId" | "permitNumber"> & { matched: "number" | "serial" | "barcode" };

const hit = (reader: Reader, today: string, matched: string, condition: Sql, order: Sql): Sql => sql`
  (SELECT c.id, c.number, c.serial_number AS "serialNumber", p.given_names || ' ' || p.surname AS name, c.design,
     card_validity_on(c.validity, c.valid_from, c.valid_to, ${today}::date) AS validity, ${matched} AS matched
   FROM card c JOIN permit p ON p.id = c.permit_id AND ${scopeSql(reader.scope, "p.province_id")}
   WHERE ${scopeSql(reader.scope, "c.province_id")} AND ${condition} ORDER BY ${order} LIMIT 10)`;

/** By beginnings, on the indexes of number, serial number and barcode. */
export async function findCardHits(reader: Reader, text: string, today: string): Promise<CardHitRow[]> {
  const rows = await reader.rows<CardHitRow>(sql`
    ${hit(reader, today, "number", sql`c.number ^@ ${text}`, sql`c.number`)}
    UNION ALL ${hit(reader, today, "serial", sql`c.serial_number ^@ ${text}`, sql`c.serial_number`)}
    UNION ALL ${hit(reader, today, "barcode", sql`c.barcode = ${text}`, sql`c.barcode`)}`);
  return rows.filter((row, index) => rows.findIndex(({ id }) => id === row.id) === index).slice(0, 10);
}
