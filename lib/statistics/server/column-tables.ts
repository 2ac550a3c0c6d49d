// The model's tables: what PostgreSQL is asked for, as small whole numbers, and the columns they become. No name, no number of
// a record, no free text: a row is known again by its id alone.

import { agesOf } from "../../permits/contract.ts";
import { ownWords, type Sql, sql } from "../../platform/db/sql.ts";
import type { FactTable } from "../facts.ts";
import { Dimension } from "../measures.ts";
import { type ListedDimension, valueLists } from "../value-lists.ts";
import { statuses } from "./column-codes.ts";
import { always, durationNumber, firstDay, lastDay, monthNumber, never, yearOfDay } from "./column-days.ts";
import { birthYears, conditions, days, dimensionColumn, isExtension, values } from "./postgres-columns.ts";

/** The rows of one table that an update took away, and those it put in their place. */
export type RowSet = "gone" | "come";

export type ColumnType = "UTINYINT" | "USMALLINT" | "SMALLINT";
/** A column is a number of PostgreSQL's, as it comes or made into another, together with a second one where it is named. */
export type Column = { name: string; type: ColumnType; from: string; and?: string; through?: (number: number, second: number) => number };
/** The same rows once more, laid out by a dimension: of what it is restricted to, the others are passed over unread. */
export type Arrangement = { name: string; lead: Dimension; order: string };
/** `order`: how the rows lie, so that a question about a few months passes over the others unread. */
export type ModelTable = { key: Sql; asked: { name: string; sql: Sql }[]; columns: Column[]; order: string; arrangements: Arrangement[] };

const whole = (expression: Sql, otherwise: number): Sql => sql`coalesce(${expression}, ${ownWords(String(otherwise))})::int2`;
/** The place in a list, counted from 1; as comparisons, the most frequent first, since looking through an array costs more. */
const place = (column: Sql, list: readonly string[]): Sql =>
  sql`(CASE ${column} ${ownWords(list.map((value, at) => `WHEN '${value}' THEN ${at + 1}`).join(" "))} ELSE 0 END)::int2`;
/** Within what two bytes hold; `least` and `greatest` pass over nulls, so those are told apart first. */
const clamped = (number: Sql, otherwise: number): Sql => sql`(CASE WHEN ${number} IS NULL THEN ${ownWords(String(otherwise))}
  ELSE least(greatest(${number}, ${ownWords(String(firstDay))}), ${ownWords(String(lastDay))}) END)::int2`;
const dayOf = (day: Sql, otherwise: number): Sql => clamped(sql`(${day} - date '2000-01-01')`, otherwise);

/** Three letters as one number in base 26. */
const letters = (column: Sql): Sql =>
  whole(sql`(ascii(${column}) - 65) * 676 + (ascii(substr(${column}, 2)) - 65) * 26 + ascii(substr(${column}, 3)) - 64`, 0);

function dimensionSql(table: FactTable, dimension: Dimension): Sql {
  if (dimension === "age") return whole(birthYears[table === "application" ? "mirrored" : "recorded"], 0);
  if (dimension === "type" && table !== "application") return sql`(CASE WHEN ${isExtension} THEN 2 ELSE 1 END)::int2`;
  const column = dimensionColumn(table, dimension);
  if (dimension === "province") return sql`${column}::int2`;
  if (dimension === "nationality") return letters(column);
  if (dimension === "sector") return whole(sql`ascii(${column}) - 64`, 0);
  if (dimension === "occupation") return whole(sql`${column}::int + 1`, 0);
  return place(column, valueLists[dimension as ListedDimension]);
}

const firstAges = valueLists.age.map((band) => agesOf(band)[0]);

/** The band of the age that somebody reaches in the year of a day; 0 where the year of birth is not known. */
function ageBandNumber(birthYear: number, day: number): number {
  if (birthYear === 0) return 0;
  const age = yearOfDay(day) - birthYear;
  return Math.max(1, firstAges.findLastIndex((first) => age >= first) + 1);
}

/** The day whose year an age is reckoned in. */
const issueDays: Partial<Record<FactTable, string>> = {
  permit: "issued",
  application: "submitted",
  card: "permit_issued",
  spoilage: "permit_issued",
};

function dimensionColumnOf(table: FactTable, name: Dimension): Column {
  if (name === "age") return { name, from: name, and: issueDays[table] ?? "", type: "UTINYINT", through: ageBandNumber };
  return { name, from: name, type: name === "nationality" || name === "occupation" ? "USMALLINT" : "UTINYINT" };
}

