/**
 * An ordinary e-mail (RFC 5322) with the letter in it. It carries no KEP header and no S/MIME signature: no provider
 * vouches for it, and a mailbox that shows "invalid signature" under a state letter would do harm. What proves the letter
 * is inside: the PDF with its verification code and the detached signature beside it.
 */
import { addressHeader, encodedHeader, mailDate, messageIdHeader } from "./mail-headers.ts";
import { eol, mixedContent, type PreparedAttachments } from "./message-parts.ts";

export type EmailMessage = {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  attachments: PreparedAttachments;
  messageId: string;
  date: Date;
};

/** The raw message, ready for the wire; built as finished bytes, so that every try sends the same. */
export function buildEmailMessage(message: EmailMessage): Buffer {
  const head = [
    `From: ${addressHeader(message.from)}`,
    `To: ${addressHeader(message.to)}`,
    `Subject: ${encodedHeader(message.subject)}`,
    `Date: ${mailDate(message.date)}`,
    `Message-ID: ${messageIdHeader(message.messageId)}`,
    // RFC 3834: no holiday notice comes back to the mailbox that bounces are read from.
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
    "",
  ];
  return Buffer.concat([Buffer.from(head.join(eol)), mixedContent(message.text, message.attachments)]);
}
