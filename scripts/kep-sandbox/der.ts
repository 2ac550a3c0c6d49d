/** One DER element: its tag, its content, and its whole bytes. */
export type Der = { tag: number; content: Buffer; bytes: Buffer };

export function readDer(bytes: Buffer, at = 0): Der {
  const tag = bytes.readUInt8(at);
  const first = bytes.readUInt8(at + 1);
  const lengthBytes = first & 0x80 ? first & 0x7f : 0;
  if (lengthBytes > 4 || first === 0x80) throw new Error("not DER");
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  if (start + length > bytes.length) throw new Error("DER is cut short");
  return { tag, content: bytes.subarray(start, start + length), bytes: bytes.subarray(at, start + length) };
}

export function childrenOf(der: Der): Der[] {
  const children: Der[] = [];
  for (let at = 0; at < der.content.length; ) {
    const child = readDer(der.content, at);
    children.push(child);
    at += child.bytes.length;
  }
  return children;
}
