// What a mail server writes back about an e-mail (RFC 3464): that it could not be delivered, that it is late, or that it
// was passed on. Only a failure moves a delivery. "Delivered" here is a machine's word that nobody signed: an e-mail is
// never more than submitted until the institution itself acknowledges it.
import { createHash } from "node:crypto";
import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from "mailparser";
import type { DeliveryFailure } from "../../delivery.ts";
import type { EvidenceStatement } from "./evidence-statement.ts";

/** Reads a delivery report; null when the mail is something else. A report without a usable recipient has no statement. */
export async function readEmailReport(raw: Buffer): Promise<EvidenceStatement | null> {
  if (!isReport(raw)) return null;
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, keepDeliveryStatus: true });
  const status = mail.attachments.find(({ contentType }) => contentType === "message/delivery-status");
  if (!status) return null;
  const [message = new Map<string, string>(), ...recipients] = fieldGroups(status.content);
  // One message went to one recipient: of several groups the first failure is the one that matters.
  const recipient = recipients.find((fields) => fields.get("action")?.toLowerCase() === "failed") ?? recipients[0];
  if (!recipient) return null;
  return statementOf({ mail, message, recipient, raw });
}

const isReport = (raw: Buffer): boolean => {
  const head = raw.toString("latin1", 0, Math.min(raw.length, 32_768)).split(/\r?\n\r?\n/, 1)[0] ?? "";
  return /^content-type:\s*multipart\/report\b.*report-type="?delivery-status/im.test(head.replace(/\r?\n[ \t]+/g, " "));
};

type Fields = Map<string, string>;

/** Groups of fields divided by blank lines: the message's own first, then one for each recipient. */
function fieldGroups(content: Buffer): Fields[] {
  const groups = content
    .toString("utf8")
    .replace(/\r\n/g, "\n")
    .trim()
    .split(/\n\s*\n/);
  return groups.map((group) => {
    const fields: Fields = new Map();
    for (const line of group.replace(/\n[ \t]+/g, " ").split("\n")) {
      const colon = line.indexOf(":");
      const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
      if (name !== "" && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
    }
    return fields;
  });
}

type Report = { mail: ParsedMail; message: Fields; recipient: Fields; raw: Buffer };

function statementOf({ mail, message, recipient, raw }: Report): EvidenceStatement {
  const action = recipient.get("action")?.toLowerCase() ?? "";
  const status = /\b([245])\.\d{1,3}\.\d{1,3}\b/.exec(recipient.get("status") ?? "")?.[0] ?? "";
  const diagnostic = (recipient.get("diagnostic-code") ?? "").replace(/^[\w-]+;\s*/, "").slice(0, 300);
  return {
    channel: "email",
    identifier: mail.messageId ?? createHash("sha256").update(raw).digest("hex"),
    kind: "email_report",
    outcome: outcomes.get(action) ?? "other",
    proves: action === "failed" ? failureOf(status) : null,
    eventAt: dateOf(recipient.get("last-attempt-date")) ?? dateOf(message.get("arrival-date")) ?? mail.date ?? new Date(0),
    issuer: typed(message.get("reporting-mta")) ?? addressOf(mail.from),
    recipientAddress: (typed(recipient.get("original-recipient")) ?? typed(recipient.get("final-recipient")))?.toLowerCase() ?? null,
    messageIds: { userAgent: originalMessageId(mail, message), byProvider: null },
    reason: { code: status || action, text: diagnostic || null },
  };
}

const outcomes = new Map([
  ["failed", "negative"],
  ["delayed", "delayed"],
  ["delivered", "positive"],
  ["relayed", "positive"],
  ["expanded", "positive"],
]);

/** RFC 3463: 5.1 is the address, 5.2.3 and 5.3.4 the size, 5.7 a policy; 4.4.7 is a server that gave up trying. */
function failureOf(status: string): DeliveryFailure {
  if (/^5\.1\./.test(status)) return "address_invalid";
  if (/^5\.(2\.3|3\.4)$/.test(status)) return "too_large";
  if (/^5\.7\./.test(status)) return "rejected";
  return /^[45]\.4\.7$/.test(status) ? "expired" : "bounced";
}

/** Our Message-ID: the envelope's name that we gave, the header of the returned message, else what the report answers. */
function originalMessageId(mail: ParsedMail, message: Fields): string | null {
  const envelope = message
    .get("original-envelope-id")
    ?.replace(/\+([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const known = [envelope && `<${envelope}>`, ...mail.attachments.map(returnedMessageId), mail.inReplyTo];
  return known.find((id) => typeof id === "string" && /^<[^<>\s]{3,250}>$/.test(id)) ?? null;
}

function returnedMessageId({ contentType, content }: Attachment): string | null {
  if (!/^(message\/rfc822|text\/rfc822-headers)$/.test(contentType)) return null;
  const head = content.toString("latin1", 0, Math.min(content.length, 32_768)).replace(/\r?\n[ \t]+/g, " ");
  return /^message-id:\s*(<[^<>\s]+>)/im.exec(head.split(/\r?\n\r?\n/, 1)[0] ?? "")?.[1] ?? null;
}

/** "rfc822; ad@kurum.test" and "dns; posta.kurum.test": the type before the semicolon says nothing to a reader. */
const typed = (value: string | undefined): string | null => value?.replace(/^[\w-]+;\s*/, "").trim() || null;

const addressOf = (from: AddressObject | undefined): string | null => from?.value[0]?.address ?? null;

function dateOf(text: string | undefined): Date | null {
  const at = text ? new Date(text) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}
