import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import {
  AgeBand,
  ApplicationOutcome,
  ApplicationType,
  Education,
  listOf,
  listOrUnknownOf,
  Nationality,
  numberParam,
  PermitCard,
  PermitKind,
  ProvinceId,
  Sector,
  Sex,
  SizeBand,
} from "../permits/contract.ts";
import { Instant, LocalDate } from "../platform/http/fields.ts";
import { Dimension, MeasureName } from "./measures.ts";

/** A calendar month, yyyy-MM (Europe/Istanbul). */
export const Month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, "Ay yyyy-aa biçimindedir.");

/**
 * URL, query key, BFF input, saved view and frozen figure at once. Values within one field are alternatives; fields add up.
 * A field that a measure's source does not have (its breakdowns say which) leaves that measure without an answer.
 */
export const StatisticsFilter = z.object({
  /** First and last month of the period, both included. */
  from: Month.optional(),
  to: Month.optional(),
  province: listOf(numberParam.pipe(ProvinceId)).optional(),
  nationality: listOrUnknownOf(Nationality).optional(),
  kind: listOf(PermitKind).optional(),
  type: listOrUnknownOf(ApplicationType).optional(),
  sex: listOrUnknownOf(Sex).optional(),
  age: listOrUnknownOf(AgeBand).optional(),
  sector: listOrUnknownOf(Sector).optional(),
  /** Four digits of ISCO-08, or fewer for the group they begin. A breakdown by occupation is by its two-digit groups. */
  occupation: listOrUnknownOf(z.string().regex(/^\d{1,4}$/, "Meslek kodu en çok 4 rakamdır.")).optional(),
  design: listOf(PermitCard).optional(),
  size: listOrUnknownOf(SizeBand).optional(),
  education: listOrUnknownOf(Education).optional(),
  outcome: listOrUnknownOf(ApplicationOutcome).optional(),
});
export type StatisticsFilter = z.infer<typeof StatisticsFilter>;

/**
 * What an answer was reckoned on. `at` is the database's moment of the data; a client sends the newest one it has seen as
 * `seen`, and a copy that is older is not used.
 */
export const AsOf = z.object({
  at: Instant,
  /** `columns`: the read model; `database`: PostgreSQL itself. */
  from: z.enum(["columns", "database"]),
  /** Rows of the actor's scope that the measure's source holds, and milliseconds the cut took on the server. */
  rows: z.int(),
  ms: z.number(),
});
export type AsOf = z.infer<typeof AsOf>;
const seen = Instant.optional();

/**
 * One figure. Counts and stocks are whole; a share is in per cent with one decimal; days come as quantiles, `value` being the
 * median. Null where nothing was measured (no row, or the measure does not know the filter).
 */
export const Figure = z.object({ value: z.number().nullable(), p90: z.number().optional(), p99: z.number().optional() });
export type Figure = z.infer<typeof Figure>;

export const Comparison = z.enum(["previous_period", "year_before"]);
export type Comparison = z.infer<typeof Comparison>;

export const Counter = Figure.extend({
  measure: MeasureName,
  /** The same without any filter but the period. */
  all: z.number().nullable(),
  /** In the period compared with; null without a period or outside the records. */
  previous: z.number().nullable(),
});
export type Counter = z.infer<typeof Counter>;

/** A value of a dimension; `all` is the same figure without any filter but the period: the ghost behind the bar. */
export const BreakdownRow = Figure.extend({ code: z.string(), all: z.number().nullable() });
export type BreakdownRow = z.infer<typeof BreakdownRow>;

/**
 * The whole page after a click, one request (S5). A breakdown ignores the filter of its own dimension, the series that of the
 * period, so what was not chosen stays in sight (D16). Rows are ordered by value, the largest first.
 */
export const readStatistics = endpoint({
  name: "readStatistics",
  method: "GET",
  path: "/api/statistics",
  permission: "statistics:read",
  input: StatisticsFilter.extend({ measure: MeasureName.default("permits_issued"), compare: Comparison.default("year_before"), seen }),
  output: z.object({
    asOf: AsOf,
    measure: MeasureName,
    /** The months compared with, and the last day of a period that has not ended (both are cut there). */
    compared: z.object({ from: Month, to: Month }).nullable(),
    until: LocalDate.nullable(),
    /** Of the measure's family, in its order: what a page shows beside each other. */
    counters: z.array(Counter),
    /** Every month from the first record to this one; `before` is the same month a year (or a period) earlier. */
    series: z.array(Figure.extend({ month: Month, all: z.number().nullable(), before: z.number().nullable() })),
    breakdowns: z.array(z.object({ dimension: Dimension, rows: z.array(BreakdownRow) })),
  }),
});
export type StatisticsAnswer = z.infer<typeof readStatistics.output>;

/** What a table's rows or columns run over. */
export const Axis = z.enum([...Dimension.options, "month", "year"]);
export type Axis = z.infer<typeof Axis>;

export const CutInput = StatisticsFilter.extend({ measure: MeasureName.default("permits_issued"), rows: Axis, columns: Axis.optional() });
export type CutInput = z.infer<typeof CutInput>;

export const Cut = z.object({
  measure: MeasureName,
  rows: Axis,
  columns: Axis.nullable(),
  /** Codes in the order of the table: time ascending, else by total, the largest first. */
  rowCodes: z.array(z.string()),
  columnCodes: z.array(z.string()),
  /** One line a row code, one figure a column code (a single one without columns). */
  cells: z.array(z.array(Figure)),
  rowTotals: z.array(Figure),
  columnTotals: z.array(Figure),
  total: Figure,
});
export type Cut = z.infer<typeof Cut>;

/** One measure by one or two breakdowns (S4). `unsupported_breakdown` where the catalogue does not allow it. */
export const readCut = endpoint({
  name: "readCut",
  method: "GET",
  path: "/api/statistics/cut",
  permission: "statistics:read",
  input: CutInput.extend({ seen }),
  output: Cut.extend({ asOf: AsOf }),
});

/** The read model beside PostgreSQL, measure by measure; every difference must be 0 (D14). */
export const reconcileStatistics = endpoint({
  name: "reconcileStatistics",
  method: "GET",
  path: "/api/statistics/reconciliation",
  permission: "statistics:read",
  input: z.object({}),
  output: z.object({
    /** Null while the read model is not loaded: PostgreSQL answers by itself. */
    at: Instant.nullable(),
    loadedAt: Instant.nullable(),
    lines: z.array(z.object({ name: z.string(), columns: z.number().nullable(), database: z.number(), difference: z.number().nullable() })),
    difference: z.number(),
  }),
});
