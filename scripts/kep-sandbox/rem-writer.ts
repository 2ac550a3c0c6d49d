// Writes evidence as ETSI TS 102 640 v2 orders it, with the event URIs as KEP providers really spell them.
import type { EvidenceEvent, PlannedEvidence } from "./evidence-plan.ts";
import type { BookedMessage } from "./message-book.ts";

type Form = { root: string; code: string; reason: { code: string; text: string } | null };

const FORMS: Record<Exclude<EvidenceEvent, "email_returned">, Form> = {
  submission_accepted: { root: "SubmissionAcceptanceRejection", code: "Acceptance", reason: null },
  submission_rejected: {
    root: "SubmissionAcceptanceRejection",
    code: "Rejection",
    reason: { code: "PolicyViolation", text: "İleti kabul edilmedi" },
  },
  relay_rejected: {
    root: "RelayREMMDAcceptanceRejection",
    code: "Rejection",
    reason: { code: "PolicyViolation", text: "Alıcının hizmet sağlayıcısı iletiyi reddetti" },
  },
  relay_failed: {
    root: "RelayREMMDFailure",
    code: "DeliveryExpiration",
    reason: { code: "R_REMMD_Unreachable", text: "Alıcının hizmet sağlayıcısına ulaşılamadı" },
  },
  delivered: { root: "DeliveryNonDeliveryToRecipient", code: "Delivery", reason: null },
  not_delivered: {
    root: "DeliveryNonDeliveryToRecipient",
    code: "NonDelivery",
    reason: { code: "UnknownRecipient", text: "Alıcının KEP hesabı bulunamadı" },
  },
  retrieved: { root: "RetrievalNonRetrievalByRecipient", code: "Retrieval", reason: null },
};

export function writeRemEvidence(message: BookedMessage, evidence: PlannedEvidence): Buffer {
  if (evidence.event === "email_returned") throw new Error("no KEP provider speaks of an e-mail");
  const { root, code, reason } = FORMS[evidence.event];
  const reasons =
    reason === null
      ? ""
      : `<rem:EventReasons><rem:EventReason><rem:Code>http:uri.etsi.org/REM/EventReason#${reason.code}</rem:Code><rem:Details>${escapeXml(reason.text)}</rem:Details></rem:EventReason></rem:EventReasons>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<rem:${root} xmlns:rem="http://uri.etsi.org/02640/v2#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" version="2" Id="ev-${evidence.identifier}">
  <rem:EventCode>http:uri.etsi.org/02640/Event#${code}</rem:EventCode>${reasons}
  <rem:EvidenceIdentifier>${evidence.identifier}</rem:EvidenceIdentifier>
  <rem:EvidenceIssuerPolicyID><rem:PolicyID>urn:oid:2.16.792.0.0</rem:PolicyID></rem:EvidenceIssuerPolicyID>
  <rem:EvidenceIssuerDetails><rem:NamesPostalAddresses><rem:NamePostalAddress><rem:EntityName xml:lang="tr"><rem:Name>TEST KEPHS</rem:Name></rem:EntityName></rem:NamePostalAddress></rem:NamesPostalAddresses><rem:AttributedElectronicAddress scheme="mailto">kephs@hs99.kep.test</rem:AttributedElectronicAddress></rem:EvidenceIssuerDetails>
  <rem:EventTime>${istanbulTime(evidence.eventAt)}</rem:EventTime>
  <rem:SubmissionTime>${istanbulTime(message.receivedAt)}</rem:SubmissionTime>
  <rem:SenderDetails><rem:AttributedElectronicAddress scheme="mailto">${escapeXml(message.from)}</rem:AttributedElectronicAddress></rem:SenderDetails>
  <rem:RecipientsDetails><rem:EntityDetails><rem:AttributedElectronicAddress scheme="mailto">${escapeXml(message.to)}</rem:AttributedElectronicAddress></rem:EntityDetails></rem:RecipientsDetails>
  <rem:EvidenceRefersToRecipient>1</rem:EvidenceRefersToRecipient>
  <rem:SenderMessageDetails isNotification="false"><rem:MessageSubject>${escapeXml(message.subject)}</rem:MessageSubject><rem:UAMessageIdentifier>${escapeXml(message.messageId)}</rem:UAMessageIdentifier><rem:MessageIdentifierByREMMD>${escapeXml(message.providerId)}</rem:MessageIdentifierByREMMD><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>${message.digest}</ds:DigestValue></rem:SenderMessageDetails>
</rem:${root}>
`;
  return Buffer.from(xml, "utf8");
}

/** The evidence as the provider mails it to the sender: a short text and the XML beside it. */
export function writeEvidenceMail(message: BookedMessage, evidence: PlannedEvidence): Buffer {
  const boundary = `ev-${evidence.identifier}`;
  const xml = writeRemEvidence(message, evidence).toString("base64").replace(/.{76}/g, "$&\r\n");
  const lines = [
    "From: TEST KEPHS <kephs@hs99.kep.test>",
    `To: <${message.from}>`,
    `Subject: =?utf-8?B?${Buffer.from("KEP delili (TEST)", "utf8").toString("base64")}?=`,
    `Date: ${new Date(evidence.dueAt).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${evidence.identifier}@hs99.kep.test>`,
    `In-Reply-To: ${message.messageId}`,
    "X-TR-REM-iletiTip: delil",
    ...(message.packageId === null ? [] : [`X-TR-REM-iletiID: ${message.packageId}`]),
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    "KEP delili ektedir. TEST – hukuken geçerli değildir.",
    `--${boundary}`,
    `Content-Type: application/xml; name="delil-${evidence.identifier}.xml"`,
    `Content-Disposition: attachment; filename="delil-${evidence.identifier}.xml"`,
    "Content-Transfer-Encoding: base64",
    "",
    xml,
    `--${boundary}--`,
    "",
  ];
  return Buffer.from(lines.join("\r\n"), "utf8");
}

/** Turkish local time, which is UTC+3 all year. */
function istanbulTime(at: number): string {
  return new Date(at + 3 * 60 * 60 * 1000).toISOString().replace("Z", "+03:00");
}

const ESCAPES: Record<string, string> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "'": "&apos;" };

function escapeXml(text: string): string {
  // Control characters cannot be written in XML 1.0 at all.
  return text.replace(/[<>&"']/g, (sign) => ESCAPES[sign] ?? "").replace(/\p{Cc}/gu, " ");
}
