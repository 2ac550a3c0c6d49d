/** The circular itself: from incoming letter or empty page to the signed, numbered document. */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Channel, InstitutionKind, RecipientRole, Relation } from "../institutions/contract.ts";
import { Digest, Id, Instant, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { FileAnswer, UploadedFile } from "../platform/http/files.ts";
import { BodyTable } from "./body-table.ts";
import { circularCommands, circularViews, replacementKinds } from "./circular.ts";
import { messageLimit } from "./message-limit.ts";

/** What a reader sees: the stored states and the computed `completed` (domain.md section 5). */
export const CircularView = z.enum(circularViews);
export type CircularView = z.infer<typeof CircularView>;

/** What may be done next; the same table that the commands consult. */
export const CircularAction = z.enum(circularCommands);
export type CircularAction = z.infer<typeof CircularAction>;

/** normal; ACELE states no date; GÜNLÜDÜR must state one (Yönetmelik m.26). */
export const Urgency = z.enum(["normal", "urgent", "timed"]);
export type Urgency = z.infer<typeof Urgency>;

export const BodyBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["paragraph", "item"]), text: text(8_000, 0) }),
  z.object({ kind: z.literal("table"), text: z.string().max(0), table: BodyTable }),
]);
export type BodyBlock = z.infer<typeof BodyBlock>;

/** Where the names of the distribution stand: of themselves, on the letter, or on a page "DAĞITIM LİSTESİ" (m.19/3). */
export const ListLayout = z.enum(["auto", "flow", "list"]);
export type ListLayout = z.infer<typeof ListLayout>;

/** What the drafter writes. Complete enough to save at any moment; `submit` asks for the rest. */
export const DraftContent = z.object({
  subject: line(300, 0),
  references: z.array(line(500, 0)).max(29),
  body: z.array(BodyBlock).max(200),
  closing: line(300, 0),
  urgency: Urgency,
  dueOn: LocalDate.nullable(),
  layout: ListLayout.default("auto"),
  contact: z.object({ name: line(120, 0), title: line(120, 0), phone: line(40, 0) }),
  distributionListId: Id.nullable(),
  recipients: z.array(z.object({ institutionId: Id, role: RecipientRole })).max(5_000),
  reviewerIds: z.array(Id).max(8),
  signatoryId: Id.nullable(),
});
export type DraftContent = z.infer<typeof DraftContent>;

export const AttachmentRow = z.object({
  id: Id,
  position: z.int(),
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  pages: z.int().nullable(),
  sha256: Digest,
});
export type AttachmentRow = z.infer<typeof AttachmentRow>;

export const Person = z.object({ id: Id, name: z.string(), title: z.string() });
export type Person = z.infer<typeof Person>;

