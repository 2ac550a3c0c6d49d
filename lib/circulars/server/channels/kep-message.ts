/**
 * The signed message a KEP provider accepts: S/MIME multipart/signed (RFC 8551, 3.5.3) with a CAdES signature and the
 * X-TR-REM headers. It is built as finished bytes, because a mailer that re-encodes one line breaks the signature.
 */
import { createHash } from "node:crypto";
import { finaliseSignature, prepareSignature } from "../signer/cades.ts";
import type { Signer } from "../signer/signer.ts";
import { addressHeader, encodedHeader, mailDate, messageIdHeader } from "./mail-headers.ts";
import { base64Lines, eol, mimeHead, mixedContent, type PreparedAttachments } from "./message-parts.ts";

export type KepMessage = {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  attachments: PreparedAttachments;
  messageId: string;
  /** "standart" while the message carries the PDF, "eYazisma" once it carries the package (architecture.md, "Delivery"). */
  messageType: "standart" | "eYazisma";
  packageId: string;
  date: Date;
  signer: Signer;
};

const outerBoundary = "=_imza";

/** The raw message (RFC 5322), ready for the wire. */
export async function buildKepMessage(message: KepMessage): Promise<Buffer> {
  const content = mixedContent(message.text, message.attachments);
  const signature = await signatureOver(content, message);
  return Buffer.concat([
    head(message),
    Buffer.from(`--${outerBoundary}${eol}`),
    content,
    mimeHead(`${eol}--${outerBoundary}`, [
      'Content-Type: application/pkcs7-signature; name="smime.p7s"',
      "Content-Transfer-Encoding: base64",
      'Content-Disposition: attachment; filename="smime.p7s"',
    ]),
    base64Lines(signature),
    Buffer.from(`--${outerBoundary}--${eol}`),
  ]);
}

function head(message: KepMessage): Buffer {
  return mimeHead(`From: ${addressHeader(message.from)}`, [
    `To: ${addressHeader(message.to)}`,
    `Subject: ${encodedHeader(message.subject)}`,
    `Date: ${mailDate(message.date)}`,
    `Message-ID: ${messageIdHeader(message.messageId)}`,
    `X-TR-REM-iletiTip: ${message.messageType}`,
    `X-TR-REM-iletiID: ${encodedHeader(message.packageId)}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/signed; protocol="application/pkcs7-signature";${eol} micalg=sha-256; boundary="${outerBoundary}"`,
  ]);
}

async function signatureOver(content: Buffer, { signer, date }: KepMessage): Promise<Buffer> {
  const certificateChain = await signer.certificateChain();
  const contentDigest = createHash("sha256").update(content).digest();
  const signedAttributes = prepareSignature({ contentDigest, certificateChain, signingTime: date, profile: "smime" });
  return finaliseSignature({ signedAttributes, signature: await signer.sign(signedAttributes), certificateChain });
}
