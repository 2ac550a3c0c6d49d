/** Pages without a session: verification by code or QR, and the recipient's own link (quality.md, Security 5). */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { RecipientRole } from "../institutions/contract.ts";
import { Digest, Id, Instant, LocalDate, line, text } from "../platform/http/fields.ts";
import { FileAnswer, LinkAnswer } from "../platform/http/files.ts";

const Code = z.object({ code: z.string().min(1).max(200) });

export const VerificationAnswer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("found"),
    state: z.enum(["valid", "superseded", "cancelled", "withdrawn"]),
    code: z.string(),
    unitHeading: z.array(z.string()),
    documentNumber: z.string(),
    documentOn: LocalDate,
    subject: z.string(),
    pages: z.int(),
    recipientCount: z.int(),
    signedAt: Instant,
    /** Empty once the letter is no longer in force: then only the notice is given. */
    signerName: z.string(),
    /** Asked only of a letter in force: the stored files of another one are given to nobody. */
    signatureValid: z.boolean(),
    /** True with the test signer: no legal effect. */
    testSignature: z.boolean(),
    documentDigest: Digest,
    documentOpen: z.boolean(),
    /** The letter that stands in its place or cancelled it: number and date, nothing more. */
    replacedBy: z.object({ documentNumber: z.string(), documentOn: LocalDate }).nullable(),
  }),
  z.object({ kind: z.literal("unknown"), code: z.string() }),
  /** Not looked up: the text is not a code. Readings come from the text alone. */
  z.object({ kind: z.literal("malformed"), given: z.string(), findings: z.array(z.string()), readings: z.array(z.string()).max(16) }),
]);
export type VerificationAnswer = z.infer<typeof VerificationAnswer>;

export const verifyLetter = endpoint({
  name: "verifyLetter",
  method: "GET",
  path: "/api/circulars/verification",
  permission: "public",
  input: Code,
  output: VerificationAnswer,
  limitPerMinute: 60,
});

export const readVerifiedDocument = endpoint({
  name: "readVerifiedDocument",
  method: "GET",
  path: "/api/circulars/verification/document",
  permission: "public",
  input: Code,
  output: FileAnswer,
  answersFile: true,
  limitPerMinute: 60,
});

const linkCookie = { name: "izin_link", field: "token" };
const Linked = z.object({ token: z.string().min(20).max(100) });

export const LinkedLetter = z.object({
  recipientName: z.string(),
  role: RecipientRole,
  unitHeading: z.array(z.string()),
  subject: z.string(),
  documentNumber: z.string(),
  documentOn: LocalDate,
  dueOn: LocalDate.nullable(),
  pages: z.int(),
  contentDigest: Digest,
  attachments: z.array(z.object({ id: Id, title: z.string(), size: z.int() })),
  acknowledged: z.object({ at: Instant, name: z.string(), title: z.string() }).nullable(),
  actionReported: z.object({ at: Instant, name: z.string(), title: z.string(), note: z.string() }).nullable(),
  /** Another letter stands in its place or cancelled it; then nothing is declared about this one any more (N8). */
  replacement: z
    .object({
      kind: z.enum(["superseded", "cancelled"]),
      documentNumber: z.string(),
      documentOn: LocalDate,
      /** The same recipient's own link to it; null where it was not sent to them. */
      link: z.string().nullable(),
    })
    .nullable(),
  testMode: z.boolean(),
});
export type LinkedLetter = z.infer<typeof LinkedLetter>;

/** The link in the message: exchanges the secret for a path-bound cookie and a clean address. Changes nothing else. */
export const openLink = endpoint({
  name: "openLink",
  method: "GET",
  path: "/api/circulars/acknowledgement/open/[token]",
  permission: "public",
  input: Linked,
  output: LinkAnswer,
  answersLink: true,
  limitPerMinute: 60,
});

export const readLinkedLetter = endpoint({
  name: "readLinkedLetter",
  method: "GET",
  path: "/api/circulars/acknowledgement",
  permission: "public",
  input: Linked,
  output: LinkedLetter,
  cookie: linkCookie,
  limitPerMinute: 120,
});

export const readLinkedDocument = endpoint({
  name: "readLinkedDocument",
  method: "GET",
  path: "/api/circulars/acknowledgement/document",
  permission: "public",
  input: Linked,
  output: FileAnswer,
  answersFile: true,
  cookie: linkCookie,
  limitPerMinute: 60,
});

export const readLinkedAttachment = endpoint({
  name: "readLinkedAttachment",
  method: "GET",
  path: "/api/circulars/acknowledgement/attachments/[attachmentId]",
  permission: "public",
  input: Linked.extend({ attachmentId: Id }),
  output: FileAnswer,
  answersFile: true,
  cookie: linkCookie,
  limitPerMinute: 60,
});

const Declared = Linked.extend({ contentDigest: Digest, name: line(120), title: line(120) });

/** "Yazıyı aldık": the link holder's own declaration, bound to the content shown (N8). Idempotent. */
export const acknowledgeCircular = endpoint({
  name: "acknowledgeCircular",
  method: "POST",
  path: "/api/circulars/acknowledgement",
  permission: "public",
  input: Declared,
  output: LinkedLetter,
  cookie: linkCookie,
  limitPerMinute: 30,
});

/** "Gereği yapıldı", for recipients for action, after the acknowledgement. */
export const reportAction = endpoint({
  name: "reportAction",
  method: "POST",
  path: "/api/circulars/acknowledgement/action",
  permission: "public",
  input: Declared.extend({ note: text(1_000, 0) }),
  output: LinkedLetter,
  cookie: linkCookie,
  limitPerMinute: 30,
});