export const ReviewRow = z.object({
  round: z.int(),
  position: z.int(),
  person: Person,
  decision: z.enum(["initialled", "returned"]).nullable(),
  comment: z.string().nullable(),
  digest: Digest.nullable(),
  decidedAt: Instant.nullable(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

export const RecipientRow = z.object({
  id: Id,
  institutionId: Id,
  position: z.int(),
  name: z.string(),
  dative: z.string(),
  role: RecipientRole,
  relation: Relation,
  kind: InstitutionKind,
  channels: z.array(Channel),
});
export type RecipientRow = z.infer<typeof RecipientRow>;

/** What is missing before a draft may go on; one row a section of the task list. */
export const SectionCheck = z.object({
  section: z.enum(["content", "attachments", "recipients", "roles", "reviewers", "check"]),
  status: z.enum(["done", "missing", "warning"]),
  sentence: z.string(),
});
export type SectionCheck = z.infer<typeof SectionCheck>;

export const PreparedDocument = z.object({
  documentNumber: z.string(),
  documentOn: LocalDate,
  verificationCode: z.string(),
  documentDigest: Digest,
  pages: z.int(),
  preparedAt: Instant,
  /** After this moment the number is voided (N3); null once signed. */
  expiresAt: Instant.nullable(),
  signedAt: Instant.nullable(),
});
export type PreparedDocument = z.infer<typeof PreparedDocument>;

/** The circular on the other side of a replacement, which takes effect when the newer one is sent (A24). */
export const Replacement = z.object({
  circularId: Id,
  kind: z.enum(replacementKinds),
  reason: z.string(),
  documentNumber: z.string().nullable(),
  documentOn: LocalDate.nullable(),
  /** When that other circular was sent. */
  sentAt: Instant.nullable(),
});
export type Replacement = z.infer<typeof Replacement>;

export const CircularRecord = z.object({
  id: Id,
  version: Version,
  state: CircularView,
  content: DraftContent,
  unit: z.object({ id: Id, name: z.string(), heading: z.array(z.string()) }),
  incomingLetter: z.object({ id: Id, label: z.string() }).nullable(),
  /** The circular whose place this one takes, or will take when it is sent. */
  replaces: Replacement.nullable(),
  /** The circular that takes this one's place, also while it is being prepared. */
  replacedBy: Replacement.nullable(),
  distributionList: z.object({ id: Id, name: z.string(), version: z.int() }).nullable(),
  /** The template and its version that the draft began with; `current` is its newest version now. */
  template: z.object({ id: Id, name: z.string(), version: Version, current: Version }).nullable(),
  attachments: z.array(AttachmentRow),
  recipients: z.array(RecipientRow),
  reviews: z.array(ReviewRow),
  signatory: Person.extend({ lines: z.array(z.string()) }).nullable(),
  draftedBy: Person,
  contentDigest: Digest.nullable(),
  document: PreparedDocument.nullable(),
  checks: z.array(SectionCheck),
  proposedClosing: z.object({ text: z.string(), reason: z.string() }).nullable(),
  /** Bytes of letter and attachments as they would travel, against the channel's limit (N12). */
  size: z.object({ bytes: z.int(), limit: z.int() }),
  dispatchedAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  allowedActions: z.array(CircularAction),
});
export type CircularRecord = z.infer<typeof CircularRecord>;

export const CircularSummary = z.object({
  id: Id,
  state: CircularView,
  subject: z.string(),
  documentNumber: z.string().nullable(),
  documentOn: LocalDate.nullable(),
  urgency: Urgency,
  dueOn: LocalDate.nullable(),
  draftedBy: z.string(),
  updatedAt: Instant,
  recipientCount: z.int(),
  deliveredCount: z.int(),
  acknowledgedCount: z.int(),
});
export type CircularSummary = z.infer<typeof CircularSummary>;

export const CircularFilter = z.object({
  state: CircularView.optional(),
  q: z.string().max(100).optional(),
  urgency: Urgency.optional(),
  /** Keyset: "<updatedAt>_<id>" of the last row seen. */
  after: z.string().max(80).optional(),
});
export type CircularFilter = z.infer<typeof CircularFilter>;

const ById = z.object({ circularId: Id });
const Command = ById.extend({ version: Version });

export const listCirculars = endpoint({
  name: "listCirculars",
  method: "GET",
  path: "/api/circulars",
  permission: "circular:read",
  input: CircularFilter,
  output: z.object({ circulars: z.array(CircularSummary), nextAfter: z.string().nullable() }),
});

/** Counts by state for the filter chips; asked after the page, never awaited by it. */
export const countCirculars = endpoint({
  name: "countCirculars",
  method: "GET",
  path: "/api/circulars/counts",
  permission: "circular:read",
  input: CircularFilter.pick({ q: true, urgency: true }),
  output: z.object({ total: z.int(), byState: z.partialRecord(CircularView, z.int()) }),
});

export const draftCircular = endpoint({
  name: "draftCircular",
  method: "POST",
  path: "/api/circulars",
  permission: "circular:draft",
  /** Begins with a template's words, its fields filled; a day given for them becomes the letter's own. Errors: `not_found`,
   * `state_forbids` for a retired one, `bad_input` for a day that has passed. */
  input: z.object({ templateId: Id.optional(), dueOn: LocalDate.optional(), period: line(120).optional() }),
  output: CircularRecord,
});

export const readCircular = endpoint({
  name: "readCircular",
  method: "GET",
  path: "/api/circulars/[circularId]",
  permission: "circular:read",
  input: ById,
  output: CircularRecord,
});

/** Autosave: the whole content at once. Errors: `stale_version`, `state_forbids`, `bad_input` (unprintable character at its field). */
export const amendCircular = endpoint({
  name: "amendCircular",
  method: "PUT",
  path: "/api/circulars/[circularId]",
  permission: "circular:draft",
  input: Command.extend({ content: DraftContent }),
  output: CircularRecord,
});

/**
 * How the end of the letter came to stand: whether signature, Ek and Dağıtım are on one page (m.16/5), and whether names that
 * were put on a page of their own would have had room on the letter. Only where the writer chose the place.
 */
export const Placement = z.object({ isTogether: z.boolean(), hadRoom: z.boolean() });
export type Placement = z.infer<typeof Placement>;

/** Pages of the letter as SVG, from content that need not be saved yet; changes nothing. */
export const previewCircular = endpoint({
  name: "previewCircular",
  method: "POST",
  path: "/api/circulars/[circularId]/preview",
  permission: "circular:read",
  input: ById.extend({ content: DraftContent.nullable() }),
  output: z.object({
    pages: z.array(z.string()),
    placement: Placement.nullable(),
    invalidParams: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
});

/** Errors: `file_refused` (type by content, size), `state_forbids`, `stale_version`. */
export const attachFile = endpoint({
  name: "attachFile",
  method: "POST",
  path: "/api/circulars/[circularId]/attachments",
  permission: "circular:draft",
  input: ById.extend({ version: z.coerce.number().int().min(1), title: line(200).optional(), file: UploadedFile }),
  output: CircularRecord,
  takesFile: true,
  maxBytes: messageLimit,
});

export const detachFile = endpoint({
  name: "detachFile",
  method: "DELETE",
  path: "/api/circulars/[circularId]/attachments/[attachmentId]",
  permission: "circular:draft",
  input: ById.extend({ attachmentId: Id, version: z.coerce.number().int().min(1) }),
  output: CircularRecord,
});

export const readAttachment = endpoint({
  name: "readAttachment",
  method: "GET",
  path: "/api/circulars/[circularId]/attachments/[attachmentId]",
  permission: "circular:read",
  input: ById.extend({ attachmentId: Id }),
  output: FileAnswer,
  answersFile: true,
});

export const TimelineEntry = z.object({
  id: z.string(),
  at: Instant,
  actorName: z.string(),
  action: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const readTimeline = endpoint({
  name: "readTimeline",
  method: "GET",
  path: "/api/circulars/[circularId]/timeline",
  permission: "circular:read",
  input: ById,
  output: z.object({ entries: z.array(TimelineEntry) }),
});
