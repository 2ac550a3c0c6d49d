/** After dispatch: the recipient board, evidence, reminders, waivers and what only a person can do. */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { ChannelKind, RecipientRole } from "../institutions/contract.ts";
import { Digest, Id, Instant, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { FileAnswer, UploadedFile } from "../platform/http/files.ts";
import { CircularView, Replacement } from "./contract.ts";
import { deliveryStates } from "./delivery.ts";
import { phoneStatements } from "./phone-answer.ts";

/** Where a recipient stands: their own word if there is one, else the furthest of their deliveries (domain.md section 5). */
export const RecipientState = z.enum([...deliveryStates, "deemed_read", "acknowledged", "action_reported", "waived"]);
export type RecipientState = z.infer<typeof RecipientState>;

export const RecipientAction = z.enum([
  "remind",
  "waive",
  "record_phone_answer",
  "reverse_phone_answer",
  "record_hand_delivery",
  "record_submission",
  "try_next_channel",
  "upload_evidence",
  "resolve_task",
]);
export type RecipientAction = z.infer<typeof RecipientAction>;

export const TaskKind = z.enum([
  "unknown_outcome",
  "channels_exhausted",
  "hand_delivery",
  "quarantined_evidence",
  "detsis_conflict",
  "permit_conflict",
  "no_answer",
]);
export type TaskKind = z.infer<typeof TaskKind>;

export const OpenTask = z.object({ id: Id, kind: TaskKind, detail: z.string(), createdAt: Instant });
export type OpenTask = z.infer<typeof OpenTask>;

export const BoardRow = z.object({
  id: Id,
  position: z.int(),
  name: z.string(),
  phone: z.string(),
  role: RecipientRole,
  channel: ChannelKind.nullable(),
  address: z.string(),
  state: RecipientState,
  /** Plain words and the next step, as a user reads them. */
  sentence: z.string(),
  tryCount: z.int(),
  attempt: z.int(),
  submittedAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
  readAt: Instant.nullable(),
  deemedReadAt: Instant.nullable(),
  acknowledgedAt: Instant.nullable(),
  actionReportedAt: Instant.nullable(),
  /** Said on the telephone and written down here: never the institution's own declaration. */
  acknowledgedByPhone: z.boolean(),
  actionReportedByPhone: z.boolean(),
  /** Until when an answer was promised on the telephone. */
  promisedOn: LocalDate.nullable(),
  waivedAt: Instant.nullable(),
  remindedAt: Instant.nullable(),
  nextCheckAt: Instant.nullable(),
  task: OpenTask.nullable(),
  /** No acknowledgement, no report, no waiver of a letter in force: "Kimden haber yok". */
  silent: z.boolean(),
  /** A KEP message (the letter or a reminder) waits for a person to carry it to the provider's own screen. */
  byFile: z.boolean(),
  version: Version,
});
export type BoardRow = z.infer<typeof BoardRow>;

/** Every number is a query over the recipients (N13). */
export const BoardCounts = z.object({
  total: z.int(),
  submitted: z.int(),
  delivered: z.int(),
  read: z.int(),
  deemedRead: z.int(),
  acknowledged: z.int(),
  /** Of these: whose answer is only known from the telephone. */
  byPhone: z.int(),
  actionReported: z.int(),
  waived: z.int(),
  silent: z.int(),
  failed: z.int(),
});
export type BoardCounts = z.infer<typeof BoardCounts>;

const OfCircular = z.object({ circularId: Id });
const OfRecipient = OfCircular.extend({ recipientId: Id });

export const readRecipientBoard = endpoint({
  name: "readRecipientBoard",
  method: "GET",
  path: "/api/circulars/[circularId]/recipients",
  permission: "circular:read",
  input: OfCircular,
  output: z.object({
    circular: z.object({
      id: Id,
      subject: z.string(),
      documentNumber: z.string(),
      documentOn: LocalDate,
      state: CircularView,
      dueOn: LocalDate.nullable(),
      dispatchedAt: Instant,
      contentDigest: Digest,
      documentDigest: Digest,
      replacedBy: Replacement.nullable(),
    }),
    counts: BoardCounts,
    rows: z.array(BoardRow),
    allowedActions: z.array(RecipientAction),
    asOf: Instant,
  }),
});

export const EvidenceRow = z.object({
  id: Id,
  kind: z.string().nullable(),
  outcome: z.string().nullable(),
  source: z.enum(["mail", "upload", "provider", "link", "hand_record", "phone"]),
  issuer: z.string(),
  status: z.enum(["received", "matched", "duplicate", "quarantined"]),
  signatureState: z.enum(["not_verified", "valid", "invalid"]),
  eventAt: Instant.nullable(),
  receivedAt: Instant,
  sha256: Digest,
  size: z.int(),
  mediaType: z.string(),
  /** Of word to a superior: it proves nothing of this recipient. `intact`: the bytes still have the stored digest. */
  ofSuperior: z.boolean(),
  intact: z.boolean(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

export const DeliveryEvent = z.object({
  at: Instant,
  tone: z.enum(["green", "blue", "amber", "red", "grey"]),
  sentence: z.string(),
  detail: z.string(),
  evidenceId: Id.nullable(),
});
export type DeliveryEvent = z.infer<typeof DeliveryEvent>;

/** One call with the institution as it was written down; `reversed` says who took the record back and why. */
export const PhoneAnswerView = z.object({
  id: Id,
  statement: z.enum(phoneStatements),
  spokenName: z.string(),
  spokenTitle: z.string(),
  spokenAt: Instant,
  answerBy: LocalDate.nullable(),
  note: z.string(),
  recordedName: z.string(),
  recordedAt: Instant,
  reversed: z.object({ reason: z.string(), name: z.string(), at: Instant }).nullable(),
});
export type PhoneAnswerView = z.infer<typeof PhoneAnswerView>;

/** `failed` gave no result; `used` was tried last; `left` is still to be tried. */
export const ChannelStep = z.object({ kind: ChannelKind, address: z.string(), standing: z.enum(["failed", "used", "left"]) });
export type ChannelStep = z.infer<typeof ChannelStep>;

/** One recipient with everything that is known about the way to them. */
export const readRecipient = endpoint({
  name: "readRecipient",
  method: "GET",
  path: "/api/circulars/[circularId]/recipients/[recipientId]",
  permission: "evidence:read",
  input: OfRecipient,
  output: z.object({
    row: BoardRow,
    /** In the order in which they are tried, as it was when the circular was submitted for initials. */
    channels: z.array(ChannelStep),
    events: z.array(DeliveryEvent),
    evidence: z.array(EvidenceRow),
    declarations: z.array(
      z.object({ kind: z.string(), source: z.string(), name: z.string(), title: z.string(), note: z.string(), declaredAt: Instant }),
    ),
    phoneAnswers: z.array(PhoneAnswerView),
    allowedActions: z.array(RecipientAction),
  }),
});

/** Raw bytes as they arrived. */
export const readEvidence = endpoint({
  name: "readEvidence",
  method: "GET",
  path: "/api/circulars/evidence/[evidenceId]",
  permission: "evidence:read",
  input: z.object({ evidenceId: Id }),
  output: FileAnswer,
  answersFile: true,
});

/** Evidence brought by hand (XML or .eml from the provider's own screen); what matches nothing is quarantined. */
export const uploadEvidence = endpoint({
  name: "uploadEvidence",
  method: "POST",
  path: "/api/circulars/[circularId]/evidence",
  permission: "evidence:upload",
  input: OfCircular.extend({ file: UploadedFile }),
  output: z.object({ matched: z.int(), duplicate: z.int(), quarantined: z.int() }),
  takesFile: true,
});

/** Reminds exactly the recipients shown; those who answered meanwhile make it stop with `conflict` and the difference. */
export const remindRecipients = endpoint({
  name: "remindRecipients",
  method: "POST",
  path: "/api/circulars/[circularId]/remind",
  permission: "circular:remind",
  input: OfCircular.extend({ recipientIds: z.array(Id).min(1).max(5_000) }),
  output: z.object({ reminded: z.int() }),
});

export const waiveRecipient = endpoint({
  name: "waiveRecipient",
  method: "POST",
  path: "/api/circulars/[circularId]/recipients/[recipientId]/waive",
  permission: "recipient:waive",
  input: OfRecipient.extend({ version: Version, reason: text(500) }),
  output: BoardRow,
});

/** By hand or post: who took it and when; the record itself is the evidence (N6). */
export const recordHandDelivery = endpoint({
  name: "recordHandDelivery",
  method: "POST",
  path: "/api/circulars/[circularId]/recipients/[recipientId]/hand-delivery",
  permission: "delivery:record",
  input: OfRecipient.extend({
    version: Version,
    channel: z.enum(["hand", "post"]),
    deliveredOn: LocalDate,
    receivedBy: line(160),
    note: line(300, 0),
  }),
  output: BoardRow,
});

/** KEP by file: the number the provider gave the message, and the day it was sent in the provider's own screen. */
export const recordSubmission = endpoint({
  name: "recordSubmission",
  method: "POST",
  path: "/api/circulars/[circularId]/recipients/[recipientId]/submission",
  permission: "delivery:record",
  input: OfRecipient.extend({ version: Version, providerId: line(200), submittedOn: LocalDate }),
  output: BoardRow,
});

/** Printable cover list of the recipients reached by hand or post. */
export const readCoverList = endpoint({
  name: "readCoverList",
  method: "GET",
  path: "/api/circulars/[circularId]/cover-list",
  permission: "circular:read",
  input: OfCircular,
  output: z.object({
    subject: z.string(),
    documentNumber: z.string(),
    documentOn: LocalDate,
    unitName: z.string(),
    rows: z.array(z.object({ position: z.int(), name: z.string(), channel: ChannelKind, address: z.string() })),
  }),
});

/** KEP by file: one signed .eml a recipient in a ZIP, for providers without SMTP. */
export const readKepFiles = endpoint({
  name: "readKepFiles",
  method: "GET",
  path: "/api/circulars/[circularId]/kep-files",
  permission: "delivery:record",
  input: OfCircular,
  output: FileAnswer,
  answersFile: true,
});

/** The officer's decision where the machine may not go on by itself. */
export const resolveTask = endpoint({
  name: "resolveTask",
  method: "POST",
  path: "/api/circulars/tasks/[taskId]/resolve",
  permission: "task:resolve",
  input: z.object({
    taskId: Id,
    resolution: z.enum(["send_again", "next_channel", "close"]),
    /** A corrected address for `send_again`; opens a new attempt. */
    address: line(200).optional(),
    note: text(500, 0),
  }),
  output: z.object({ taskId: Id }),
});
