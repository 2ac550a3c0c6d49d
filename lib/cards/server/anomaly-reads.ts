import type { ReadContext } from "../../platform/context.ts";
import type { Reader } from "../../platform/db/reader.ts";
import { joinSql, sql } from "../../platform/db/sql.ts";
import { scopeSql } from "../../platform/db/transaction.ts";
import type { CardKind } from "../contract.ts";
import { DesignAnomaly, type TransitionFilter } from "../transition-contract.ts";

type Row = {
  cardId: string;
  cardNumber: string;
  provinceId: number;
  kind: CardKind;
  issuedOn: string | null;
  anomaly: DesignAnomaly;
  detail: string;
  openedAt: Date;
  dueOn: string;
  ownerName: string | null;
};

const shown = 100;
/** Open tasks of this kind are few; a fault with more is one fault. */
const counted = 2_000;

const findAnomalies = ({ rows, scope }: Reader, { kind, province }: TransitionFilter): Promise<Row[]> =>
  rows<Row>(sql`
    SELECT c.id AS "cardId", c.number AS "cardNumber", c.province_id AS "provinceId", c.kind, c.issued_on::text AS "issuedOn", x.detail,
      x.opened_at AS "openedAt", x.due_on::text AS "dueOn", x.owner_name AS "ownerName",
      CASE WHEN x.kind = 'old_design_after_cutover' THEN 'old_after_cutover'
        WHEN EXISTS (SELECT FROM card o WHERE ${scopeSql(scope, "o.province_id")} AND o.series = c.series AND o.serial = c.serial AND o.id <> c.id) THEN 'serial_twice'
        ELSE 'new_without_serial' END AS anomaly
    FROM card_exception x JOIN card c ON c.id = x.card_id AND ${scopeSql(scope, "c.province_id")}
    WHERE ${joinSql(
      [
        scopeSql(scope, "x.province_id"),
        sql`x.closed_at IS NULL AND x.kind IN ('old_design_after_cutover', 'serial_unknown')`,
        ...(kind?.length ? [sql`c.kind = ANY(${[...kind]}::text[])`] : []),
        ...(province === undefined ? [] : [sql`x.province_id = ${province}`]),
      ],
      " AND ",
    )} ORDER BY x.due_on, x.id LIMIT ${counted}`);

/** What somebody still has to explain; a sweep looks for it every day. */
export async function listDesignAnomalies({ reader }: ReadContext<unknown>, filter: TransitionFilter) {
  const found = await findAnomalies(reader, filter);
  const countOf = (anomaly: DesignAnomaly) => found.filter((row) => row.anomaly === anomaly).length;
  const counts = Object.fromEntries(DesignAnomaly.options.map((anomaly) => [anomaly, countOf(anomaly)])) as Record<DesignAnomaly, number>;
  return { counts, anomalies: found.slice(0, shown).map((row) => ({ ...row, openedAt: row.openedAt.toISOString() })) };
}
