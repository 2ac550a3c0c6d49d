import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import {
  AgeBand,
  ApplicationOutcome,
  ApplicationType,
  Education,
  Nationality,
  numberParam,
  PermitCard,
  PermitKind,
  ProvinceId,
  Sector,
  Sex,
  SizeBand,
  unknownCode,
} from "../permits/contract.ts";
import { Digest, Id, Instant, line } from "../platform/http/fields.ts";
import { FileAnswer } from "../platform/http/files.ts";
import { AsOf, Axis, Cut, CutInput, Figure, Month } from "./contract.ts";
import { MeasureName } from "./measures.ts";

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

/** The yearbook's table set "Yabancıların Çalışma İzinleri" of a year as one workbook (D17). */
export const exportYearbook = endpoint({
  name: "exportYearbook",
  method: "GET",
  path: "/api/statistics/yearbook/file",
  permission: "statistics:publish",
  answersFile: true,
  input: z.object({ year: numberParam.pipe(z.int().min(2010).max(2100)), audience: Audience.default("publication") }),
  output: FileAnswer,
});

/**
 * Years with tables, and what each year's records come to; published totals of the years before the records. A province is
 * shown its own records, and no total of the country beside them.
 */
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
export type Yearbook = z.infer<typeof readYearbook.output>;

const some = <Item extends z.ZodType>(item: Item) => z.array(item).optional();
const someOrUnknown = <Item extends z.ZodType>(item: Item) => some(z.union([item, z.literal(unknownCode)]));

/** What was asked, as it is stored: the same values as `CutInput`, read from no address. */
export const FrozenQuestion = z.object({
  measure: MeasureName,
  rows: Axis,
  columns: Axis.optional(),
  from: Month.optional(),
  to: Month.optional(),
  province: some(ProvinceId),
  nationality: someOrUnknown(Nationality),
  kind: some(PermitKind),
  type: someOrUnknown(ApplicationType),
  sex: someOrUnknown(Sex),
  age: someOrUnknown(AgeBand),
  sector: someOrUnknown(Sector),
  occupation: someOrUnknown(z.string()),
  design: some(PermitCard),
  size: someOrUnknown(SizeBand),
  education: someOrUnknown(Education),
  outcome: someOrUnknown(ApplicationOutcome),
}) satisfies z.ZodType<CutInput>;

export const FrozenFigure = z.object({
  id: Id,
  title: z.string(),
  frozenAt: Instant,
  frozenBy: z.string(),
  provinceId: z.int().nullable(),
  input: FrozenQuestion,
  cut: Cut,
  asOf: AsOf,
  /** SHA-256 over title, input, cut and moment of the data: the data version that the link shows. */
  digest: Digest,
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

/** `now` is the same cut's total today; null where the catalogue no longer knows the cut. */
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
  output: z.object({
    figures: z.array(FrozenFigure.pick({ id: true, title: true, frozenAt: true, frozenBy: true }).extend({ total: Figure })),
  }),
});
