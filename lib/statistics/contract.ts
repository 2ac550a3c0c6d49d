import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import {
  ApplicationOutcome,
  ApplicationType,
  Education,
  listOf,
  Nationality,
  numberParam,
  PermitCard,
  PermitKind,
  ProvinceId,
  Sector,
  Sex,
  SizeBand,
} from "../permits/contract.ts";
import { Id, Instant, LocalDate, line } from "../platform/http/fields.ts";
import { FileAnswer } from "../platform/http/files.ts";
import { Dimension, MeasureName } from "./measures.ts";

/** A calendar month, yyyy-MM (Europe/Istanbul). */
export const Month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, "Ay yyyy-aa biçimindedir.");
/** Age on the day of issue or application, in the yearbook's bands. */
export const AgeBand = z.enum(["0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"]);
export type AgeBand = z.infer<typeof AgeBand>;
/** What a breakdown calls a value that the record does not hold. */
export const unknownCode = "unknown";
const orUnknown = <Item extends z.ZodType<unknown, string>>(item: Item) => listOf(z.union([item, z.literal(unknownCode)])).optional();

/**
 * URL, query key, BFF input, saved view and frozen figure at once. Values within one field are alternatives; fields add up.
 * A field that a measure's source does not have (its breakdowns say which) leaves that measure without an answer.
 */
export const StatisticsFilter = z.object({
  /** First and last month of the period, both included. */
  from: Month.optional(),
  to: Month.optional(),
  province: listOf(numberParam.pipe(ProvinceId)).optional(),
  nationality: orUnknown(Nationality),
  kind: listOf(PermitKind).optional(),
  type: orUnknown(ApplicationType),
  sex: orUnknown(Sex),
  age: orUnknown(AgeBand),
  sector: orUnknown(Sector),
  /** Four digits of ISCO-08, or fewer for the group they begin. A breakdown by occupation is by its two-digit groups. */
  occupation: orUnknown(z.string().regex(/^\d{1,4}$/, "Meslek kodu en çok 4 rakamdır.")),
  design: listOf(PermitCard).optional(),
  size: orUnknown(SizeBand),
  education: orUnknown(Education),
  outcome: orUnknown(ApplicationOutcome),
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

/** For whom a file is: `publication` suppresses small cells (D5, D6), `internal` does not. */
export const Audience = z.enum(["internal", "publication"]);
export type Audience = z.infer<typeof Audience>;

/** A cut as a file with its metadata: definition, as-of, filters, suppression (D3). PDF is the printable A4 report. */
export const exportCut = endpoint({
  name: "exportCut",
  method: "GET",
  path: "/api/statistics/cut/file",
  permission: "statistics:publish",
  answersFile: true,
  input: CutInput.extend({ format: z.enum(["csv", "xlsx", "pdf"]), audience: Audience.default("publication") }),
  output: FileAnswer,
});

/** The yearbook's table set "Yabancıların Çalışma İzinleri" of a year as one workbook (D17), for publication. */
export const exportYearbook = endpoint({
  name: "exportYearbook",
  method: "GET",
  path: "/api/statistics/yearbook/file",
  permission: "statistics:publish",
  answersFile: true,
  input: z.object({ year: numberParam.pipe(z.int().min(2010).max(2100)), audience: Audience.default("publication") }),
  output: FileAnswer,
});

/** Years with tables, and what each year's tables sum to beside the records (D14); published totals of the years before the records. */
export const readYearbook = endpoint({
  name: "readYearbook",
  method: "GET",
  path: "/api/statistics/yearbook",
  permission: "statistics:read",
  input: z.object({}),
  output: z.object({
    asOf: AsOf,
    years: z.array(z.object({ year: z.int(), records: z.int().nullable(), published: z.int().nullable(), source: z.string().nullable() })),
  }),
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
    lines: z.array(
      z.object({ name: z.string(), columns: z.number().nullable(), database: z.number(), difference: z.number().nullable() }),
    ),
    difference: z.number(),
  }),
});

export const FrozenFigure = z.object({
  id: Id,
  title: z.string(),
  frozenAt: Instant,
  frozenBy: z.string(),
  provinceId: z.int().nullable(),
  input: CutInput,
  cut: Cut,
  asOf: AsOf,
  /** SHA-256 over input and cut: the data version that the link shows. */
  digest: z.string(),
});
export type FrozenFigure = z.infer<typeof FrozenFigure>;

/** Keeps a cut as it is now under a link that shows the same numbers for ever (D9). */
export const freezeFigure = endpoint({
  name: "freezeFigure",
  method: "POST",
  path: "/api/statistics/figures",
  permission: "statistics:freeze",
  input: z.object({ title: line(120), cut: CutInput }),
  output: z.object({ id: Id }),
});

export const readFigure = endpoint({
  name: "readFigure",
  method: "GET",
  path: "/api/statistics/figures/[figureId]",
  permission: "statistics:read",
  input: z.object({ figureId: Id }),
  output: FrozenFigure.extend({ now: Figure.nullable() }),
});

export const listFigures = endpoint({
  name: "listFigures",
  method: "GET",
  path: "/api/statistics/figures",
  permission: "statistics:read",
  input: z.object({}),
  output: z.object({ figures: z.array(FrozenFigure.pick({ id: true, title: true, frozenAt: true, frozenBy: true }).extend({ total: Figure })) }),
});

const Change = z.object({ value: z.number().nullable(), before: z.number().nullable() });

/**
 * What an undersecretary reads in a minute: this month against the same days a year before, the transition, where cards are
 * stuck, and what the provinces dispatched with who has not answered.
 */
export const readMinistryHome = endpoint({
  name: "readMinistryHome",
  method: "GET",
  path: "/api/statistics/home",
  permission: "statistics:read",
  input: z.object({ seen }),
  output: z.object({
    asOf: AsOf,
    month: Month,
    until: LocalDate,
    thisMonth: z.array(Change.extend({ measure: MeasureName })),
    /** The last 13 months of permits issued. */
    issued: z.array(z.object({ month: Month, value: z.int() })),
    transition: z
      .object({
        day: LocalDate,
        newShare: z.number(),
        oldEnding: z.int(),
        oldOpen: z.int(),
        /** Days on which the forecast sees 95, 99 and 100 % of the old cards with an end gone. */
        dates: z.array(z.object({ percent: z.number(), on: LocalDate.nullable(), low: LocalDate.nullable(), high: LocalDate.nullable() })),
      })
      .nullable(),
    /** Open exceptions and overdue stages, the most first; `oldestDays` is the age of the oldest. */
    stuck: z.array(z.object({ what: z.string(), count: z.int(), oldestDays: z.int(), href: z.string() })),
    /** Provinces that dispatched in the last 30 days, and their recipients without an answer past the due date. */
    provinces: z.array(
      z.object({
        provinceId: ProvinceId,
        circulars: z.int(),
        recipients: z.int(),
        reached: z.int(),
        acknowledged: z.int(),
        overdue: z.int(),
        medianDays: z.number().nullable(),
      }),
    ),
    silent: z.array(z.object({ provinceId: ProvinceId, institution: z.string(), subject: z.string(), circularId: Id, days: z.int() })),
  }),
});
export type MinistryHome = z.infer<typeof readMinistryHome.output>;
