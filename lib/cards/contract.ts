// The closed sets of cards that more than one contract of this word names (domain.md §3 and §4).
import { z } from "zod";

export const CardDesign = z.enum(["old", "new"]);
export type CardDesign = z.infer<typeof CardDesign>;

/** Kinds that a card is issued for; the first three share one design (csgb.gov.tr, "Yabancılara Düzenlenen Belgeler"). */
export const CardKind = z.enum(["fixed_term", "permanent", "independent", "temporary_protection", "international_protection"]);
export type CardKind = z.infer<typeof CardKind>;

/** What staff or a partner must do next. */
export const CardWork = z.enum([
  "requested",
  "queued",
  "in_batch",
  "personalised",
  "qc_pass",
  "qc_fail",
  "rejected_by_partner",
  "packed",
  "handed_to_ptt",
  "closed",
]);
export type CardWork = z.infer<typeof CardWork>;

/** Where the object is; null before it exists. */
export const CardWhereabouts = z.enum([
  "nvi",
  "ptt_accepted",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "attempt_failed",
  "at_branch",
  "returning",
  "returned_held",
  "lost",
  "damaged",
  "destroyed",
  "destroyed_by_carrier",
  "under_inquiry",
]);
export type CardWhereabouts = z.infer<typeof CardWhereabouts>;

export const DeliveredTo = z.enum(["self", "family", "workplace", "office"]);
export type DeliveredTo = z.infer<typeof DeliveredTo>;

/** What the record says; the clock adds `not_yet` and `expired`. */
export const StoredValidity = z.enum(["pending", "active", "invalidated"]);
export type StoredValidity = z.infer<typeof StoredValidity>;

export const InvalidReason = z.enum(["reported_lost", "reported_stolen", "damaged", "data_error", "replaced", "permit_ended_early"]);
export type InvalidReason = z.infer<typeof InvalidReason>;

/** Stored validity and clock together, computed for a day; the database's `card_validity_on` is the same rule. */
export const CardValidity = z.enum(["pending", "not_yet", "valid", "expired", "invalidated"]);
export type CardValidity = z.infer<typeof CardValidity>;

export const RequestReason = z.enum(["first", "lost", "stolen", "damaged", "data_error", "early_replacement"]);
export type RequestReason = z.infer<typeof RequestReason>;

/** Digits that the system gives to a card. */
export const CardNumber = z.string().regex(/^\d{6,12}$/, "Kart numarası 6–12 rakamdır.");
/** A letter and what follows, as printed before the serial: "A26". */
export const SeriesCode = z.string().regex(/^[A-Z][A-Z0-9]{0,5}$/, "Seri bir harfle başlar: A26.");
