import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Instant, LocalDate } from "../platform/http/fields.ts";
import { ProvinceId } from "./contract.ts";

export const RadarBreakdown = z.enum(["province", "employer", "nationality"]);
export type RadarBreakdown = z.infer<typeof RadarBreakdown>;

/** Permits in force by the days that are left to them; the three stretches do not overlap. */
const RadarNumbers = z.object({
  upTo30: z.int(),
  from31To60: z.int(),
  from61To90: z.int(),
  total: z.int(),
  /** An extension may be asked for from 60 days before the end (Law 6735, implementing regulation). */
  inExtensionWindow: z.int(),
});
export type RadarNumbers = z.infer<typeof RadarNumbers>;

/** `key` is what the list's filter of that name takes; `label` only where the key says nothing (employers). */
export const RadarRow = RadarNumbers.extend({ key: z.string().nullable(), label: z.string().nullable() });
export type RadarRow = z.infer<typeof RadarRow>;

/** What ends within 90 days, the most first; at most 200 rows, the totals are of all. */
export const readExpiryRadar = endpoint({
  name: "readExpiryRadar",
  method: "GET",
  path: "/api/permits/expiring",
  permission: "permit:read",
  input: z.object({ by: RadarBreakdown.default("province"), province: z.coerce.number<string>().pipe(ProvinceId).optional() }),
  output: z.object({ totals: RadarNumbers, rows: z.array(RadarRow), today: LocalDate, asOf: Instant }),
});
