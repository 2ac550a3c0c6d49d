// The little of MIME a provider needs: headers, the parts of a multipart, an address. Bytes stay bytes, because
// the signature is over them.

export type MimePart = { headers: Map<string, string>; body: Buffer; bytes: Buffer };

const BLANK = Buffer.from("\r\n\r\n", "latin1");

export function readPart(bytes: Buffer): MimePart {
  const end = bytes.indexOf(BLANK);
  const head = bytes.toString("latin1", 0, end < 0 ? bytes.length : end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r\n[ \t]+/g, " ").split("\r\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4), bytes };
}

export function mediaType(part: MimePart): string {
  return (part.headers.get("content-type") ?? "text/plain").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** A parameter of a header such as boundary or filename, RFC 2231 UTF-8 form included. */
export function parameter(header: string | undefined, name: string): string | null {
  const extended = new RegExp(`;\\s*${name}\\*(?:0\\*)?=utf-8''([^;\\s]+)`, "i").exec(header ?? "")?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  const plain = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, "i").exec(header ?? "");
  return plain?.[1] ?? plain?.[2] ?? null;
}

/** The parts of a multipart; the line break before a boundary belongs to the boundary (RFC 2046). */
export function partsOf(part: MimePart): MimePart[] {
  const boundary = parameter(part.headers.get("content-type"), "boundary");
  if (boundary === null) return [];
  const delimiter = Buffer.from(`\r\n--${boundary}`, "latin1");
  // The first boundary may open the body, without a line break of its own.
  const source = Buffer.concat([Buffer.from("\r\n", "latin1"), part.body]);
  const parts: MimePart[] = [];
  for (let at = source.indexOf(delimiter); at >= 0; ) {
    const from = at + delimiter.length;
    const next = source.indexOf(delimiter, from);
    if (next < 0 || source.toString("latin1", from, from + 2) === "--") break;
    parts.push(readPart(source.subarray(source.indexOf("\r\n", from) + 2, next)));
    at = next;
  }
  return parts;
}

export function addressIn(header: string | undefined): string | null {
  const text = header ?? "";
  const address = (/<([^<>\s]+)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();
  return /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address) ? address : null;
}

/** RFC 2047 encoded words, UTF-8 only: the application writes nothing else. */
export function decodeWords(text: string): string {
  const joined = text.replace(/(=\?utf-8\?[bq]\?[^?]*\?=)\s+(?==\?utf-8\?)/gi, "$1");
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_word, kind: string, body: string) => {
    if (kind.toLowerCase() === "b") return Buffer.from(body, "base64").toString("utf8");
    const bytes = body
      .replace(/_/g, " ")
      .replace(/=([0-9a-f]{2})/gi, (_hex, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return Buffer.from(bytes, "latin1").toString("utf8");
  });
}
