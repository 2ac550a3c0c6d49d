// What every message to an institution consists of, whether a provider signs for it or not: the words and the files, as
// pure ASCII with CRLF line ends, so that no relay has a reason to touch them.
import { fileNameParameters } from "./mail-headers.ts";

export type MessageAttachment = { filename: string; mediaType: string; bytes: Buffer };

/** Attachments as MIME parts, encoded once and shared by the messages to all recipients of a circular. */
export type PreparedAttachments = { readonly mime: Buffer };

export const eol = "\r\n";

/** "=" and "_" never stand together in base64, so the boundary cannot occur in the parts. */
const boundary = "=_ek";

export function prepareAttachments(attachments: MessageAttachment[]): PreparedAttachments {
  const parts = attachments.flatMap(({ filename, mediaType, bytes }) => [
    mimeHead(`--${boundary}`, [
      `Content-Type: ${/^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : "application/octet-stream"}`,
      "Content-Transfer-Encoding: base64",
      `Content-Disposition: attachment;${fileNameParameters(filename)}`,
    ]),
    base64Lines(bytes),
  ]);
  return { mime: Buffer.concat([...parts, Buffer.from(`--${boundary}--${eol}`)]) };
}

/** Words and files as one part, with its own header: what KEP signs, and what an e-mail consists of. */
export function mixedContent(text: string, attachments: PreparedAttachments): Buffer {
  return Buffer.concat([
    mimeHead(`Content-Type: multipart/mixed; boundary="${boundary}"`, []),
    mimeHead(`--${boundary}`, ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"]),
    base64Lines(Buffer.from(text.replace(/\r?\n/g, eol))),
    attachments.mime,
  ]);
}

export function mimeHead(first: string, headers: string[]): Buffer {
  return Buffer.from([first, ...headers, "", ""].join(eol));
}

export function base64Lines(bytes: Buffer): Buffer {
  const lines = bytes.toString("base64").match(/.{1,76}/g) ?? [];
  return Buffer.from([...lines, ""].join(eol));
}
