/**
 * The records behind a figure (D8), found by the very conditions that count them: their number is the figure, whatever the
 * measure, the filter and the day. Nothing of a person is told here; whoever needs a name opens the record.
 */
import { z } from "zod";
import { endpoint, type Permission } from "../access/policy.ts";
import { ProvinceId } from "../permits/contract.ts";
import { Id, Instant, LocalDate } from "../platform/http/fields.ts";
import { StatisticsFilter } from "./contract.ts";
import { Dimension, MeasureName, measureOf, type Source } from "./measures.ts";

/** Who may read the records of a source. */
export const recordPermissions = {
  permit: "permit:read",
  application: "permit:read",
  card: "card:read",
  circular: "circular:read",
  recipient: "circular:read",
} as const satisfies Record<Source, Permission>;

export const CountedRecord = z.object({
  id: Id,
  /** The page of the record; null for an application that no permit came of. */
  opens: z.object({ kind: z.enum(["permit", "card", "circular"]), id: Id }).nullable(),
  number: z.string(),
  /** What a letter is about, or whom it went to. */
  title: z.string().nullable(),
  /** The day by which it is counted; a stock has none. */
  on: LocalDate.nullable(),
  /** Days, where the measure is of days. */
  value: z.int().nullable(),
  provinceId: ProvinceId,
  codes: z.partialRecord(Dimension, z.string()),
});
export type CountedRecord = z.infer<typeof CountedRecord>;

const CountedRecords = z.object({
  records: z.array(CountedRecord),
  /** Keyset of the last row, where another page follows. */
  next: z.string().nullable(),
  asOf: Instant,
});

function inputFor(first: MeasureName, sources: readonly Source[]) {
  const measure = MeasureName.refine((name) => sources.includes(measureOf(name).source), "Bu ölçünün kayıtları burada durmaz.");
  return StatisticsFilter.extend({ measure: measure.default(first), after: z.string().max(60).optional() });
}

/** Permits and the applications they came of, 50 at a time, the latest day first. */
export const listCountedPermits = endpoint({
  name: "listCountedPermits",
  method: "GET",
  path: "/api/statistics/records/permits",
  permission: recordPermissions.permit,
  input: inputFor("permits_issued", ["permit", "application"]),
  output: CountedRecords,
});
export type CountedInput = z.infer<typeof listCountedPermits.input>;

/** Cards, and each printing that was found spoiled. */
export const listCountedCards = endpoint({
  name: "listCountedCards",
  method: "GET",
  path: "/api/statistics/records/cards",
  permission: recordPermissions.card,
  input: inputFor("cards_produced", ["card"]),
  output: CountedRecords,
});

/** Letters and their recipients. */
export const listCountedCirculars = endpoint({
  name: "listCountedCirculars",
  method: "GET",
  path: "/api/statistics/records/circulars",
  permission: recordPermissions.circular,
  input: inputFor("circulars_dispatched", ["circular", "recipient"]),
  output: CountedRecords,
});
