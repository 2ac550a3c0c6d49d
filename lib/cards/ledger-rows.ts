// The closed sets and rows of the valued-paper ledger (domain.md §2): serial ranges in accounts, moved by acts that stay on record.
import { z } from "zod";
import { Id, Instant, LocalDate, Version } from "../platform/http/fields.ts";
import { CardWhereabouts, SeriesCode } from "./contract.ts";

/** Who holds a serial; the database's `holding.account`. */
export const Account = z.enum([
  "mint_declared",
  "transit_mint_nvi",
  "nvi_vault",
  "nvi_floor",
  "spoiled_held",
  "qa_sample",
  "consumed",
  "destroyed",
  "missing",
  "written_off",
]);
export type Account = z.infer<typeof Account>;

/** `outside` is the world before the Mint declares. */
export const LineAccount = z.enum(["outside", ...Account.options]);
export type LineAccount = z.infer<typeof LineAccount>;

export const MovementKind = z.enum([
  "declare",
  "dispatch",
  "receive",
  "allot",
  "give_back",
  "consume",
  "spoil",
  "sample",
  "destroy",
  "lose",
  "find",
  "write_off",
  "reverse",
]);
export type MovementKind = z.infer<typeof MovementKind>;

/** At most twelve digits, so that a plain number carries it exactly. */
export const Serial = z.int().min(1).max(999_999_999_999);
/** First and last serial, both within. */
export const SerialRange = z
  .object({ first: Serial, last: Serial })
  .refine(({ first, last }) => first <= last, { path: ["last"], message: "Son numara ilkinden küçük olamaz." });
export type SerialRange = z.infer<typeof SerialRange>;
export const SerialRanges = z.array(SerialRange).min(1).max(500);

/** Kuruş. */
export const Kurus = z.int();
const Count = z.int().min(0);

export const NumberedRef = z.object({ id: Id, number: z.string() });
export type NumberedRef = z.infer<typeof NumberedRef>;

/** One movement as a list shows it; `from` and `to` are those of its first line. */
export const MovementRow = z.object({
  id: Id,
  /** Order of writing. */
  position: z.int(),
  series: SeriesCode,
  kind: MovementKind,
  quantity: Count,
  value: Kurus,
  occurredOn: LocalDate,
  at: Instant,
  actorName: z.string(),
  approvedByName: z.string().nullable(),
  reason: z.string().nullable(),
  documentNo: z.string().nullable(),
  from: LineAccount,
  to: LineAccount,
  /** Lowest and highest serial of its lines. */
  first: Serial,
  last: Serial,
  lineCount: Count,
  batch: NumberedRef.nullable(),
  shipment: NumberedRef.nullable(),
  case: NumberedRef.nullable(),
  reversesId: Id.nullable(),
  /** The movement that took this one back (L8). */
  reversedById: Id.nullable(),
});
export type MovementRow = z.infer<typeof MovementRow>;

export const MovementLine = z.object({ first: Serial, last: Serial, from: LineAccount, to: LineAccount, batch: NumberedRef.nullable() });
export type MovementLine = z.infer<typeof MovementLine>;

export const MovementRecord = MovementRow.extend({
  digits: z.int(),
  actorRole: z.string(),
  approvedRole: z.string().nullable(),
  witnessName: z.string().nullable(),
  method: z.string().nullable(),
  documentId: Id.nullable(),
  lines: z.array(MovementLine),
  allowedActions: z.array(z.enum(["reverse"])),
});
export type MovementRecord = z.infer<typeof MovementRecord>;

/** One equation of L2, `total` on the left and the terms on the right; `difference` is total less their sum. */
export const Equation = z.object({
  name: z.enum(["declared", "consumed", "cards"]),
  total: Count,
  terms: z.array(z.object({ name: z.union([Account, CardWhereabouts, z.literal("cards")]), count: Count })),
  difference: z.int(),
});
export type Equation = z.infer<typeof Equation>;

/** Paper that yields no card, valued at the tariff of the day of each event (L9). */
export const Loss = z.object({ account: z.enum(["spoiled_held", "destroyed", "missing", "written_off"]), count: Count, value: Kurus });
export type Loss = z.infer<typeof Loss>;

/** What the reconciliation says of a series; the figures are null while the reader must count it blindly. */
export const ReconciledSeries = z.object({
  code: SeriesCode,
  isBlocked: z.boolean(),
  equations: z.array(Equation).nullable(),
  losses: z.array(Loss).nullable(),
  /** Serials whose holding is not what all movements amount to. */
  replayDifference: Count.nullable(),
});

/** A stretch of the number strip; `account` is the one that most of its serials lie in, `isMixed` says that some lie elsewhere. */
export const StripRange = z.object({ first: Serial, last: Serial, account: Account, isMixed: z.boolean() });
export type StripRange = z.infer<typeof StripRange>;

