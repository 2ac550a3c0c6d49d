// From the request of a card to the sealed batch at NVİ and its quality check (domain.md §3, "work"; B1–B3).
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Digest, Empty, Id, Instant, line, text, Version } from "../platform/http/fields.ts";
import { FileAnswer, UploadedFile } from "../platform/http/files.ts";
import { CardKind, CardWork, SeriesCode } from "./contract.ts";
import { SerialRange } from "./ledger-rows.ts";

const Count = z.int().min(0);
const Reason = text(1_000, 5);

export const BatchState = z.enum(["gathered", "allotted", "sent", "in_production", "completed", "cancelled"]);
export type BatchState = z.infer<typeof BatchState>;

export const LineState = z.enum(["waiting", "received", "validated", "printed", "error", "qc_pass", "qc_fail", "removed"]);
export type LineState = z.infer<typeof LineState>;

/** Work states that production counts: what has not left NVİ yet. */
export const ProductionWork = z.enum(["requested", "queued", "rejected_by_partner", "in_batch", "personalised", "qc_pass", "packed"]);
export type ProductionWork = z.infer<typeof ProductionWork>;

export const BatchAction = z.enum(["allot", "remove_line", "seal", "download", "take_answers", "check", "give_back", "complete", "cancel"]);
export type BatchAction = z.infer<typeof BatchAction>;

/** Takes up to `count` of the oldest requests of a series into the queue. */
export const queueCards = endpoint({
  name: "queueCards",
  method: "POST",
  path: "/api/cards/production/queue",
  permission: "production:manage",
  input: z.object({ series: SeriesCode, count: z.int().min(1).max(5_000) }),
  output: z.object({ queued: Count }),
});

export const QueueRow = z.object({
  kind: CardKind,
  work: ProductionWork,
  count: Count,
  /** Since when the oldest waits. */
  oldestSince: Instant,
  /** How many wait longer than the stage allows (K7). */
  lateCount: Count,
});
export type QueueRow = z.infer<typeof QueueRow>;

export const SeriesStock = z.object({
  code: SeriesCode,
  kinds: z.array(CardKind),
  vaultCount: Count,
  /** Reserved on batches' floors. */
  floorCount: Count,
  blockedReason: z.string().nullable(),
});
export type SeriesStock = z.infer<typeof SeriesStock>;

export const BatchRow = z.object({
  id: Id,
  number: z.string(),
  series: SeriesCode,
  state: BatchState,
  size: Count,
  lines: z.record(LineState, Count),
  floorCount: Count,
  createdAt: Instant,
  createdByName: z.string(),
  sentAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  isDemo: z.boolean(),
});
export type BatchRow = z.infer<typeof BatchRow>;

export const ManifestState = z.enum(["drawn_up", "handed_over", "matched", "disputed"]);
export type ManifestState = z.infer<typeof ManifestState>;

export const ManifestRow = z.object({
  id: Id,
  number: z.string(),
  state: ManifestState,
  total: Count,
  pttCount: Count.nullable(),
  createdAt: Instant,
  createdByName: z.string(),
  handedOverAt: Instant.nullable(),
  isDemo: z.boolean(),
});
export type ManifestRow = z.infer<typeof ManifestRow>;

export const ProductionBoard = z.object({
  queue: z.array(QueueRow),
  stock: z.array(SeriesStock),
  /** Those under way, then the last twenty. */
  batches: z.array(BatchRow),
  manifests: z.array(ManifestRow),
  packedCount: Count,
  asOf: Instant,
  allowedActions: z.array(z.enum(["queue", "gather", "pack", "draw_up"])),
});
export type ProductionBoard = z.infer<typeof ProductionBoard>;

export const readProductionBoard = endpoint({
  name: "readProductionBoard",
  method: "GET",
  path: "/api/cards/production",
  permission: "production:read",
  input: Empty,
  output: ProductionBoard,
});

export const BatchLine = z.object({
  line: z.int(),
  cardId: Id,
  cardNumber: z.string(),
  permitNumber: z.string(),
  kind: CardKind,
  provinceId: z.int(),
  work: CardWork,
  /** The permit ended while the card was made: it is not to be handed out (P6). */
  isInvalidated: z.boolean(),
  serial: z.int().nullable(),
  state: LineState,
  errorCode: z.string().nullable(),
  errorText: z.string().nullable(),
  updatedAt: Instant,
});
export type BatchLine = z.infer<typeof BatchLine>;

export const PartnerAnswerRow = z.object({
  id: Id,
  receivedAt: Instant,
  receivedByName: z.string(),
  source: z.enum(["file", "endpoint"]),
  sha256: Digest,
  lines: Count,
});
export type PartnerAnswerRow = z.infer<typeof PartnerAnswerRow>;

