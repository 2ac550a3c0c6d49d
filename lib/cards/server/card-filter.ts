import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import { type RowScope, scopeSql } from "../../platform/db/transaction.ts";
import type { CardFilter } from "../card-contract.ts";
import type { CardValidity } from "../contract.ts";

/** Whose rows, and on which legal day the clock states are meant. */
export type FilterFrame = { scope: RowScope; today: string };

/** What a filter demands of a row `c` of card, the scope first; leakproof operators on stored columns alone. */
export function cardCondition({ scope, today }: FilterFrame, filter: CardFilter): Sql {
  const { design, validity, whereabouts, work, kind, province, exception, permit } = filter;
  const demands = [
    design?.length && oneOf(sql`c.design`, design),
    kind?.length && oneOf(sql`c.kind`, kind),
    work?.length && oneOf(sql`c.work`, work),
    whereabouts?.length && oneOf(sql`c.whereabouts`, whereabouts),
    province?.length && sql`c.province_id = ANY(${[...province]}::smallint[])`,
    permit && sql`c.permit_id = ${permit}::uuid`,
    validity?.length &&
      sql`(${joinSql(
        validity.map((one) => validitySql(one, today)),
        " OR ",
      )})`,
    exception?.length && exceptionSql(scope, exception),
  ].filter((one) => typeof one === "object");
  return joinSql([scopeSql(scope, "c.province_id"), ...demands], " AND ");
}

/** The same rule as `validityOn` in lib/cards/card.ts and `card_validity_on` of the database, on plain columns. */
export function validitySql(validity: CardValidity, today: string): Sql {
  if (validity === "pending" || validity === "invalidated") return sql`c.validity = ${validity}`;
  if (validity === "not_yet") return sql`(c.validity = 'active' AND c.valid_from > ${today}::date)`;
  if (validity === "expired") return sql`(c.validity = 'active' AND c.valid_from <= ${today}::date AND c.valid_to < ${today}::date)`;
  return sql`(c.validity = 'active' AND c.valid_from <= ${today}::date AND (c.valid_to >= ${today}::date OR c.valid_to IS NULL))`;
}

function exceptionSql(scope: RowScope, kinds: readonly string[]): Sql {
  return sql`c.id IN (SELECT x.card_id FROM card_exception x WHERE ${scopeSql(scope, "x.province_id")} AND x.closed_at IS NULL AND ${oneOf(sql`x.kind`, kinds)})`;
}

/** One value as equality, so that an index ordered behind it gives the rows in order. */
export function oneOf(column: Sql, values: readonly string[]): Sql {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = ANY(${[...values]}::text[])`;
}
