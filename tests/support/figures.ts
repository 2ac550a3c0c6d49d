import type { Actor } from "../../lib/access/policy.ts";
import { figureDigest } from "../../lib/statistics/server/figure-digest.ts";
import { ownerSql } from "./database.ts";

/** A figure kept by a person of the province, with the digest that fits it. */
export async function aFrozenFigure(provinceId: number, { id, name }: Actor): Promise<string> {
  const input = { measure: "permits_issued" as const, rows: "kind" as const };
  const figure = { value: 7 };
  const cut = { measure: input.measure, rows: input.rows, columns: null, rowCodes: ["fixed_term"], columnCodes: [], cells: [[figure]] };
  const whole = { ...cut, rowTotals: [figure], columnTotals: [], total: figure };
  const asOf = { at: "2026-11-23T08:00:00.000Z", from: "database" as const, rows: 7, ms: 1 };
  const digest = figureDigest({ provinceId, input, cut: whole, asOf });
  const [row] = await ownerSql<{ id: string }>(
    `INSERT INTO frozen_figure (province_id, title, input, cut, as_of, digest, frozen_by_id, frozen_by_name, frozen_at)
     VALUES ($1::int, 'Süreli izinler ' || $1::int, $2, $3, $4, $5, $6, $7, now()) RETURNING id`,
    [provinceId, input, whole, asOf, digest, id, name],
  );
  return row?.id ?? "";
}
