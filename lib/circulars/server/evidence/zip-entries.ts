// Providers hand out evidence as ZIP too. Only what an evidence archive needs is read: the central directory,
// stored and deflated entries; limits hold before anything is unpacked, so a bomb costs nothing.
import { inflateRawSync } from "node:zlib";

export type ZipEntry = { name: string; bytes: Buffer };

const MAX_ENTRIES = 100;
const MAX_ENTRY_BYTES = 5 * 1024 * 1024;
const MAX_TOTAL_BYTES = 20 * 1024 * 1024;

/** The files of an archive; null when it is damaged, encrypted, of a kind not read here, or over the limits. */
export function readZip(archive: Buffer): ZipEntry[] | null {
  try {
    return readEntries(archive);
  } catch {
    // Offsets come from the archive: a read outside the buffer is a damaged archive.
    return null;
  }
}

function readEntries(archive: Buffer): ZipEntry[] | null {
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) return null;
  const count = archive.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let at = archive.readUInt32LE(end + 16), i = 0; i < count; i += 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) return null;
    const name = archive.toString("utf8", at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const bytes = readEntry(archive, at);
    total += bytes?.length ?? 0;
    if (bytes === null || total > MAX_TOTAL_BYTES) return null;
    if (!name.endsWith("/")) entries.push({ name, bytes });
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(archive: Buffer, at: number): Buffer | null {
  const isEncrypted = (archive.readUInt16LE(at + 8) & 1) === 1;
  const method = archive.readUInt16LE(at + 10);
  const packedSize = archive.readUInt32LE(at + 20);
  const size = archive.readUInt32LE(at + 24);
  const local = archive.readUInt32LE(at + 42);
  if (isEncrypted || size > MAX_ENTRY_BYTES || archive.readUInt32LE(local) !== 0x04034b50) return null;
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedSize);
  if (packed.length !== packedSize) return null;
  if (method === 0) return Buffer.from(packed);
  const bytes = method === 8 ? inflateRawSync(packed, { maxOutputLength: MAX_ENTRY_BYTES }) : null;
  return bytes?.length === size ? bytes : null;
}
