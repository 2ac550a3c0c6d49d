// The model's tables: what PostgreSQL is asked for, as small whole numbers, and the columns they become. No name, no number of
// a record, no free text: a row is known again by its id alone.
import { ownWords, type Sql, sql } from "../../platform/db/sql.ts";
import type { FactTable } from "../facts.ts";
import { Dimension } from "../measures.ts";
import { lists, statuses } from "./column-codes.ts";
import { always, firstDay, lastDay, monthNumber, never } from "./column-days.ts";
import { conditions, days, dimensionColumn, values } from "./postgres-columns.ts";

export type ColumnType = "UTINYINT" | "USMALLINT" | "SMALLINT";
/** A column is a number of PostgreSQL's, as it comes or made into another. */
export type Column = { name: string; type: ColumnType; from: string; through?: (number: number) => number };
export type ModelTable = { key: Sql; asked: { name: string; sql: Sql }[]; columns: Column[] };

const whole = (expression: Sql, otherwise: number): Sql => sql`coalesce(${expression}, ${ownWords(String(otherwise))})::int2`;
const place = (column: Sql, list: readonly string[]): Sql =>
  whole(sql`array_position(${ownWords(`'{${list.join(",")}}'::text[]`)}, ${column})`, 0);
/** Within what two bytes hold; `least` and `greatest` pass over nulls, so those are told apart first. */
const clamped = (number: Sql, otherwise: number): Sql => sql`(CASE WHEN ${number} IS NULL THEN ${ownWords(String(otherwise))}
  ELSE least(greatest(${number}, ${ownWords(String(firstDay))}), ${ownWords(String(lastDay))}) END)::int2`;
const dayOf = (day: Sql, otherwise: number): Sql => clamped(sql`(${day} - date '2000-01-01')`, otherwise);

/** Three letters as one number in base 26. */
const letters = (column: Sql): Sql =>
  whole(sql`(ascii(${column}) - 65) * 676 + (ascii(substr(${column}, 2)) - 65) * 26 + ascii(substr(${column}, 3)) - 64`, 0);

function dimensionSql(table: FactTable, dimension: Dimension): Sql {
  const column = dimensionColumn(table, dimension);
  if (dimension === "province") return sql`${column}::int2`;
  if (dimension === "nationality") return letters(column);
  if (dimension === "sector") return whole(sql`ascii(${column}) - 64`, 0);
  if (dimension === "occupation") return whole(sql`${column}::int + 1`, 0);
  return place(column, lists[dimension as keyof typeof lists]);
}

const group = (occupation: number): number => (occupation === 0 ? 0 : Math.floor((occupation - 1) / 100) + 1);

type Spec = { dimensions: readonly Dimension[]; days?: Record<string, Sql>; numbers?: Record<string, { sql: Sql; type: ColumnType }> };

function modelTable(table: FactTable, key: Sql, { dimensions, days: dayColumns = {}, numbers = {} }: Spec): ModelTable {
  const asked = [
    ...dimensions.map((name) => ({ name: name as string, sql: dimensionSql(table, name) })),
    ...Object.entries(dayColumns).map(([name, expression]) => ({ name, sql: expression })),
    ...Object.entries(numbers).map(([name, { sql: expression }]) => ({ name, sql: expression })),
  ];
  const columns = [
    ...dimensions.map(
      (name): Column => ({ name, from: name, type: name === "nationality" || name === "occupation" ? "USMALLINT" : "UTINYINT" }),
    ),
    ...(dimensions.includes("occupation")
      ? [{ name: "occupation_group", from: "occupation", type: "UTINYINT" as const, through: group }]
      : []),
    ...Object.keys(dayColumns).map((name): Column => ({ name, from: name, type: "SMALLINT" })),
    ...Object.keys(dayColumns).map((name): Column => ({ name: `${name}_month`, from: name, type: "USMALLINT", through: monthNumber })),
    ...Object.entries(numbers).map(([name, { type }]): Column => ({ name, from: name, type })),
  ];
  return { key, asked, columns };
}

const shared = Dimension.options.filter((dimension) => dimension !== "design" && dimension !== "outcome");
const yes = (condition: Sql) => ({ sql: sql`(${condition})::int::int2`, type: "UTINYINT" as const });
const number = (expression: Sql) => ({ sql: clamped(sql`(${expression})`, never), type: "SMALLINT" as const });
const condition = (name: keyof typeof conditions): Sql => conditions[name]("");

export const modelTables: Record<FactTable, ModelTable> = {
  permit: modelTable("permit", sql`p.id`, {
    dimensions: [...shared, "design"],
    days: {
      issued: dayOf(days.issued, never),
      begun: dayOf(days.begun, never),
      ended: dayOf(days.ended, always),
      expired: dayOf(days.expired, never),
    },
    numbers: {
      status: { sql: place(sql`p.status`, statuses), type: "UTINYINT" },
      effective: yes(condition("effective")),
      valid_to: { sql: dayOf(sql`p.valid_to`, always), type: "SMALLINT" },
      ended_on: { sql: dayOf(sql`p.ended_on`, never), type: "SMALLINT" },
    },
  }),
  application: modelTable("application", sql`a.id`, {
    dimensions: [...shared, "outcome"],
    days: { submitted: dayOf(days.submitted, never), decided: dayOf(days.decided, never) },
    numbers: { to_decision: number(values.to_decision) },
  }),
  card: modelTable("card", sql`c.id`, {
    dimensions: [...shared, "design"],
    days: {
      produced: dayOf(days.produced, never),
      handed_over: dayOf(days.handed_over, never),
      delivered: dayOf(days.delivered, never),
      returned: dayOf(days.returned, never),
    },
    numbers: {
      first_card: yes(condition("first_card")),
      to_card: number(values.to_card),
      to_post: number(values.to_post),
      to_holder: number(values.to_holder),
    },
  }),
  spoilage: modelTable("spoilage", sql`c.id`, { dimensions: [...shared, "design"], days: { spoiled: dayOf(days.spoiled, never) } }),
  circular: modelTable("circular", sql`l.id`, { dimensions: ["province"], days: { dispatched: dayOf(days.dispatched, never) } }),
  recipient: modelTable("recipient", sql`r.id`, {
    dimensions: ["province"],
    days: { reached: dayOf(days.reached, never), acknowledged: dayOf(days.acknowledged, never) },
    numbers: { to_acknowledgement: number(values.to_acknowledgement) },
  }),
};
