import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";

let drawn = Buffer.alloc(0);

/** Twelve random bytes, each handed out once: drawn by the page, since a draw costs more than the sealing. */
function nextNonce(): Buffer {
  if (drawn.length < 12) drawn = randomBytes(12 * 256);
  const nonce = drawn.subarray(0, 12);
  drawn = drawn.subarray(12);
  return nonce;
}

/** AES-256-GCM with a random 96-bit nonce: version byte, nonce, tag, ciphertext. `context` binds the value to its place. */
export function sealSecret(key: Uint8Array | KeyObject, plain: string, context: string): Uint8Array<ArrayBuffer> {
  const nonce = nextNonce();
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body]));
}

/** Throws when key, context or bytes are not the ones it was sealed with. */
export function openSecret(key: Uint8Array | KeyObject, sealed: Uint8Array, context: string): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== 1) throw new Error("unknown seal version");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 13))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(13, 29));
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString("utf8");
}