export const BatchRecord = BatchRow.extend({
  digits: z.int(),
  version: Version,
  allottedAt: Instant.nullable(),
  fileDigest: Digest.nullable(),
  rows: z.array(BatchLine),
  /** What of the series lies on this batch's floor. */
  floor: z.array(SerialRange),
  /** Of the floor, what no open line holds: to be given back. */
  spare: z.array(SerialRange),
  /** The next serials of the vault that would do; empty where it has too few. */
  suggested: z.array(SerialRange),
  answers: z.array(PartnerAnswerRow),
  blockedReason: z.string().nullable(),
  /** An allotment or a return that waits for a second person. */
  waiting: z.object({ proposalId: Id, summary: z.string(), proposedByName: z.string() }).nullable(),
  allowedActions: z.array(BatchAction),
});
export type BatchRecord = z.infer<typeof BatchRecord>;

/** Gathers up to `count` queued cards of a series' kinds, oldest first. Refused while the series is blocked (L2). */
export const gatherBatch = endpoint({
  name: "gatherBatch",
  method: "POST",
  path: "/api/cards/batches",
  permission: "production:manage",
  input: z.object({ series: SeriesCode, count: z.int().min(1).max(2_000) }),
  output: BatchRecord,
});

export const readBatch = endpoint({
  name: "readBatch",
  method: "GET",
  path: "/api/cards/batches/[batchId]",
  permission: "production:read",
  input: z.object({ batchId: Id }),
  output: BatchRecord,
});

/** Takes a card out before the batch is sealed; it goes back into the queue. */
export const removeBatchLine = endpoint({
  name: "removeBatchLine",
  method: "POST",
  path: "/api/cards/batches/[batchId]/remove-line",
  permission: "production:manage",
  input: z.object({ batchId: Id, version: Version, line: z.int().min(1).max(32_767), reason: Reason }),
  output: BatchRecord,
});

/**
 * Gives each line its serial and fixes what NVİ gets by its SHA-256 (K10). Until the first answer it may be sealed again, after a
 * correction of a record.
 */
export const sealBatch = endpoint({
  name: "sealBatch",
  method: "POST",
  path: "/api/cards/batches/[batchId]/seal",
  permission: "production:manage",
  input: z.object({ batchId: Id, version: Version }),
  output: BatchRecord,
});

/** The file for NVİ, made again from the records and compared with its seal: personal data lies nowhere in the clear. */
export const downloadBatchFile = endpoint({
  name: "downloadBatchFile",
  method: "GET",
  path: "/api/cards/batches/[batchId]/file",
  permission: "production:manage",
  answersFile: true,
  input: z.object({ batchId: Id, format: z.enum(["csv", "xml"]).default("csv") }),
  output: FileAnswer,
});

export const AnswerOutcome = z.object({
  batchId: Id,
  batchNumber: z.string(),
  /** The same bytes had come before: nothing was done again. */
  isRepeated: z.boolean(),
  received: Count,
  validated: Count,
  printed: Count,
  errors: Count,
  /** Lines that were further already. */
  unchanged: Count,
});
export type AnswerOutcome = z.infer<typeof AnswerOutcome>;

/** NVİ's answers to a batch, as a file that a person uploads. One wrong line and nothing is taken. */
export const takeBatchAnswers = endpoint({
  name: "takeBatchAnswers",
  method: "POST",
  path: "/api/cards/batches/[batchId]/answers",
  permission: "production:manage",
  takesFile: true,
  maxBytes: 4 * 1_048_576,
  input: z.object({ batchId: Id, file: UploadedFile }),
  output: AnswerOutcome,
});

/** The same brought by NVİ's machine with its own key (NVI_KEY). */
export const receivePartnerAnswers = endpoint({
  name: "receivePartnerAnswers",
  method: "POST",
  path: "/api/cards/production/answers",
  permission: "public",
  bearer: "partnerKey",
  limitPerMinute: 30,
  takesFile: true,
  maxBytes: 4 * 1_048_576,
  input: z.object({ partnerKey: z.string(), file: UploadedFile }),
  output: AnswerOutcome,
});

/** As scanned or typed: "A260123456" or the digits alone. */
const TypedSerial = line(24, 1);

/**
 * The quality check, many cards at a time. A pass makes the blank a card (L5); a fail spoils it with its reason and witness, and the
 * card waits again for another serial.
 */
export const recordQuality = endpoint({
  name: "recordQuality",
  method: "POST",
  path: "/api/cards/batches/[batchId]/quality",
  permission: "production:manage",
  input: z.object({
    batchId: Id,
    version: Version,
    passed: z.array(TypedSerial).max(2_000),
    failed: z.array(z.object({ serial: TypedSerial, reason: line(300, 5) })).max(500),
    /** Who saw the spoiled blanks; demanded with the first of them. */
    witnessName: line(120, 0).default(""),
  }),
  output: BatchRecord,
});

/** Every line has ended and nothing is left on the floor. */
export const completeBatch = endpoint({
  name: "completeBatch",
  method: "POST",
  path: "/api/cards/batches/[batchId]/complete",
  permission: "production:manage",
  input: z.object({ batchId: Id, version: Version }),
  output: BatchRecord,
});

/** Before it is sealed. Its cards wait again, and what lies on its floor is given back by two persons. */
export const cancelBatch = endpoint({
  name: "cancelBatch",
  method: "POST",
  path: "/api/cards/batches/[batchId]/cancel",
  permission: "production:manage",
  input: z.object({ batchId: Id, version: Version, reason: Reason }),
  output: BatchRecord,
});
