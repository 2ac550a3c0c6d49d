import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { ProvinceId } from "../permits/contract.ts";
import { Digest, Id, Instant, LocalDate } from "../platform/http/fields.ts";
import { CardKind } from "./contract.ts";
import { DrainForecast } from "./forecast-result.ts";

const KindList = z
  .union([z.array(z.string()), z.string()])
  .transform((value) => (typeof value === "string" ? value.split(",").filter(Boolean) : value))
  .pipe(z.array(CardKind).max(CardKind.options.length));

/** URL parser, query key and BFF input at once; holds no personal value. */
export const TransitionFilter = z.object({ kind: KindList.optional(), province: z.coerce.number<string>().pipe(ProvinceId).optional() });
export type TransitionFilter = z.infer<typeof TransitionFilter>;

/** Permits in force by their five parts, which sum to `total` (X1). */
export const PartCounts = z.object({
  new: z.int(),
  old_ending: z.int(),
  old_open: z.int(),
  in_replacement: z.int(),
  without_card: z.int(),
  total: z.int(),
});
export type PartCounts = z.infer<typeof PartCounts>;

/** A forecast of earlier held against what came, a month's end each. */
export const BackTestPoint = z.object({
  asOf: LocalDate,
  on: LocalDate,
  months: z.int(),
  expected: z.int(),
  low: z.int(),
  high: z.int(),
  actual: z.int(),
});
export type BackTestPoint = z.infer<typeof BackTestPoint>;

const BackTest = z.object({
  points: z.array(BackTestPoint),
  /** Mean absolute error in per cent of what came; null without a point. */
  error: z.number().nullable(),
  /** Share of what came that lay within the interval, in per cent. */
  coverage: z.number().nullable(),
});

/** What happened to old cards with an end since the end of last month. */
const Change = z.object({ since: LocalDate, before: z.int(), now: z.int(), ended: z.int(), early: z.int(), joined: z.int() });

export const TransitionForecast = z.object({
  asOf: LocalDate,
  madeAt: Instant,
  seed: z.int(),
  inputDigest: Digest,
  /** Old cards with an end on the day of the cut-over. */
  baseline: z.int(),
  /** Chance of leaving early, in per cent a month. */
  earlyPerMonth: z.number(),
  forecast: DrainForecast,
});

/** The transition on its last known day, its months, its provinces and its forecast. */
export const readTransition = endpoint({
  name: "readTransition",
  method: "GET",
  path: "/api/cards/transition",
  permission: "transition:read",
  input: TransitionFilter,
  output: z.object({
    /** Null while no cut-over is set or no day was counted. */
    day: LocalDate.nullable(),
    cutOver: LocalDate.nullable(),
    asOf: Instant,
    parts: PartCounts,
    months: z.array(PartCounts.extend({ on: LocalDate })),
    kinds: z.array(PartCounts.extend({ kind: CardKind })),
    /** Whatever province is chosen, all that the caller may see. */
    provinces: z.array(PartCounts.extend({ provinceId: ProvinceId, lastEndOn: LocalDate.nullable() })),
    change: Change.nullable(),
    forecast: TransitionForecast.nullable(),
    /** Of all kinds together. */
    backTest: BackTest,
  }),
});

const Tariff = z.object({ effectiveFrom: LocalDate, price: z.int() });

/** What an early replacement is reckoned with: the stock by printed day, prices, blanks and NVİ's monthly capacity. */
export const readReplacementPlan = endpoint({
  name: "readReplacementPlan",
  method: "GET",
  path: "/api/cards/transition/replacement-plan",
  permission: "transition:forecast",
  input: TransitionFilter,
  output: z.object({
    drain: z
      .object({
        asOf: LocalDate,
        alive: z.array(z.int()),
        ends: z.array(z.int()),
        open: z.int(),
        baseline: z.int(),
        hazard: z.object({ daily: z.number(), shape: z.number(), months: z.array(z.number()) }),
      })
      .nullable(),
    tariffs: z.array(Tariff),
    /** Blanks in NVİ's vault; of the whole country. */
    vault: z.int(),
    /** Cards that NVİ can make in a month (configuration); null where nobody has said. */
    capacity: z.int().nullable(),
    /** New cards made in a month, mean of the last three whole ones, of the whole country. */
    usualPerMonth: z.int(),
  }),
});
export type ReplacementPlan = z.infer<typeof readReplacementPlan.output>;

export const DesignAnomaly = z.enum(["old_after_cutover", "new_without_serial", "serial_twice"]);
export type DesignAnomaly = z.infer<typeof DesignAnomaly>;

/** Anomalies of the designs that somebody still has to explain, the oldest first; at most 100. */
export const listDesignAnomalies = endpoint({
  name: "listDesignAnomalies",
  method: "GET",
  path: "/api/cards/transition/anomalies",
  permission: "card:read",
  input: TransitionFilter,
  output: z.object({
    counts: z.record(DesignAnomaly, z.int()),
    anomalies: z.array(
      z.object({
        cardId: Id,
        cardNumber: z.string(),
        provinceId: ProvinceId,
        kind: CardKind,
        issuedOn: LocalDate.nullable(),
        anomaly: DesignAnomaly,
        detail: z.string(),
        openedAt: Instant,
        dueOn: LocalDate,
        ownerName: z.string().nullable(),
      }),
    ),
  }),
});
