// Providers declare UTF-8, but older ones write ISO-8859-9 or windows-1254.
const ENCODINGS = ["utf-8", "us-ascii", "iso-8859-9", "windows-1254", "utf-16", "utf-16le"];

/** The document's text in its declared encoding; null when the bytes contradict it or it is none we know. */
export function decodeXml(bytes: Buffer): string | null {
  const encoding = declaredEncoding(bytes);
  if (!ENCODINGS.includes(encoding)) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function declaredEncoding(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  const head = bytes.subarray(0, 200).toString("latin1");
  return (/<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1] ?? "utf-8").toLowerCase();
}
