// Files that hold personal values of many people are kept sealed, and only for a while.
import { gunzipSync, gzipSync } from "node:zlib";
import { ownBytes } from "../crypto/digest.ts";

/** Closes and opens text under the installation's keys; which one closed it stands beside it. */
export type Sealer = { keyId: number; seal(plain: string): Uint8Array; open(sealed: Uint8Array, keyId: number): string };

/** Two bytes of key number, then the sealed archive. */
export function sealFile(sealer: Sealer, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = sealer.seal(gzipSync(bytes, { level: 1 }).toString("base64"));
  return ownBytes(Buffer.concat([Buffer.of(sealer.keyId >> 8, sealer.keyId & 255), sealed]));
}

/** `mostBytes` is what the file may grow to; beyond it this throws. */
export function unsealFile(sealer: Sealer, stored: Uint8Array, mostBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(stored);
  const packed = sealer.open(bytes.subarray(2), bytes.readUInt16BE(0));
  const { buffer, byteOffset, byteLength } = gunzipSync(Buffer.from(packed, "base64"), { maxOutputLength: mostBytes });
  return new Uint8Array(buffer, byteOffset, byteLength);
}