export const SeriesFigures = z.object({
  declaredCount: Count,
  balances: z.record(Account, Count),
  /** Where the cards are that consumed serials became: the continuation of the flow picture. */
  cards: z.record(CardWhereabouts, Count),
  equations: z.array(Equation),
  losses: z.array(Loss),
});
export type SeriesFigures = z.infer<typeof SeriesFigures>;

const Blocked = z.object({ at: Instant, reason: z.string() }).nullable();

/** `figures` is null for those who count while an account of the series is being counted (L7). */
export const SeriesRow = z.object({
  code: SeriesCode,
  digits: z.int(),
  isDemo: z.boolean(),
  blocked: Blocked,
  figures: SeriesFigures.nullable(),
  openCaseCount: Count,
});
export type SeriesRow = z.infer<typeof SeriesRow>;

/** Price of one document today. */
export const Price = z.object({ price: Kurus, from: LocalDate, source: z.string() });
export type Price = z.infer<typeof Price>;

export const CaseKind = z.enum(["short_delivery", "over_delivery", "missing", "count_variance", "difference"]);
export type CaseKind = z.infer<typeof CaseKind>;

export const CaseRow = z.object({
  id: Id,
  number: z.string(),
  kind: CaseKind,
  series: SeriesCode,
  ranges: z.array(SerialRange),
  quantity: Count,
  /** At the tariff of the day it was opened. */
  value: Kurus,
  detail: z.string(),
  shipment: NumberedRef.nullable(),
  count: NumberedRef.nullable(),
  openedAt: Instant,
  openedByName: z.string(),
  daysOpen: Count,
  state: z.enum(["open", "resolved"]),
  resolution: z.string().nullable(),
  resolvedAt: Instant.nullable(),
  resolvedByName: z.string().nullable(),
  version: Version,
});
export type CaseRow = z.infer<typeof CaseRow>;

export const ShipmentState = z.enum(["in_transit", "received", "disputed", "settled"]);
export type ShipmentState = z.infer<typeof ShipmentState>;

export const ShipmentRow = z.object({
  id: Id,
  number: z.string(),
  series: SeriesCode,
  waybill: z.string(),
  quantity: Count,
  value: Kurus,
  boxCount: Count,
  sentOn: LocalDate,
  /** When the receipt must be written (L4). */
  dueAt: Instant,
  isOverdue: z.boolean(),
  state: ShipmentState,
  inTransitCount: Count,
  receivedAt: Instant.nullable(),
  receivedByName: z.string().nullable(),
  isDemo: z.boolean(),
  version: Version,
});
export type ShipmentRow = z.infer<typeof ShipmentRow>;

export const ShipmentBox = z.object({
  number: z.int(),
  first: Serial,
  last: Serial,
  quantity: Count,
  state: z.enum(["sent", "received", "absent"]),
  /** What of it is still on the road. */
  inTransit: z.array(SerialRange),
});
export type ShipmentBox = z.infer<typeof ShipmentBox>;

export const ShipmentRecord = ShipmentRow.extend({
  digits: z.int(),
  boxes: z.array(ShipmentBox),
  cases: z.array(CaseRow),
  movements: z.array(MovementRow),
  /** `receive` for the first receipt, `receive_box` for a box that comes later. */
  allowedActions: z.array(z.enum(["receive", "receive_box"])),
});
export type ShipmentRecord = z.infer<typeof ShipmentRecord>;

/** What needs two people (domain.md §2). */
export const StockAct = z.enum(["allot", "give_back", "destroy", "lose", "find", "write_off"]);
export type StockAct = z.infer<typeof StockAct>;

export const StockProposal = z.object({
  id: Id,
  act: StockAct,
  series: SeriesCode,
  digits: z.int(),
  ranges: z.array(SerialRange),
  quantity: Count,
  value: Kurus,
  from: Account,
  to: Account,
  batch: NumberedRef.nullable(),
  case: NumberedRef.nullable(),
  method: z.string().nullable(),
  documentNo: z.string().nullable(),
  documentId: Id.nullable(),
  reason: z.string(),
  summary: z.string(),
  proposedByName: z.string(),
  proposedAt: Instant,
  expiresAt: Instant,
  state: z.enum(["proposed", "executed", "refused", "withdrawn", "expired"]),
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  note: z.string().nullable(),
  version: Version,
  allowedDecisions: z.array(z.enum(["approve", "refuse", "withdraw"])),
  /** Why this reader may not approve, where the rule and not the permission says so (L6, Security 6). */
  hindrance: z.string().nullable(),
});
export type StockProposal = z.infer<typeof StockProposal>;
