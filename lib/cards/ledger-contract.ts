// Valued paper up to the moment a blank becomes a card (domain.md §2): series, serials, movements, shipments. Acts of two people,
// counts and cases: stock-contract.ts.
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { listOf } from "../permits/contract.ts";
import { Empty, Id, Instant, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { CardWhereabouts, SeriesCode } from "./contract.ts";
import {
  Account,
  CaseRow,
  MovementKind,
  MovementRecord,
  MovementRow,
  NumberedRef,
  Price,
  Serial,
  SerialRange,
  SerialRanges,
  SeriesRow,
  ShipmentRecord,
  ShipmentRow,
  ShipmentState,
  StockProposal,
  StripRange,
} from "./ledger-rows.ts";

/** Legal day of an act, today unless told; never later. Its tariff gives the value (L9). */
const OccurredOn = LocalDate.optional();
const Reason = text(1_000, 5);

/** An account that stands still because it is being counted. */
export const OpenCount = z.object({ id: Id, number: z.string(), account: Account, startedAt: Instant });
export type OpenCount = z.infer<typeof OpenCount>;

export const SeriesAction = z.enum(["declare", "dispatch", "spoil", "sample", "allot", "give_back", "destroy", "lose", "count"]);
export type SeriesAction = z.infer<typeof SeriesAction>;

export const SeriesRecord = SeriesRow.extend({
  price: Price,
  /** At most 400 stretches; what is missing always stands by itself. Null with `figures`. */
  strip: z.array(StripRange).nullable(),
  /** Spoiled, sampled and destroyed serials for ticks on the strip, at most 500. */
  marks: z.array(StripRange).nullable(),
  counting: z.array(OpenCount),
  recent: z.array(MovementRow),
  openCases: z.array(CaseRow),
  proposals: z.array(StockProposal),
  /** Shipments that are on the road or disputed. */
  shipments: z.array(ShipmentRow),
  asOf: Instant,
  allowedActions: z.array(SeriesAction),
});
export type SeriesRecord = z.infer<typeof SeriesRecord>;

export const listSeries = endpoint({
  name: "listSeries",
  method: "GET",
  path: "/api/cards/ledger/series",
  permission: "ledger:read",
  input: Empty,
  output: z.object({ series: z.array(SeriesRow), price: Price, asOf: Instant }),
});

export const readSeries = endpoint({
  name: "readSeries",
  method: "GET",
  path: "/api/cards/ledger/series/[series]",
  permission: "ledger:read",
  input: z.object({ series: SeriesCode }),
  output: SeriesRecord,
});

/** A stretch of serials in one place; `account` is null where nobody has declared them. */
export const SerialSegment = z.object({
  first: Serial,
  last: Serial,
  account: Account.nullable(),
  batch: NumberedRef.nullable(),
  shipment: NumberedRef.nullable(),
  /** Of a single serial that became a card. */
  card: z.object({ id: Id, number: z.string(), whereabouts: CardWhereabouts.nullable() }).nullable(),
});
export type SerialSegment = z.infer<typeof SerialSegment>;

/** "Where is A26 0123456?" `q` is a serial or a range as people write it: "A26 0123456", "A26 118001-118500". */
export const findSerials = endpoint({
  name: "findSerials",
  method: "GET",
  path: "/api/cards/ledger/serials",
  permission: "ledger:read",
  input: z.object({ q: line(60, 2) }),
  output: z.object({
    series: SeriesCode,
    digits: z.int(),
    first: Serial,
    last: Serial,
    /** At most 200. */
    segments: z.array(SerialSegment),
    /** Everything that ever moved one of them, newest first, at most 200. */
    movements: z.array(MovementRow),
    isCut: z.boolean(),
  }),
});

/** What a serial became, without its holder: whoever keeps stock follows numbers, not people. */
export const SeriesCard = z.object({
  id: Id,
  serial: Serial,
  serialNumber: z.string(),
  number: z.string(),
  whereabouts: CardWhereabouts,
  since: Instant.nullable(),
  batch: NumberedRef.nullable(),
});
export type SeriesCard = z.infer<typeof SeriesCard>;

/** Cards of a series by their serials, a hundred a page: what a place behind the ledger opens. `after` is the last serial seen. */
export const listSeriesCards = endpoint({
  name: "listSeriesCards",
  method: "GET",
  path: "/api/cards/ledger/series/[series]/cards",
  permission: "ledger:read",
  input: z.object({
    series: SeriesCode,
    whereabouts: listOf(CardWhereabouts).optional(),
    after: z.coerce.number<string>().pipe(z.int().min(1)).optional(),
  }),
  output: z.object({ cards: z.array(SeriesCard), total: z.int(), next: Serial.nullable() }),
});

export const MovementFilter = z.object({
  series: SeriesCode.optional(),
  kind: MovementKind.optional(),
  /** Into or out of this account: what a box of the flow picture opens. */
  account: Account.optional(),
  batch: Id.optional(),
  shipment: Id.optional(),
  case: Id.optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
});
export type MovementFilter = z.infer<typeof MovementFilter>;

/** Fifty a page, newest first; `after` is the position of the last one seen. */
export const listMovements = endpoint({
  name: "listMovements",
  method: "GET",
  path: "/api/cards/ledger/movements",
  permission: "ledger:read",
  input: MovementFilter.extend({ after: z.coerce.number<string>().pipe(z.int().min(1)).optional() }),
  output: z.object({ movements: z.array(MovementRow), next: z.int().nullable() }),
});

export const readMovement = endpoint({
  name: "readMovement",
  method: "GET",
  path: "/api/cards/ledger/movements/[movementId]",
  permission: "ledger:read",
  input: z.object({ movementId: Id }),
  output: MovementRecord,
});

/** Takes back a whole movement of one person by a new one that cites it (L8). Acts of two people are taken back by their own counter-act. */
export const reverseMovement = endpoint({
  name: "reverseMovement",
  method: "POST",
  path: "/api/cards/ledger/movements/[movementId]/reverse",
  permission: "ledger:move",
  input: z.object({ movementId: Id, reason: Reason }),
  output: MovementRecord,
});

/** The Mint says that it has printed these; a series not known yet begins with it. */
export const declareSerials = endpoint({
  name: "declareSerials",
  method: "POST",
  path: "/api/cards/ledger/declarations",
  permission: "ledger:move",
  input: z.object({
    series: SeriesCode,
    ranges: SerialRanges,
    documentNo: line(60, 2),
    occurredOn: OccurredOn,
    reason: text(1_000, 0).default(""),
  }),
  output: MovementRecord,
});

/** What the Mint sends under a waybill, box by box; serials it has not declared yet are declared with it. */
export const dispatchShipment = endpoint({
  name: "dispatchShipment",
  method: "POST",
  path: "/api/cards/ledger/shipments",
  permission: "ledger:move",
  input: z.object({
    series: SeriesCode,
    waybill: line(60, 2),
    sentOn: OccurredOn,
    /** Working days until the receipt must be written. */
    dueInDays: z.int().min(1).max(30).default(3),
    boxes: z
      .array(z.object({ number: z.int().min(1).max(9_999), first: Serial, last: Serial }))
      .min(1)
      .max(300),
  }),
  output: ShipmentRecord,
});

/** The newest 200, those on the road first. */
export const listShipments = endpoint({
  name: "listShipments",
  method: "GET",
  path: "/api/cards/ledger/shipments",
  permission: "ledger:read",
  input: z.object({ series: SeriesCode.optional(), state: ShipmentState.optional() }),
  output: z.object({ shipments: z.array(ShipmentRow) }),
});

export const readShipment = endpoint({
  name: "readShipment",
  method: "GET",
  path: "/api/cards/ledger/shipments/[shipmentId]",
  permission: "ledger:read",
  input: z.object({ shipmentId: Id }),
  output: ShipmentRecord,
});

/** `missing`: serials that the opened box does not hold. */
export const BoxReceipt = z.object({
  number: z.int(),
  outcome: z.enum(["received", "absent"]),
  missing: z.array(SerialRange).max(100).default([]),
});
export type BoxReceipt = z.infer<typeof BoxReceipt>;

/**
 * The first receipt: every box of the list, once. What came goes to the vault; what did not stays on the road and opens a case
 * (L4). `extra` came unlisted: a case, never a movement. Whoever wrote the dispatch does not receive it.
 */
export const receiveShipment = endpoint({
  name: "receiveShipment",
  method: "POST",
  path: "/api/cards/ledger/shipments/[shipmentId]/receive",
  permission: "ledger:move",
  input: z.object({
    shipmentId: Id,
    version: Version,
    boxes: z.array(BoxReceipt).min(1).max(300),
    extra: z.array(SerialRange).max(100).default([]),
    note: text(1_000, 0).default(""),
  }),
  output: ShipmentRecord,
});

/** Everything of one box that is still on the road arrives later. */
export const receiveBox = endpoint({
  name: "receiveBox",
  method: "POST",
  path: "/api/cards/ledger/shipments/[shipmentId]/boxes/[boxNumber]/receive",
  permission: "ledger:move",
  input: z.object({
    shipmentId: Id,
    boxNumber: z.coerce.number<string | number>().pipe(z.int().min(1).max(9_999)),
    version: Version,
    note: text(1_000, 0).default(""),
  }),
  output: ShipmentRecord,
});

/** Where a blank lies that one person may move: the vault, or a batch's floor stock. */
const heldPlace = { from: z.enum(["nvi_vault", "nvi_floor"]), batchId: Id.optional() };

/** Unusable blanks leave stock, with what happened and who saw it. A blank that stands on a batch's line fails at its quality check instead. */
export const spoilSerials = endpoint({
  name: "spoilSerials",
  method: "POST",
  path: "/api/cards/ledger/series/[series]/spoil",
  permission: "ledger:move",
  input: z.object({
    series: SeriesCode,
    ranges: SerialRanges,
    ...heldPlace,
    reason: Reason,
    witnessName: line(120, 3),
    occurredOn: OccurredOn,
    /** Scan of the record that both signed; put aside by `stageStockDocument`. */
    documentId: Id.optional(),
  }),
  output: MovementRecord,
});

/** Blanks taken for quality tests; they are never issued. */
export const sampleSerials = endpoint({
  name: "sampleSerials",
  method: "POST",
  path: "/api/cards/ledger/series/[series]/sample",
  permission: "ledger:move",
  input: z.object({ series: SeriesCode, ranges: SerialRanges, ...heldPlace, reason: Reason, occurredOn: OccurredOn }),
  output: MovementRecord,
});
