// The way of a card with PTT: what arrived, what each code means, and the closed sets of both.
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, line } from "../platform/http/fields.ts";
import { UploadedFile } from "../platform/http/files.ts";

/** What a PTT code amounts to; `information` moves nothing, `reversal` takes back another. */
export const Milestone = z.enum([
  "accepted",
  "in_transit",
  "at_branch",
  "out_for_delivery",
  "attempt_failed",
  "delivered",
  "returning",
  "returned",
  "lost",
  "damaged",
  "destroyed",
  "under_inquiry",
  "information",
  "reversal",
]);
export type Milestone = z.infer<typeof Milestone>;

export const ReturnCause = z.enum([
  "address_unknown",
  "addressee_moved",
  "refused",
  "not_collected",
  "addressee_deceased",
  "damaged",
  "other",
]);
export type ReturnCause = z.infer<typeof ReturnCause>;

/** With the offset of the place, or without one in Turkish time. */
const CarrierTime = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true }).transform((text) => `${text}+03:00`)]);

/** One report of PTT about one barcode. */
export const CarrierReport = z.object({
  barcode: line(30, 5).pipe(z.string().regex(/^[A-Z0-9]+$/, "Barkod büyük harf ve rakamdan oluşur.")),
  code: line(10).pipe(z.string().regex(/^[A-Z0-9]+$/, "Kod harf ve rakamdan oluşur.")),
  text: line(300, 0).default(""),
  branch: line(120, 0).default(""),
  time: CarrierTime,
  sequence: z.int().min(0).max(1_000_000).default(0),
});
export type CarrierReport = z.infer<typeof CarrierReport>;

export const CarrierIntake = z.object({
  messageId: Id,
  /** The same file had been taken before; nothing was written. */
  isRepeated: z.boolean(),
  received: z.int(),
  /** Not known before. */
  added: z.int(),
  /** Cards whose whereabouts changed. */
  moved: z.int(),
  /** Reports with a code that no version of the table knows; each card has an exception. */
  unknownCodes: z.int(),
  /** Reports whose barcode no card has; kept until one has. */
  unmatched: z.int(),
});
export type CarrierIntake = z.infer<typeof CarrierIntake>;

/** Takes PTT's reports as CSV (barkod;kod;aciklama;sube;zaman;sira) or JSON. The same file twice changes nothing. */
export const recordCarrierEvents = endpoint({
  name: "recordCarrierEvents",
  method: "POST",
  path: "/api/cards/events",
  permission: "carrier:record",
  takesFile: true,
  maxBytes: 16 * 1_048_576,
  input: z.object({ file: UploadedFile }),
  output: CarrierIntake,
});

/** PTT's own door: the same reports by machine, with PTT's key. */
export const receiveCarrierEvents = endpoint({
  name: "receiveCarrierEvents",
  method: "POST",
  path: "/api/cards/events/feed",
  permission: "public",
  bearer: "key",
  limitPerMinute: 120,
  maxBytes: 4 * 1_048_576,
  input: z.object({ key: z.string(), reports: z.array(CarrierReport).min(1).max(5_000) }),
  output: CarrierIntake,
});
