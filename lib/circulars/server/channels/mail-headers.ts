/** Header fields of a message for any alphabet: RFC 2047 in names and subjects, RFC 2231 in file names. */

/** A value in encoded words where it is not plain ASCII; line breaks cannot survive it, so no header can be smuggled in. */
export function encodedHeader(value: string): string {
  if (/^[\x20-\x7e]{0,60}$/.test(value) && !value.includes("=?")) return value;
  return chunks(value, 45)
    .map((chunk) => `=?UTF-8?B?${Buffer.from(chunk).toString("base64")}?=`)
    .join("\r\n ");
}

export function addressHeader({ name, address }: { name: string; address: string }): string {
  if (!/^[\x21-\x7e]+$/.test(address) || !/^[^<>"(),:;\\\s@]+@[^<>"(),:;\\\s@]+$/.test(address)) {
    throw new Error("the address cannot stand in a header");
  }
  return name === "" ? `<${address}>` : `${phrase(name)}\r\n <${address}>`;
}

function phrase(name: string): string {
  const encoded = encodedHeader(name);
  return encoded === name ? `"${name.replace(/["\\]/g, "\\$&")}"` : encoded;
}

/** `filename*` for programs that know it, an ASCII `filename` for the rest. */
export function fileNameParameters(filename: string): string {
  const plain = filename
    .normalize("NFD")
    .replaceAll("ı", "i")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w.() -]/g, "_");
  const encoded = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `\r\n filename="${plain}";\r\n filename*=UTF-8''${encoded}`;
}

/** RFC 5322, 3.3: the zone as a number. */
export function mailDate(date: Date): string {
  return date.toUTCString().replace("GMT", "+0000");
}

export function messageIdHeader(messageId: string): string {
  const bare = messageId.replace(/^<|>$/g, "");
  if (!/^[\w.+=-]+@[\w.-]+$/.test(bare)) throw new Error("the Message-ID cannot stand in a header");
  return `<${bare}>`;
}

/** Pieces of at most so many UTF-8 bytes, never inside a character. */
function chunks(value: string, byteLimit: number): string[] {
  const pieces = [""];
  for (const character of value.toWellFormed()) {
    const grown = `${pieces.at(-1) ?? ""}${character}`;
    if (Buffer.byteLength(grown) > byteLimit) pieces.push(character);
    else pieces[pieces.length - 1] = grown;
  }
  return pieces;
}
