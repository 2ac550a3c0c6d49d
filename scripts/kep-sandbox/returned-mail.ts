// The report of a mail server that could not deliver an e-mail (RFC 3464), as Postfix writes it.
import type { PlannedEvidence } from "./evidence-plan.ts";
import type { BookedMessage } from "./message-book.ts";

export function writeReturnedMail(message: BookedMessage, evidence: PlannedEvidence): Buffer {
  const boundary = `=_${evidence.identifier}`;
  const lines = [
    "From: Mail Delivery System <MAILER-DAEMON@posta.test>",
    `To: <${message.from}>`,
    "Subject: Undelivered Mail Returned to Sender",
    `Date: ${rfcDate(evidence.dueAt)}`,
    `Message-ID: <${evidence.identifier}@posta.test>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=delivery-status;\r\n boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    `<${message.to}>: host posta.test said: 550 5.1.1 no such box`,
    "",
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; posta.test",
    `Arrival-Date: ${rfcDate(message.receivedAt)}`,
    "",
    `Final-Recipient: rfc822; ${message.to}`,
    "Action: failed",
    "Status: 5.1.1",
    "Remote-MTA: dns; posta.test",
    "Diagnostic-Code: smtp; 550 5.1.1 no such box",
    `Last-Attempt-Date: ${rfcDate(evidence.eventAt)}`,
    "",
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: ${message.messageId}`,
    `To: <${message.to}>`,
    "",
    `--${boundary}--`,
    "",
  ];
  return Buffer.from(lines.join("\r\n"), "utf8");
}

const rfcDate = (at: number): string => new Date(at).toUTCString().replace("GMT", "+0000");
