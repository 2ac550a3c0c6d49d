// The card's record, its list and what an office does with it.
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { listOf, numberParam, ProvinceId } from "../permits/contract.ts";
import { Id, Instant, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { FileAnswer } from "../platform/http/files.ts";
import { CardAxis, CardEventKind } from "./card-history.ts";
import { CardDesign, CardKind, CardValidity, CardWhereabouts, CardWork, DeliveredTo, InvalidReason, RequestReason } from "./contract.ts";
import { Milestone, ReturnCause } from "./delivery-contract.ts";
import { CardExceptionKind } from "./exceptions.ts";

export const CardSort = z.enum(["newest", "oldest", "number"]);
export type CardSort = z.infer<typeof CardSort>;

/** URL, query key and BFF input at once. Holds no personal value, so it may stand in an address. */
export const CardFilter = z.object({
  design: listOf(CardDesign).optional(),
  validity: listOf(CardValidity).optional(),
  whereabouts: listOf(CardWhereabouts).optional(),
  work: listOf(CardWork).optional(),
  kind: listOf(CardKind).optional(),
  province: listOf(numberParam.pipe(ProvinceId)).optional(),
  /** With an open exception of one of these kinds. */
  exception: listOf(CardExceptionKind).optional(),
  permit: Id.optional(),
  sort: CardSort.optional(),
});
export type CardFilter = z.infer<typeof CardFilter>;

export const CardRow = z.object({
  id: Id,
  number: z.string(),
  serialNumber: z.string().nullable(),
  permit: z.object({ id: Id, number: z.string() }),
  name: z.string(),
  kind: CardKind,
  design: CardDesign,
  provinceId: z.int(),
  validity: CardValidity,
  invalidReason: InvalidReason.nullable(),
  validTo: LocalDate.nullable(),
  whereabouts: CardWhereabouts.nullable(),
  whereaboutsSince: Instant.nullable(),
  deliveredTo: DeliveredTo.nullable(),
  work: CardWork,
  workSince: Instant,
  requestedAt: Instant,
  /** Kinds of its open exceptions. */
  exceptions: z.array(CardExceptionKind),
});
export type CardRow = z.infer<typeof CardRow>;

/** 50 cards in the filter's order; `after` is the last answer's `next`. It never waits for a count. */
export const listCards = endpoint({
  name: "listCards",
  method: "GET",
  path: "/api/cards",
  permission: "card:read",
  input: CardFilter.extend({ after: z.string().max(200).optional() }),
  output: z.object({ cards: z.array(CardRow), next: z.string().nullable(), asOf: Instant }),
});

/** The exact number of cards that a filter finds in the actor's rows. */
export const countCards = endpoint({
  name: "countCards",
  method: "GET",
  path: "/api/cards/count",
  permission: "card:read",
  input: CardFilter,
  output: z.object({ total: z.int(), asOf: Instant }),
});

export const CardHit = CardRow.pick({ id: true, number: true, serialNumber: true, name: true, design: true, validity: true }).extend({
  /** What the text was the beginning of. */
  matched: z.enum(["number", "serial", "barcode"]),
});
export type CardHit = z.infer<typeof CardHit>;

export const CardEventRow = z.object({
  id: Id,
  axis: CardAxis,
  kind: CardEventKind,
  at: Instant,
  actorName: z.string(),
  approvedBy: z.string().nullable(),
  reason: z.string().nullable(),
  work: CardWork.nullable(),
  whereabouts: CardWhereabouts.nullable(),
  deliveredTo: DeliveredTo.nullable(),
  invalidReason: InvalidReason.nullable(),
  /** The paper that goes with it. */
  file: z.object({ id: Id, name: z.string() }).nullable(),
});
export type CardEventRow = z.infer<typeof CardEventRow>;

/** A report of PTT as it is kept, with what its code means; one that was taken back stays and says by which. */
export const CarrierReportRow = z.object({
  id: Id,
  barcode: z.string(),
  code: z.string(),
  text: z.string(),
  branch: z.string(),
  at: Instant,
  receivedAt: Instant,
  /** Null for a code that no version of the table knows. */
  milestone: Milestone.nullable(),
  reversedById: Id.nullable(),
});
export type CarrierReportRow = z.infer<typeof CarrierReportRow>;

export const ExceptionAction = z.enum(["take", "plan_collection", "close"]);
export type ExceptionAction = z.infer<typeof ExceptionAction>;

export const CardExceptionRow = z.object({
  id: Id,
  kind: CardExceptionKind,
  cause: ReturnCause.nullable(),
  detail: z.string(),
  openedAt: Instant,
  dueOn: LocalDate,
  isOverdue: z.boolean(),
  owner: z.object({ id: Id.nullable(), name: z.string() }).nullable(),
  closedAt: Instant.nullable(),
  closedByName: z.string().nullable(),
  resolution: z.string().nullable(),
  version: Version,
  allowedActions: z.array(ExceptionAction),
});
export type CardExceptionRow = z.infer<typeof CardExceptionRow>;

export const CardAction = z.enum([
  "confirm_address",
  "resend",
  "deliver",
  "destroy",
  "report_lost",
  "report_stolen",
  "report_damaged",
  "report_data_error",
  "report_found",
  "correct_delivery",
]);
export type CardAction = z.infer<typeof CardAction>;

/** How an address was confirmed. */
export const AddressSource = z.enum(["phone", "visit", "letter", "registry"]);
export type AddressSource = z.infer<typeof AddressSource>;

/** Where a card may be after all, when it was not delivered (K6). */
export const CorrectedWhereabouts = z.enum(["under_inquiry", "at_branch", "returned_held", "lost"]);
export type CorrectedWhereabouts = z.infer<typeof CorrectedWhereabouts>;

const CardRef = z.object({ id: Id, number: z.string() });

export const CardRecord = CardRow.omit({ exceptions: true }).extend({
  version: Version,
  permit: z.object({ id: Id, number: z.string(), employerTitle: z.string().nullable() }),
  series: z.string().nullable(),
  legacyNumber: z.string().nullable(),
  barcode: z.string().nullable(),
  validFrom: LocalDate,
  issuedOn: LocalDate.nullable(),
  requestReason: RequestReason,
  activatedAt: Instant.nullable(),
  invalidatedAt: Instant.nullable(),
  /** Days that the stage may last (K7), where there is a limit. */
  workLimit: z.int().nullable(),
  whereaboutsLimit: z.int().nullable(),
  replaces: CardRef.nullable(),
  replacedBy: CardRef.nullable(),
  /** Told to those who may read production. */
  batchId: Id.nullable(),
  /** Null while the permit's own address counts; the address itself is sealed. */
  address: z.object({ source: AddressSource, confirmedAt: Instant, confirmedByName: z.string() }).nullable(),
  addressConfirmedAt: Instant.nullable(),
  events: z.array(CardEventRow),
  reports: z.array(CarrierReportRow),
  exceptions: z.array(CardExceptionRow),
  pendingCorrection: z.object({ proposalId: Id, whereabouts: CorrectedWhereabouts, proposedBy: z.string(), expiresAt: Instant }).nullable(),
  allowedActions: z.array(CardAction),
});
export type CardRecord = z.infer<typeof CardRecord>;

/** One card with its whole life on three axes. Recorded: opening a record is a read of personal data. */
export const readCard = endpoint({
  name: "readCard",
  method: "GET",
  path: "/api/cards/[cardId]",
  permission: "card:read",
  input: z.object({ cardId: Id }),
  output: CardRecord,
});

/** A paper of the card's history. */
export const readCardFile = endpoint({
  name: "readCardFile",
  method: "GET",
  path: "/api/cards/[cardId]/files/[fileId]",
  permission: "card:read",
  answersFile: true,
  input: z.object({ cardId: Id, fileId: Id }),
  output: FileAnswer,
});

const Reason = text(1_000, 5);
const handle = { cardId: Id, version: Version };
/** Put aside by `stagePermitFile` of the permits' contract: petition, police report, signed receipt. */
const evidence = { evidenceFileId: Id.optional() };

export const ReportGround = z.enum(["lost", "stolen", "damaged", "data_error", "found"]);
export type ReportGround = z.infer<typeof ReportGround>;

/**
 * What the holder or an office reports about a card. Lost and stolen end it at once and ask for a new one in the same
 * transaction (K3); damaged and wrong data ask for a new one and leave this one until the new one is handed over; a found card
 * never becomes valid again (K9).
 */
export const reportCard = endpoint({
  name: "reportCard",
  method: "POST",
  path: "/api/cards/[cardId]/report",
  permission: "card:report",
  input: z.object({ ...handle, ground: ReportGround, reason: Reason, ...evidence }),
  output: CardRecord,
});

/** K8: the address to send to, confirmed with the holder; sealed at rest. */
export const confirmCardAddress = endpoint({
  name: "confirmCardAddress",
  method: "POST",
  path: "/api/cards/[cardId]/address",
  permission: "card:deliver",
  input: z.object({ ...handle, source: AddressSource, address: line(300, 10), ...evidence }),
  output: CardRecord,
});

/** Sends a returned card again, after its address was confirmed (K8). `barcode` is PTT's new one, if it gave one. */
export const resendCard = endpoint({
  name: "resendCard",
  method: "POST",
  path: "/api/cards/[cardId]/resend",
  permission: "card:deliver",
  input: z.object({
    ...handle,
    barcode: line(30, 5)
      .pipe(z.string().regex(/^[A-Z0-9]+$/, "Barkod büyük harf ve rakamdan oluşur."))
      .optional(),
  }),
  output: CardRecord,
});

/** Hands a returned card over at the office. */
export const deliverCard = endpoint({
  name: "deliverCard",
  method: "POST",
  path: "/api/cards/[cardId]/deliver",
  permission: "card:deliver",
  input: z.object({ ...handle, to: DeliveredTo, reason: Reason, ...evidence }),
  output: CardRecord,
});

/** Destroys a card in the presence of a witness, with the number and the scan of the signed minutes. */
export const destroyCard = endpoint({
  name: "destroyCard",
  method: "POST",
  path: "/api/cards/[cardId]/destroy",
  permission: "card:deliver",
  input: z.object({ ...handle, witnessName: line(120, 5), documentNumber: line(40, 2), reason: Reason, evidenceFileId: Id }),
  output: CardRecord,
});