const group = (occupation: number): number => (occupation === 0 ? 0 : Math.floor((occupation - 1) / 100) + 1);

/** `besides` is asked for, not kept. */
type Spec = {
  dimensions: readonly Dimension[];
  days?: Record<string, Sql>;
  numbers?: Record<string, { sql: Sql; type: ColumnType; through?: (number: number) => number }>;
  besides?: Record<string, Sql>;
  made?: Column[];
  /** What rows are laid apart by before they are laid out by day. */
  apart?: string[];
  /** Dimensions by which the rows are laid out once more, each with what they are laid out by within. */
  leads?: readonly (readonly [lead: Dimension, within: string])[];
};

function modelTable(
  table: FactTable,
  key: Sql,
  { dimensions, days: dayColumns = {}, numbers = {}, besides = {}, made = [], apart = [], leads = [] }: Spec,
): ModelTable {
  const asked = [
    ...dimensions.map((name) => ({ name: name as string, sql: dimensionSql(table, name) })),
    ...Object.entries(dayColumns).map(([name, expression]) => ({ name, sql: expression })),
    ...Object.entries(numbers).map(([name, { sql: expression }]) => ({ name, sql: expression })),
    ...Object.entries(besides).map(([name, expression]) => ({ name, sql: expression })),
  ];
  const columns = [
    ...dimensions.map((name) => dimensionColumnOf(table, name)),
    ...(dimensions.includes("occupation")
      ? [{ name: "occupation_group", from: "occupation", type: "UTINYINT" as const, through: group }]
      : []),
    ...Object.keys(dayColumns).map((name): Column => ({ name, from: name, type: "SMALLINT" })),
    ...Object.keys(dayColumns).map((name): Column => ({ name: `${name}_month`, from: name, type: "USMALLINT", through: monthNumber })),
    ...Object.entries(numbers).map(([name, { sql: _sql, ...how }]): Column => ({ name, from: name, ...how })),
    ...made,
  ];
  const [firstDay = "province"] = Object.keys(dayColumns);
  const arrangements = leads.map(([lead, within]) => ({
    name: `${table}_by_${lead}`,
    lead,
    order: [...apart.slice(0, 1), lead, within, firstDay].join(", "),
  }));
  return { key, asked, columns, order: [...apart, firstDay].join(", "), arrangements };
}

export const voidNumber = statuses.indexOf("void") + 1;
const shared = Dimension.options.filter((dimension) => dimension !== "design" && dimension !== "outcome");
const yes = (condition: Sql) => ({ sql: sql`(${condition})::int::int2`, type: "UTINYINT" as const });
const duration = (expression: Sql) => ({ sql: clamped(sql`(${expression})`, never), type: "USMALLINT" as const, through: durationNumber });
const condition = (name: keyof typeof conditions): Sql => conditions[name]("");

const durationSince = (day: number, earlier: number): number => durationNumber(day === never || earlier === never ? never : day - earlier);

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
    // Records in error are asked for by hardly anybody, and what is in force by nearly everybody: of five million permits one
    // in eight. A block that holds none of what is asked for is passed over, and one that holds nothing else is not compared.
    apart: [`status = ${voidNumber}`, "ended > current_date - DATE '2000-01-01'"],
    leads: [
      ["province", "nationality"],
      ["nationality", "sector"],
      ["sector", "occupation_group"],
    ],
  }),
  application: modelTable("application", sql`a.id`, {
    dimensions: [...shared, "outcome"],
    days: { submitted: dayOf(days.submitted, never), decided: dayOf(days.decided, never) },
    numbers: { to_decision: duration(values.to_decision) },
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
      to_post: duration(values.to_post),
      to_holder: duration(values.to_holder),
    },
    besides: { permit_issued: dayOf(days.issued, never) },
    made: [{ name: "to_card", from: "produced", and: "permit_issued", type: "USMALLINT", through: durationSince }],
  }),
  spoilage: modelTable("spoilage", sql`c.id`, {
    dimensions: [...shared, "design"],
    days: { spoiled: dayOf(days.spoiled, never) },
    besides: { permit_issued: dayOf(days.issued, never) },
  }),
  circular: modelTable("circular", sql`l.id`, { dimensions: ["province"], days: { dispatched: dayOf(days.dispatched, never) } }),
  recipient: modelTable("recipient", sql`r.id`, {
    dimensions: ["province"],
    days: { reached: dayOf(days.reached, never), acknowledged: dayOf(days.acknowledged, never) },
    numbers: { to_acknowledgement: duration(values.to_acknowledgement) },
  }),
};
