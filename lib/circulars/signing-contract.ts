/** From submission to dispatch: initials, return, preparation, signature. */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { AddressState } from "../institutions/address-freshness.ts";
import { ChannelKind } from "../institutions/contract.ts";
import { Digest, Id, Instant, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { FileAnswer } from "../platform/http/files.ts";
import { CircularRecord } from "./contract.ts";

const ById = z.object({ circularId: Id });
const Command = ById.extend({ version: Version });

/** Freezes the recipients' snapshot and the content digest (N1) and opens a round of initials. Errors: `not_ready` with what is missing. */
export const submitCircular = endpoint({
  name: "submitCircular",
  method: "POST",
  path: "/api/circulars/[circularId]/submit",
  permission: "circular:draft",
  input: Command,
  output: CircularRecord,
});

/** The next reviewer in order initials exactly the digest that was shown. */
export const initialCircular = endpoint({
  name: "initialCircular",
  method: "POST",
  path: "/api/circulars/[circularId]/initial",
  permission: "circular:initial",
  input: Command.extend({ contentDigest: Digest }),
  output: CircularRecord,
});

/** Back to the drafter with a comment; all initials of the round are void (A11). */
export const returnCircular = endpoint({
  name: "returnCircular",
  method: "POST",
  path: "/api/circulars/[circularId]/return",
  permission: "circular:return",
  input: Command.extend({ comment: text(2_000) }),
  output: CircularRecord,
});

/** Reserves the number, freezes date and code, renders the PDF and the attributes to sign (N3). */
export const prepareCircular = endpoint({
  name: "prepareCircular",
  method: "POST",
  path: "/api/circulars/[circularId]/prepare",
  permission: "circular:sign",
  input: Command,
  output: CircularRecord,
});

/** Gives the prepared document back; its number is voided with the reason. */
export const voidPreparation = endpoint({
  name: "voidPreparation",
  method: "POST",
  path: "/api/circulars/[circularId]/void-preparation",
  permission: "circular:sign",
  input: Command.extend({ reason: text(500) }),
  output: CircularRecord,
});

/** Signs the prepared document whose digest was shown. Errors: `preparation_expired`, `conflict`. */
export const signCircular = endpoint({
  name: "signCircular",
  method: "POST",
  path: "/api/circulars/[circularId]/sign",
  permission: "circular:sign",
  input: Command.extend({ documentDigest: Digest }),
  output: CircularRecord,
});

/** The prepared or signed PDF. */
export const readDocument = endpoint({
  name: "readDocument",
  method: "GET",
  path: "/api/circulars/[circularId]/document",
  permission: "circular:read",
  input: ById,
  output: FileAnswer,
  answersFile: true,
});

/** The detached CAdES signature over the PDF bytes. */
export const readSignature = endpoint({
  name: "readSignature",
  method: "GET",
  path: "/api/circulars/[circularId]/signature",
  permission: "circular:read",
  input: ById,
  output: FileAnswer,
  answersFile: true,
});

/** A circular that went out within a year with the same text or subject, to institutions of this one (A15). */
export const EarlierSend = z.object({
  circularId: Id,
  subject: z.string(),
  documentNumber: z.string(),
  documentOn: LocalDate,
  dispatchedAt: Instant,
  sameText: z.boolean(),
  /** Institutions that had it already, of this many. */
  shared: z.int(),
  recipients: z.int(),
});
export type EarlierSend = z.infer<typeof EarlierSend>;

/** What to know before dispatch; newest first. */
export const listEarlierSends = endpoint({
  name: "listEarlierSends",
  method: "GET",
  path: "/api/circulars/[circularId]/earlier-sends",
  permission: "circular:read",
  input: ById,
  output: z.object({ earlier: z.array(EarlierSend) }),
});

/** The address that a recipient is written to first, and how far it can be trusted today (A28). */
export const RecipientAddress = z.object({
  recipientId: Id,
  institutionId: Id,
  name: z.string(),
  kind: ChannelKind,
  address: z.string(),
  state: AddressState,
  /** Of an address that gave a letter back: when; else when it was last proved. */
  since: Instant.nullable(),
});
export type RecipientAddress = z.infer<typeof RecipientAddress>;

/** What to know before dispatch, in the order of the Dağıtım; a recipient without a channel is not among them. */
export const listRecipientAddresses = endpoint({
  name: "listRecipientAddresses",
  method: "GET",
  path: "/api/circulars/[circularId]/addresses",
  permission: "circular:read",
  input: ById,
  output: z.object({ addresses: z.array(RecipientAddress) }),
});

/**
 * The count that the button named is checked on the server; an Idempotency-Key makes a second click harmless. Errors:
 * `duplicate` where it went out before and no reason is given to send it again.
 */
export const dispatchCircular = endpoint({
  name: "dispatchCircular",
  method: "POST",
  path: "/api/circulars/[circularId]/dispatch",
  permission: "circular:dispatch",
  input: Command.extend({ recipientCount: z.int().min(1), duplicateReason: line(500, 3).optional() }),
  output: CircularRecord,
});

/** Before dispatch only; the number, if any, stays in the register with its fate. */
export const withdrawCircular = endpoint({
  name: "withdrawCircular",
  method: "POST",
  path: "/api/circulars/[circularId]/withdraw",
  permission: "circular:withdraw",
  input: Command.extend({ reason: text(500) }),
  output: CircularRecord,
});
