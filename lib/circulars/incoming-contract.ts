/** The register of received letters, and what waits for whom today. */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Empty, Id, Instant, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { BodyBlock, CircularRecord } from "./contract.ts";

export const IncomingLetterRow = z.object({
  id: Id,
  senderName: z.string(),
  letterOn: LocalDate,
  letterNumber: z.string(),
  subject: z.string(),
  receivedAt: Instant,
  /** Computed: filed when put away without distribution, distributed when a circular refers to it. */
  state: z.enum(["waiting", "distributed", "filed"]),
  circularId: Id.nullable(),
});
export type IncomingLetterRow = z.infer<typeof IncomingLetterRow>;

export const IncomingLetterRecord = IncomingLetterRow.extend({
  institutionId: Id,
  senderGenitive: z.string(),
  body: z.array(BodyBlock),
  attachments: z.array(z.string()),
  receivedBy: z.string(),
  fileNote: z.string().nullable(),
  version: Version,
  allowedActions: z.array(z.enum(["distribute", "file"])),
});
export type IncomingLetterRecord = z.infer<typeof IncomingLetterRecord>;

export const IncomingFilter = z.object({
  state: z.enum(["waiting", "distributed", "filed"]).optional(),
  q: z.string().max(100).optional(),
  after: z.string().max(80).optional(),
});
export type IncomingFilter = z.infer<typeof IncomingFilter>;

export const listIncomingLetters = endpoint({
  name: "listIncomingLetters",
  method: "GET",
  path: "/api/circulars/incoming",
  permission: "incoming_letter:read",
  input: IncomingFilter,
  output: z.object({ letters: z.array(IncomingLetterRow), nextAfter: z.string().nullable() }),
});

export const readIncomingLetter = endpoint({
  name: "readIncomingLetter",
  method: "GET",
  path: "/api/circulars/incoming/[letterId]",
  permission: "incoming_letter:read",
  input: z.object({ letterId: Id }),
  output: IncomingLetterRecord,
});

/** Errors: `duplicate` where the same sender, date and number is registered already. */
export const registerIncomingLetter = endpoint({
  name: "registerIncomingLetter",
  method: "POST",
  path: "/api/circulars/incoming",
  permission: "incoming_letter:register",
  input: z.object({
    institutionId: Id,
    letterOn: LocalDate,
    letterNumber: line(60),
    subject: line(300),
    body: z.array(BodyBlock).max(200),
    attachments: z.array(line(200)).max(50),
    receivedOn: LocalDate,
  }),
  output: IncomingLetterRecord,
});

/** "Dağıtıma çıkar": a draft circular with the letter as its reference, its text, and the province's distribution list. */
export const distributeIncomingLetter = endpoint({
  name: "distributeIncomingLetter",
  method: "POST",
  path: "/api/circulars/incoming/[letterId]/distribute",
  permission: "circular:draft",
  input: z.object({ letterId: Id, version: Version }),
  output: CircularRecord,
});

/** Put away without distribution, with a note why. */
export const fileIncomingLetter = endpoint({
  name: "fileIncomingLetter",
  method: "POST",
  path: "/api/circulars/incoming/[letterId]/file",
  permission: "incoming_letter:register",
  input: z.object({ letterId: Id, version: Version, note: text(500) }),
  output: IncomingLetterRecord,
});

export const TodayItem = z.object({
  id: z.string(),
  kind: z.enum([
    "incoming",
    "draft",
    "returned",
    "to_initial",
    "to_sign",
    "prepared",
    "to_dispatch",
    "to_carry",
    "silent",
    "overdue",
    "task",
    "address",
  ]),
  title: z.string(),
  sentence: z.string(),
  since: Instant,
  /** Past its due date: shown red with the days. */
  overdueDays: z.int().nullable(),
  count: z.int().nullable(),
  circularId: Id.nullable(),
  letterId: Id.nullable(),
  /** With a task about one recipient. */
  recipientId: Id.nullable(),
});
export type TodayItem = z.infer<typeof TodayItem>;

export const DispatchStrip = z.object({
  circularId: Id,
  subject: z.string(),
  documentNumber: z.string(),
  dispatchedAt: Instant,
  /** `state` is the one state of the recipient; a waiver hides what has happened before it, so the two facts stand beside it. */
  cells: z.array(z.object({ name: z.string(), state: z.string(), reached: z.boolean(), answered: z.boolean() })),
  /** Of the deliveries that failed for now, the one that is tried again first. */
  nextTry: z.object({ name: z.string(), at: Instant }).nullable(),
});
export type DispatchStrip = z.infer<typeof DispatchStrip>;

/** What waits for this person, oldest first, and the dispatches of the last days. */
export const readToday = endpoint({
  name: "readToday",
  method: "GET",
  path: "/api/circulars/today",
  permission: "today:read",
  input: Empty,
  output: z.object({
    items: z.array(TodayItem),
    dispatches: z.array(DispatchStrip),
    waiting: z.object({ incoming: z.int(), circulars: z.int(), tasks: z.int() }),
    asOf: Instant,
  }),
});
