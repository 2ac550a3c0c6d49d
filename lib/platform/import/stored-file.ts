// An uploaded file holds personal values of people who may never become records: it is kept sealed, and only for a while.
import { gunzipSync, gzipSync } from "node:zlib";
import { ownBytes } from "../crypto/digest.ts";
import type { Db } from "../db/transaction.ts";
import { AppError } from "../errors.ts";
import type { Sealer } from "./importer.ts";
import { storedBytes } from "./run-repository.ts";

const unpackedLimit = 64 * 1_048_576;

/** Two bytes of key number, then the sealed archive. */
export function sealFile(sealer: Sealer, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = sealer.seal(gzipSync(bytes, { level: 1 }).toString("base64"));
  return ownBytes(Buffer.concat([Buffer.of(sealer.keyId >> 8, sealer.keyId & 255), sealed]));
}

export async function openFile(db: Db, sealer: Sealer, runId: string): Promise<Uint8Array> {
  const stored = await storedBytes(db, runId);
  if (!stored) throw new AppError("state_forbids", { message: "Dosyanın saklama süresi dolmuş. Dosyayı yeniden yükleyin." });
  const bytes = Buffer.from(stored);
  const packed = sealer.open(bytes.subarray(2), bytes.readUInt16BE(0));
  return gunzipSync(Buffer.from(packed, "base64"), { maxOutputLength: unpackedLimit });
}
