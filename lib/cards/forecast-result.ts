import { z } from "zod";
import { LocalDate } from "../platform/http/fields.ts";
import { CardKind } from "./contract.ts";

/** What a forecast says: ends of months with the interval of 90 in 100, and the days of 95, 99 and 100 per cent. */
export const DrainForecast = z.object({
  points: z.array(z.object({ on: LocalDate, expected: z.int(), low: z.int(), high: z.int() })),
  days: z.array(z.object({ milestone: z.literal([95, 99, 100]), on: LocalDate, from: LocalDate, to: LocalDate })),
  lastEndOn: LocalDate.nullable(),
});

/** What is stored of a run beside its inputs. */
export const ForecastResult = z.object({
  forecast: DrainForecast,
  /** The last printed day of an old card by kind. */
  lastEnds: z.partialRecord(CardKind, LocalDate),
});
export type ForecastResult = z.infer<typeof ForecastResult>;
