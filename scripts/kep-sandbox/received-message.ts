import { createHash } from "node:crypto";
import { signatureFault } from "./cms.ts";
import type { ReceivedMessage } from "./message-book.ts";
import { addressIn, decodeWords, type MimePart, mediaType, parameter, partsOf, readPart } from "./mime.ts";

export type Envelope = { from: string; to: string };

/** KEP takes signed messages only; the e-mail server takes any, but none for a KEP box. */
export type Door = { channel: "kep" | "email"; isSignatureRequired: boolean };

export type Reading = { ok: true; message: ReceivedMessage } | { ok: false; reply: string };

/** Judges a message as a KEP provider does: it must be signed, for one recipient, and say the same as its envelope. */
export function readMessage(raw: Buffer, envelope: Envelope, door: Door): Reading {
  const mail = readPart(raw);
  const messageId = mail.headers.get("message-id") ?? "";
  if (!/^<[^<>\s]+@[^<>\s]+>$/.test(messageId)) return refuse("5.6.0 Message-ID missing or malformed");
  if (addressIn(mail.headers.get("to")) !== envelope.to) return refuse("5.6.0 header To differs from the envelope");
  const isOwnSender = addressIn(mail.headers.get("from")) === envelope.from;
  // An e-mail's envelope may name the mailbox that failures come back to.
  if (!isOwnSender && door.channel === "kep") return refuse("5.6.0 header From differs from the envelope");
  const messageType = mail.headers.get("x-tr-rem-iletitip") ?? null;
  if (messageType !== null && !["standart", "eYazisma", "eTebligat"].includes(messageType)) {
    return refuse("5.6.0 unknown X-TR-REM-iletiTip");
  }
  const fault = door.channel === "kep" ? faultOfSignature(mail) : null;
  if (fault !== null && door.isSignatureRequired) return refuse(`5.7.7 ${fault}`);
  return {
    ok: true,
    message: {
      channel: door.channel,
      messageId,
      from: envelope.from,
      to: envelope.to,
      subject: decodeWords(mail.headers.get("subject") ?? ""),
      text: textIn(mail),
      messageType,
      packageId: mail.headers.get("x-tr-rem-iletiid") ?? null,
      digest: createHash("sha256").update(raw).digest("base64"),
      bytes: raw.length,
      attachments: attachmentsIn(mail),
    },
  };
}

function refuse(reply: string): Reading {
  return { ok: false, reply };
}

function faultOfSignature(mail: MimePart): string | null {
  if (mediaType(mail) !== "multipart/signed") return "message is not multipart/signed";
  const [content, signature, ...others] = partsOf(mail);
  if (content === undefined || signature === undefined || others.length > 0) return "multipart/signed must have two parts";
  if (!/^application\/(x-)?pkcs7-signature$/.test(mediaType(signature))) return "second part is no signature";
  return signatureFault(Buffer.from(signature.body.toString("latin1"), "base64"), content.bytes);
}

/** The words for the reader: the first plain text that is no attachment. */
function textIn(part: MimePart): string {
  const type = mediaType(part);
  if (type.startsWith("multipart/"))
    return (
      partsOf(part)
        .map(textIn)
        .find((text) => text !== "") ?? ""
    );
  if (type !== "text/plain" || /^attachment/i.test(part.headers.get("content-disposition") ?? "")) return "";
  return decoded(part).toString("utf8");
}

function decoded(part: MimePart): Buffer {
  const encoding = part.headers.get("content-transfer-encoding")?.toLowerCase();
  return encoding === "base64" ? Buffer.from(part.body.toString("latin1"), "base64") : part.body;
}

function attachmentsIn(part: MimePart): ReceivedMessage["attachments"] {
  const type = mediaType(part);
  if (type.startsWith("multipart/")) return partsOf(part).flatMap(attachmentsIn);
  const disposition = part.headers.get("content-disposition");
  const name = parameter(disposition, "filename") ?? parameter(part.headers.get("content-type"), "name");
  // The provider-facing S/MIME signature is the envelope, not a file in it.
  if (name === null || name === "smime.p7s") return [];
  const bytes = decoded(part);
  return [{ name: decodeWords(name), bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }];
}
