import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { CardExceptionKind } from "../cards/exceptions.ts";
import { ProvinceId } from "../permits/contract.ts";
import { Id, Instant, LocalDate } from "../platform/http/fields.ts";
import { AsOf, Month } from "./contract.ts";
import { MeasureName } from "./measures.ts";

/** Where work of the cards stands still; each leads to the place where it is dealt with. */
export const StuckPlace = z.enum([...CardExceptionKind.options, "waiting_for_batch", "late_shipment", "stock_case"]);
export type StuckPlace = z.infer<typeof StuckPlace>;

/** Recipients of what a province dispatched in the last 30 days. `overdue`: owes an answer past its day; `silent`: never answered. */
const ProvinceDispatches = z.object({
  provinceId: ProvinceId,
  circulars: z.int(),
  recipients: z.int(),
  reached: z.int(),
  acknowledged: z.int(),
  overdue: z.int(),
  silent: z.int(),
  lastAt: Instant,
});
export type ProvinceDispatches = z.infer<typeof ProvinceDispatches>;

/** A recipient that never answered. Days since the dispatch, and past its day (0 while in time or without one). */
const SilentRecipient = z.object({
  circularId: Id,
  provinceId: ProvinceId,
  institution: z.string(),
  subject: z.string(),
  days: z.int(),
  overdueDays: z.int(),
});

/**
 * What an undersecretary reads in a minute: this month beside the same days a year before, the transition, where cards are
 * stuck, and what the provinces dispatched with who has not answered. Whole country.
 */
export const readMinistryHome = endpoint({
  name: "readMinistryHome",
  method: "GET",
  path: "/api/statistics/home",
  permission: "ministry_home:read",
  input: z.object({ seen: Instant.optional() }),
  output: z.object({
    asOf: AsOf,
    month: Month,
    /** The last day counted, in this year and in the one before. */
    until: LocalDate,
    figures: z.array(z.object({ measure: MeasureName, value: z.number().nullable(), before: z.number().nullable() })),
    /** Permits issued in each of the last 13 months, the running one included. */
    issued: z.array(z.object({ month: Month, value: z.int() })),
    /** Permits in force whose kind has a card, by part (X1); null before the first counted day. */
    transition: z
      .object({
        day: LocalDate,
        total: z.int(),
        fresh: z.int(),
        oldEnding: z.int(),
        oldOpen: z.int(),
        withoutCard: z.int(),
        inReplacement: z.int(),
        /** When the forecast sees 95, 99 and 100 % of the old cards with an end gone. */
        dates: z.array(z.object({ milestone: z.literal([95, 99, 100]), on: LocalDate, from: LocalDate, to: LocalDate })),
      })
      .nullable(),
    /** Open work, the most first. */
    stuck: z.array(z.object({ place: StuckPlace, count: z.int(), overdue: z.int(), oldestDays: z.int() })),
    provinces: z.array(ProvinceDispatches),
    /** The ten that have been silent longest; null for those who may not read circulars. */
    silent: z.array(SilentRecipient).nullable(),
  }),
});
export type MinistryHome = z.infer<typeof readMinistryHome.output>;
