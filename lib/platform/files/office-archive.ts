// DOCX and XLSX are ZIP archives. Only their table of contents is read, nothing is unpacked, so a bomb costs nothing.

export type OfficeObstacle = "macro" | "bomb" | "unreadable";

const maxEntries = 10_000;
const maxUnpacked = 300 * 1024 * 1024;
/** Programs that run when the document is opened (quality.md, Security 4). */
const program = /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/|activeX\/|customUI\/)/i;

type Entry = { name: string; size: number };

/** Why an Office file is not taken; null for a plain document. */
export function officeObstacle(bytes: Uint8Array): OfficeObstacle | null {
  const entries = directoryOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!entries) return "unreadable";
  if (entries.some(({ name }) => program.test(name))) return "macro";
  return entries.reduce((sum, { size }) => sum + size, 0) > maxUnpacked ? "bomb" : null;
}

function directoryOf(archive: Buffer): Entry[] | null {
  const end = archive.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 22 > archive.length) return null;
  const count = archive.readUInt16LE(end + 10);
  if (count > maxEntries) return null;
  const entries: Entry[] = [];
  for (let at = archive.readUInt32LE(end + 16), index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== 0x02014b50) return null;
    const isEncrypted = (archive.readUInt16LE(at + 8) & 1) === 1;
    if (isEncrypted) return null;
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({ name: archive.toString("utf8", at + 46, at + 46 + nameLength), size: archive.readUInt32LE(at + 24) });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}
