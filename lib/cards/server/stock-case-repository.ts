import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/db/sql.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { CaseKind, CaseRow, Price, SerialRange } from "../ledger-rows.ts";
import { valueOn } from "../ledger-value.ts";
import { storedRanges, storedText } from "../serial-ranges.ts";

export type StoredCase = {
  id: string;
  number: string;
  kind: CaseKind;
  series: string;
  ranges: string;
  quantity: number;
  detail: string;
  shipmentId: string | null;
  shipmentNumber: string | null;
  countId: string | null;
  countNumber: string | null;
  openedAt: Date;
  openedByName: string;
  state: "open" | "resolved";
  resolution: string | null;
  resolvedAt: Date | null;
  resolvedByName: string | null;
  version: number;
};

export type NewCase = {
  kind: CaseKind;
  series: string;
  ranges: readonly SerialRange[];
  quantity: number;
  detail: string;
  shipmentId?: string;
  countId?: string;
};

/** Opens a case under the next number, "2026-K-003", and tells the trail. */
export async function openCase(ctx: Context<Actor>, { ranges, ...opened }: NewCase): Promise<string> {
  const year = localDateOf(ctx.now).slice(0, 4);
  const [next] = await ctx.db.tx.$queryRaw<{ value: bigint }[]>`SELECT nextval('stock_case_number') AS value`;
  const number = `${year}-K-${String(next?.value ?? 0).padStart(3, "0")}`;
  const data = { ...opened, number, ranges: storedText(ranges), openedAt: ctx.now, openedByName: ctx.actor.name };
  const { id } = await ctx.db.tx.stockCase.create({ data, select: { id: true } });
  const { series, kind, quantity } = opened;
  await record(ctx, {
    action: "stock_case.opened",
    subjectKind: "stock_case",
    subjectId: id,
    provinceId: null,
    payload: { series, number, kind, quantity },
  });
  return id;
}

const select = sql`
  SELECT c.id::text, c.number, c.kind, c.series, c.ranges, c.quantity, c.detail, c.shipment_id::text AS "shipmentId", s.number AS "shipmentNumber",
    c.count_id::text AS "countId", n.number AS "countNumber", c.opened_at AS "openedAt", c.opened_by_name AS "openedByName", c.state, c.resolution,
    c.resolved_at AS "resolvedAt", c.resolved_by_name AS "resolvedByName", c.version
  FROM stock_case c LEFT JOIN shipment s ON s.id = c.shipment_id LEFT JOIN stock_count n ON n.id = c.count_id`;

type Asked = {
  series?: string | undefined;
  kind?: CaseKind | undefined;
  state?: "open" | "resolved" | undefined;
  shipmentId?: string;
  countId?: string;
};

/** Open ones first, then the newest. */
export async function findCases(db: Db, { series, kind, state, shipmentId, countId }: Asked): Promise<StoredCase[]> {
  return await db.tx.$queryRaw<StoredCase[]>`
    ${select}
    WHERE (${series ?? null}::text IS NULL OR c.series = ${series ?? null}) AND (${kind ?? null}::text IS NULL OR c.kind = ${kind ?? null})
      AND (${state ?? null}::text IS NULL OR c.state = ${state ?? null})
      AND (${shipmentId ?? null}::uuid IS NULL OR c.shipment_id = ${shipmentId ?? null}::uuid)
      AND (${countId ?? null}::uuid IS NULL OR c.count_id = ${countId ?? null}::uuid)
    ORDER BY c.state, c.opened_at DESC, c.id LIMIT 200`;
}

export async function findCase(db: Db, id: string): Promise<StoredCase | null> {
  const [row] = await db.tx.$queryRaw<StoredCase[]>`${select} WHERE c.id = ${id}::uuid`;
  return row ?? null;
}

export async function lockCase(db: Db, id: string): Promise<StoredCase | null> {
  await db.tx.$queryRaw`SELECT id FROM stock_case WHERE id = ${id}::uuid FOR UPDATE`;
  return await findCase(db, id);
}

export async function closeCase(db: Db, row: StoredCase, resolved: { resolution: string; at: Date; byName: string }): Promise<void> {
  const { resolution, at: resolvedAt, byName: resolvedByName } = resolved;
  const data = { state: "resolved", resolution, resolvedAt, resolvedByName, version: row.version + 1 };
  await db.tx.stockCase.update({ where: { id: row.id, version: row.version }, data, select: { id: true } });
}

const day = 86_400_000;

export function presentCase(row: StoredCase, tariffs: readonly Price[], now: Date): CaseRow {
  const { shipmentId, shipmentNumber, countId, countNumber, openedAt, resolvedAt, ...kept } = row;
  const until = resolvedAt ?? now;
  return {
    ...kept,
    ranges: storedRanges(row.ranges),
    value: valueOn(tariffs, localDateOf(openedAt), row.quantity),
    shipment: shipmentId && shipmentNumber ? { id: shipmentId, number: shipmentNumber } : null,
    count: countId && countNumber ? { id: countId, number: countNumber } : null,
    openedAt: openedAt.toISOString(),
    daysOpen: Math.max(0, Math.floor((until.getTime() - openedAt.getTime()) / day)),
    resolvedAt: resolvedAt?.toISOString() ?? null,
  };
}
