// Rows in the text format of the database's COPY.

export type CopyValue = string | number | boolean | null | Uint8Array | readonly (string | number)[];

/** One row; bytes are bytea, an array is one of the database's. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = "";
  for (const [index, value] of values.entries()) line += index === 0 ? copyText(value) : `\t${copyText(value)}`;
  return `${line}\n`;
}

function copyText(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value !== "object") return String(value);
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`;
  return escaped(`{${value.map((one) => (typeof one === "number" ? String(one) : `"${one.replace(/["\\]/g, "\\$&")}"`)).join(",")}}`);
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (text: string): string => (/[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (letter) => escapes[letter] ?? "") : text);
