import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, Instant } from "../platform/http/fields.ts";

export const reachPeriods = [30, 90, 365] as const;

/** Letters of the last days, or one letter. */
export const ReachFilter = z.object({
  days: z.coerce
    .number<number>()
    .pipe(z.union([z.literal(30), z.literal(90), z.literal(365)]))
    .optional(),
  circularId: Id.optional(),
});
export type ReachFilter = z.infer<typeof ReachFilter>;

/** Of one province: its open institutions by the state of the address tried first, and the recipients of the letters asked about. */
export const ProvinceReach = z.object({
  provinceId: z.int(),
  institutions: z.int(),
  fresh: z.int(),
  ageing: z.int(),
  untried: z.int(),
  returned: z.int(),
  /** No channel at all. */
  unreachable: z.int(),
  recipients: z.int(),
  reached: z.int(),
  answered: z.int(),
});
export type ProvinceReach = z.infer<typeof ProvinceReach>;

/** The country for the ministry, a province for its own people. Without a filter the letters of the last 30 days. */
export const readReach = endpoint({
  name: "readReach",
  method: "GET",
  path: "/api/circulars/reach",
  permission: "circular:read",
  input: ReachFilter,
  output: z.object({
    provinces: z.array(ProvinceReach),
    /** The letter asked about. */
    circular: z.object({ id: Id, subject: z.string(), documentNumber: z.string().nullable() }).nullable(),
    asOf: Instant,
  }),
});
