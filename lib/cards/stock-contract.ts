// Acts on valued paper that need two people, blind counts, cases and the papers that go with them (domain.md §2, L2, L6, L7).
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { DecisionFields, StepUp } from "../access/proposals-contract.ts";
import { Empty, Id, Instant, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { FileAnswer, UploadedFile } from "../platform/http/files.ts";
import { SeriesCode } from "./contract.ts";
import {
  Account,
  CaseKind,
  CaseRow,
  Kurus,
  MovementRow,
  NumberedRef,
  Price,
  ReconciledSeries,
  SerialRange,
  SerialRanges,
  StockProposal,
} from "./ledger-rows.ts";

const Count = z.int().min(0);
const Reason = text(1_000, 5);
const held = { series: SeriesCode, ranges: SerialRanges };
/** Scan of the report or the minutes, put aside by `stageStockDocument`. */
const evidence = { documentId: Id.optional() };

/** `lose` without a case opens one (kind `missing`) at once; the serials are moved when the second person has approved. */
export const StockActInput = z.discriminatedUnion("act", [
  z.object({ act: z.literal("allot"), ...held, batchId: Id }),
  z.object({ act: z.literal("give_back"), ...held, batchId: Id }),
  z.object({
    act: z.literal("destroy"),
    ...held,
    from: z.enum(["spoiled_held", "qa_sample"]),
    /** How: shredded, burnt, … */
    method: line(200, 3),
    /** Number of the tutanak. */
    documentNo: line(60, 2),
    /** Its scan, where it is signed already; otherwise the second person brings it. */
    documentId: Id.optional(),
  }),
  z.object({
    act: z.literal("lose"),
    ...held,
    from: z.enum(["transit_mint_nvi", "nvi_vault", "nvi_floor", "spoiled_held", "qa_sample"]),
    ...{ batchId: Id.optional(), caseId: Id.optional(), ...evidence },
  }),
  z.object({ act: z.literal("find"), ...held, caseId: Id, to: z.enum(["nvi_vault", "spoiled_held"]), ...evidence }),
  z.object({ act: z.literal("write_off"), ...held, caseId: Id, ...evidence }),
]);
export type StockActInput = z.infer<typeof StockActInput>;

/** First of the two persons. Refused at once where the serials do not lie there, and for an allotment from a blocked series. */
export const proposeStockMovement = endpoint({
  name: "proposeStockMovement",
  method: "POST",
  path: "/api/cards/ledger/proposals",
  permission: "ledger:move",
  input: z.object({ movement: StockActInput, reason: Reason, stepUp: StepUp }),
  output: StockProposal,
});

/** Those that wait, oldest first. */
export const listStockProposals = endpoint({
  name: "listStockProposals",
  method: "GET",
  path: "/api/cards/ledger/proposals",
  permission: "ledger:read",
  input: z.object({ series: SeriesCode.optional(), batch: Id.optional(), case: Id.optional() }),
  output: z.object({ proposals: z.array(StockProposal) }),
});

export const readStockProposal = endpoint({
  name: "readStockProposal",
  method: "GET",
  path: "/api/cards/ledger/proposals/[proposalId]",
  permission: "ledger:read",
  input: z.object({ proposalId: Id }),
  output: StockProposal,
});

export const StockOutcome = z.object({
  proposalId: Id,
  state: z.enum(["executed", "refused", "withdrawn"]),
  /** The movement that was made of it. */
  movementId: Id.nullable(),
});
export type StockOutcome = z.infer<typeof StockOutcome>;

/**
 * The second person. Destruction needs one of another role (L6), destruction and write-off the scan of the signed tutanak, from
 * the proposer or from here; who moves stock never approves a write-off (Security 6).
 */
export const decideStockMovement = endpoint({
  name: "decideStockMovement",
  method: "POST",
  path: "/api/cards/ledger/proposals/[proposalId]/decide",
  permission: "ledger:decide",
  input: DecisionFields.extend({ documentId: Id.optional() }),
  output: StockOutcome,
});

export const withdrawStockMovement = endpoint({
  name: "withdrawStockMovement",
  method: "POST",
  path: "/api/cards/ledger/proposals/[proposalId]/withdraw",
  permission: "ledger:move",
  input: DecisionFields.omit({ decision: true, note: true }),
  output: StockOutcome,
});

/** The tutanak of a destruction, for print: a page of the browser, since it is signed by hand. */
export const readDestructionRecord = endpoint({
  name: "readDestructionRecord",
  method: "GET",
  path: "/api/cards/ledger/movements/[movementId]/destruction-record",
  permission: "ledger:read",
  input: z.object({ movementId: Id }),
  output: z.object({
    documentNo: z.string(),
    series: SeriesCode,
    digits: z.int(),
    ranges: z.array(SerialRange),
    quantity: Count,
    value: Kurus,
    method: z.string(),
    reason: z.string(),
    occurredOn: LocalDate,
    at: Instant,
    /** The two people, of different roles (L6). */
    people: z.array(z.object({ name: z.string(), role: z.string() })),
    documentId: Id.nullable(),
  }),
});

/** A scanned paper, put aside until a proposal or its decision names it; judged by content. */
export const stageStockDocument = endpoint({
  name: "stageStockDocument",
  method: "POST",
  path: "/api/cards/ledger/documents",
  permission: "ledger:decide",
  takesFile: true,
  maxBytes: 16 * 1_048_576,
  input: z.object({ file: UploadedFile }),
  output: z.object({ documentId: Id, name: z.string(), size: z.int() }),
});

export const readStockDocument = endpoint({
  name: "readStockDocument",
  method: "GET",
  path: "/api/cards/ledger/documents/[documentId]",
  permission: "ledger:read",
  answersFile: true,
  input: z.object({ documentId: Id }),
  output: FileAnswer,
});

export const CountState = z.enum(["counting", "matched", "variance", "abandoned"]);
export type CountState = z.infer<typeof CountState>;

/** What another counter wrote is null until both sheets are in (L7). */
export const CountSheet = z.object({
  counterName: z.string(),
  at: Instant,
  isOwn: z.boolean(),
  quantity: Count.nullable(),
  ranges: z.array(SerialRange).nullable(),
});

export const StockCountRecord = z.object({
  id: Id,
  number: z.string(),
  series: SeriesCode,
  digits: z.int(),
  account: Account,
  batch: NumberedRef.nullable(),
  state: CountState,
  startedAt: Instant,
  startedByName: z.string(),
  closedAt: Instant.nullable(),
  sheets: z.array(CountSheet),
  /** Of the book; null until both sheets are in. */
  bookQuantity: Count.nullable(),
  /** Serials that only a sheet or only the book has, where serials were read; null until both are in. */
  onlyInBook: z.array(SerialRange).nullable(),
  onlyOnSheets: z.array(SerialRange).nullable(),
  case: NumberedRef.nullable(),
  version: Version,
  allowedActions: z.array(z.enum(["hand_in", "abandon"])),
});
export type StockCountRecord = z.infer<typeof StockCountRecord>;

/** The account stands still until both sheets are in or the count is abandoned. */
export const startCount = endpoint({
  name: "startCount",
  method: "POST",
  path: "/api/cards/ledger/counts",
  permission: "ledger:count",
  input: z.object({ series: SeriesCode, account: z.enum(["nvi_vault", "nvi_floor", "spoiled_held", "qa_sample"]), batchId: Id.optional() }),
  output: StockCountRecord,
});

/** The newest hundred. */
export const listCounts = endpoint({
  name: "listCounts",
  method: "GET",
  path: "/api/cards/ledger/counts",
  permission: "ledger:read",
  input: z.object({ series: SeriesCode.optional() }),
  output: z.object({ counts: z.array(StockCountRecord) }),
});

export const readCount = endpoint({
  name: "readCount",
  method: "GET",
  path: "/api/cards/ledger/counts/[countId]",
  permission: "ledger:read",
  input: z.object({ countId: Id }),
  output: StockCountRecord,
});

/** One sheet a person, two persons a count; the second closes it. `ranges` may be left out where only pieces were counted. */
export const handInSheet = endpoint({
  name: "handInSheet",
  method: "POST",
  path: "/api/cards/ledger/counts/[countId]/sheets",
  permission: "ledger:count",
  input: z.object({ countId: Id, quantity: z.int().min(0).max(99_999_999), ranges: z.array(SerialRange).max(500).default([]) }),
  output: StockCountRecord,
});

export const abandonCount = endpoint({
  name: "abandonCount",
  method: "POST",
  path: "/api/cards/ledger/counts/[countId]/abandon",
  permission: "ledger:count",
  input: z.object({ countId: Id, version: Version }),
  output: StockCountRecord,
});

export const CaseRecord = CaseRow.extend({
  digits: z.int(),
  /** Serials of the case that are still on the road or missing. */
  unsettled: z.array(z.object({ first: z.int(), last: z.int(), account: Account })),
  movements: z.array(MovementRow),
  proposals: z.array(StockProposal),
  allowedActions: z.array(z.enum(["lose", "find", "write_off", "resolve"])),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

/** Open ones first, then the newest; at most 200. */
export const listCases = endpoint({
  name: "listCases",
  method: "GET",
  path: "/api/cards/ledger/cases",
  permission: "ledger:read",
  input: z.object({ series: SeriesCode.optional(), kind: CaseKind.optional(), state: z.enum(["open", "resolved"]).optional() }),
  output: z.object({ cases: z.array(CaseRow) }),
});

export const readCase = endpoint({
  name: "readCase",
  method: "GET",
  path: "/api/cards/ledger/cases/[caseId]",
  permission: "ledger:read",
  input: z.object({ caseId: Id }),
  output: CaseRecord,
});

/** Refused while serials of the case are on the road or missing, and of a difference while the equations do not hold. */
export const resolveCase = endpoint({
  name: "resolveCase",
  method: "POST",
  path: "/api/cards/ledger/cases/[caseId]/resolve",
  permission: "stock_case:resolve",
  input: z.object({ caseId: Id, version: Version, resolution: text(2_000, 10) }),
  output: CaseRecord,
});

/** Every series' equations, worked out now from the lines, the holdings and the cards. */
export const readReconciliation = endpoint({
  name: "readReconciliation",
  method: "GET",
  path: "/api/cards/ledger/reconciliation",
  permission: "ledger:read",
  input: Empty,
  output: z.object({
    asOf: Instant,
    price: Price,
    series: z.array(ReconciledSeries),
  }),
});
